import { after, before, matchesOf, textCheck } from '../detector.ts';
import { isPersonName } from '../names.ts';
import { bare, isIdNumber, numberOfThing, passesLuhn } from './numbers.ts';

const mobile =
  /(?<![\d.A-Za-z*])(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?(?:\d{4}[ -]?\d{4}|\d{3}[ -]?\d{3}[ -]?\d{2}|\d{4}[ -]?\d{4})(?![\d*]|-\d|\.\d)/g;
/** A column of amounts. */
const amountColumn = /[(（]?(?:万?元|平方米|亩|公斤|吨)[)）]?|金额|投资|面积|数量|总额|产值|造价|价款/;
const amount = /^ ?(?:元|万|亿|平方|吨|公斤|千克|立方|%|㎡|人次|亩|株|件|册)/;

export const mobileCheck = textCheck({
  key: 'mobile',
  name: '手机号码',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '个人手机号码属个人信息；对外公布的办公电话应使用单位座机。',
  mend: '一键脱敏为 138****1234，或者改用办公电话；确需公布的说明是谁同意的。',
  source: '条例第15条；个人信息保护法第4条',
  message: '手机号码。请改用办公电话，或者脱敏；本人同意公布的请说明。',
  claims: true,
  hint: /1[3-9]\d/,
  *find(piece) {
    if (amountColumn.test(piece.label) && !/电话|手机|联系/.test(piece.label)) return;
    for (const { 0: written, index } of matchesOf(mobile, piece.plain.text)) {
      const number = bare(written).replace(/^(?:\+|00)?86(?=1)/, '');
      if (number.length !== 11) continue;
      if (amount.test(after(piece, index + written.length, 4))) continue;
      const ahead = before(piece, index, 12);
      if (/[￥¥$]\s*$/.test(ahead)) continue;
      if (numberOfThing.test(ahead) && !/电话|手机|联系|热线|致电|来电|拨打/.test(ahead)) continue;
      yield {
        start: index,
        end: index + written.length,
        mask: `${number.slice(0, 3)}****${number.slice(-4)}`,
        content: number,
      };
    }
  },
});

const card = /(?<![\dA-Za-z.*])\d(?:[ -]?\d){11,17}\d(?![\dA-Za-z*]|\.\d)/g;
const aboutCard =
  /卡号|银行卡|借记卡|信用卡|储蓄卡|社保卡|一卡通|存折|账号|帐号|账户|帐户|开户|打卡|收款|工商银行|农业银行|建设银行|中国银行|信用社|农商行|邮储/;
/** 62: 银联; 4, 51–55, 35, 34, 37: international; 9558, 955, 60: old cards of Chinese banks. */
const issued = /^(?:62\d{14,17}|9558\d{15}|955[0-9]\d{12,15}|4\d{15}|5[1-5]\d{14}|35\d{14}|3[47]\d{13}|60\d{14,17})$/;

/** Whose account it is, where that is said to be an organ or a firm. */
const unit =
  /(?:户名|账户名称?|帐户名称?|开户单位|收款单位|收款人|单位名称)[:为是]? ?[\u4e00-\u9fa5()]{0,30}(?:政府|[局厅委办院所站社]|公司|中心|委员会|合作社|学校|医院|银行|专户|财政|基金会|协会)(?=$|[,。;、\s])/;

const isGrouped = (written: string): boolean =>
  !/[ -]/.test(written) ||
  /^\d{4}(?:([ -])\d{4})(?:\1\d{4})+(?:\1\d{1,4})?$/.test(written) ||
  /^\d{6}[ -]\d{10,13}$/.test(written);

export const bankCardCheck = textCheck({
  key: 'bank-card',
  name: '银行卡号',
  group: 'personal',
  severity: 'block',
  waivable: 'secrecy-reviewer',
  means: '银行卡号属敏感个人信息，公开会危及财产安全。',
  mend: '一键脱敏，只留后 4 位，或者删去整列；单位账户依法公开的，由保密审查员说明依据。',
  source: '条例第15条；个人信息保护法第28条；ISO/IEC 7812-1（Luhn 校验）',
  message: '银行卡号，不得公开。请脱敏，只留后 4 位，或者删去整列。',
  claims: true,
  hint: /\d[\d -]{11}/,
  *find(piece) {
    const isOfUnit = unit.test(piece.plain.text);
    for (const { 0: written, index } of matchesOf(card, piece.plain.text)) {
      const number = bare(written);
      if (number.length < 13 || number.length > 19 || !passesLuhn(number) || isIdNumber(number)) continue;
      const ahead = before(piece, index, 20);
      const isNamed = aboutCard.test(ahead);
      if (!issued.test(number) && isOfUnit) continue;
      if (!isNamed && (!issued.test(number) || numberOfThing.test(ahead) || !isGrouped(written))) continue;
      if (/^(?:元|万元)/.test(after(piece, index + written.length, 3))) continue;
      yield {
        start: index,
        end: index + written.length,
        mask: `${'*'.repeat(number.length - 4)}${number.slice(-4)}`,
        content: number,
      };
    }
  },
});

const account = /(?:账|帐|卡)(?:号|户号码?)[:：为是]?\s*(\d(?:[ -]?\d){7,24})(?!\d)/g;
const holder =
  /(?:户名|开户名|账户名称?|帐户名称?|收款人|持卡人)[:：为是]?\s*([\u4e00-\u9fa5·]{2,12})(?![\u4e00-\u9fa5])/;

export const accountCheck = textCheck({
  key: 'account-with-name',
  name: '个人账号与户名',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '个人的户名连同账号属敏感个人信息；单位账户不在此列。',
  mend: '一键脱敏账号；是单位账户的改写单位全称。',
  source: '条例第15条；个人信息保护法第28条',
  message: '个人的户名和账号同时出现。请脱敏账号，或者删去。',
  claims: true,
  hint: /[账帐卡]/,
  *find(piece) {
    const { text } = piece.plain;
    const [, name] = holder.exec(text) ?? [];
    if (!name || !isPersonName(name)) return;
    for (const match of matchesOf(account, text)) {
      const number = match[1] ?? '';
      const start = match.index + match[0].length - number.length;
      const digits = bare(number);
      yield {
        start,
        end: start + number.length,
        mask: `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`,
        content: digits,
      };
    }
  },
});

const mail =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,60}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,30}){1,4}(?![A-Za-z0-9])/g;

export const mailCheck = textCheck({
  key: 'e-mail',
  name: '电子邮箱',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '不是 gov.cn 的邮箱可能是个人邮箱；政务邮箱不在此列。',
  mend: '改用政务邮箱，或者脱敏；是单位对外公布的邮箱请说明。',
  source: '条例第15条',
  message: '不是政务邮箱（gov.cn），可能是个人邮箱。请改用政务邮箱，或者脱敏、说明。',
  claims: true,
  hint: /@/,
  *find({ plain }) {
    for (const { 0: address, index } of matchesOf(mail, plain.text)) {
      if (/\.gov\.cn$/i.test(address)) continue;
      const [user = '', domain = ''] = address.split('@');
      yield { start: index, end: index + address.length, mask: `${user.slice(0, 2)}***@${domain}` };
    }
  },
});

const chat =
  /(?:微信号?|VX|V信|weixin|wechat|QQ号?码?|企鹅号)(?:同号)?(?:[:：是为]|账号[:：]?|ID[:：]?|(?=[A-Za-z][A-Za-z]*[-_\d])|(?<=QQ号?码?)(?=[1-9]\d{4}))\s*([A-Za-z][-_A-Za-z0-9]{5,19}|[1-9]\d{4,10})(?![A-Za-z0-9@])/gi;

export const chatCheck = textCheck({
  key: 'chat-id',
  name: '微信号、QQ号',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '微信号、QQ号可以联系到个人；单位的公众号不在此列。',
  mend: '删去，或者改用单位的公众号、办公电话。',
  source: '条例第15条',
  message: '个人微信号或 QQ 号。请删去，或者改用单位公众号、办公电话。',
  claims: true,
  hint: /微信|VX|V信|QQ|weixin|wechat|企鹅/i,
  *find(piece) {
    const { text } = piece.plain;
    for (const match of matchesOf(chat, text)) {
      if (
        /QQ群|微信群|公众号|公众平台|服务号|订阅号|视频号/i.test(
          text.slice(Math.max(0, match.index - 4), match.index + match[0].length),
        )
      )
        continue;
      const id = match[1] ?? '';
      const start = match.index + match[0].length - id.length;
      yield { start, end: start + id.length, mask: `${id.slice(0, 2)}****` };
    }
  },
});
