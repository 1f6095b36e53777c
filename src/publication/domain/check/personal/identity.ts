import { after, before, matchesOf, textCheck } from '../detector.ts';
import { aboutIdentity, findIdNumbers, maskId } from './identity-digits.ts';
import { bare, hasBirthday, isCreditCode, isIdNumber, isOldIdNumber, numberOfThing } from './numbers.ts';

const id15 = /(?<![\d.])[1-9]\d{14}(?![\d.])/g;
/** The first two characters: who registered it, and what it is (GB 32100-2015, tables of 登记管理部门 and 机构类别). */
const creditCode =
  /(?<![0-9A-Za-z])(?:1[1-49]|2[19]|3[1-59]|4[19]|5[1-49]|6[129]|7[129]|8[19]|9[1239]|A[19]|N[1239]|Y1)\d{6}[0-9A-HJ-NP-RTUW-Y]{10}(?![0-9A-Za-z])/g;
export const creditCodeCheck = textCheck({
  key: 'credit-code',
  name: '统一社会信用代码',
  group: 'personal',
  severity: 'info',
  waivable: 'author',
  means: '统一社会信用代码是单位的公开登记信息，不是个人信息。',
  mend: '无需处理。',
  source: 'GB 32100-2015',
  message: '统一社会信用代码，校验位正确，属单位登记信息，可以公开。',
  claims: true,
  hint: /\d{6}/,
  *find({ plain }) {
    for (const { 0: code, index } of matchesOf(creditCode, plain.text)) {
      // What reads as both is a person's: few codes consist of digits alone.
      if (isCreditCode(code) && !isIdNumber(code)) yield { start: index, end: index + code.length };
    }
  },
});

export const idCheck = textCheck({
  key: 'id-18',
  name: '居民身份证号码',
  group: 'personal',
  severity: 'block',
  waivable: 'secrecy-reviewer',
  means: '完整的身份证号码能唯一识别个人，公开会侵害个人信息权益。',
  mend: '一键脱敏，只留前 6 位和后 4 位；法律、法规要求公开完整号码的，由保密审查员说明依据。',
  source: '条例第15条；个人信息保护法第28条；GB 11643-1999（校验位）',
  message: '完整的居民身份证号码，不得公开。请脱敏，只留前 6 位和后 4 位。',
  claims: true,
  hint: /[\p{N}一二三四五六七八九零○壹贰貳叁參肆伍陆陸柒捌玖]/u,
  *find({ plain, text }) {
    for (const { start, end, number } of findIdNumbers(plain.text, text)) {
      yield { start, end, mask: maskId(number), content: number };
    }
  },
});

export const suspectIdCheck = textCheck({
  key: 'id-suspect',
  name: '疑似身份证号码',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '标明是身份证号，但位数或校验位不对，可能是抄错的真实号码。',
  mend: '核对原件；仍须脱敏后公开。',
  source: '条例第15条；GB 11643-1999',
  message: '标明是身份证号码，但校验位不符，可能抄错。无论对错都请脱敏。',
  claims: true,
  hint: /\d[\d -]{15}/,
  *find(piece) {
    for (const { 0: written, index } of matchesOf(
      /(?<![\dA-Za-z])[1-9](?:[ -]?\d){15,17}[ -]?[\dXx](?![\dA-Za-z])/g,
      piece.plain.text,
    )) {
      const number = bare(written);
      if (number.length < 17 || number.length > 19 || isIdNumber(number)) continue;
      const isLabelled = aboutIdentity.test(before(piece, index, 16));
      if (isLabelled && (number.length !== 18 || hasBirthday(number))) {
        yield { start: index, end: index + written.length, mask: maskId(number), content: number };
      }
    }
  },
});

export const oldIdCheck = textCheck({
  key: 'id-15',
  name: '15位旧身份证号码',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '旧身份证号码同样能识别个人，没有校验位，可能与其他编号相混。',
  mend: '是身份证号码的一键脱敏；是其他编号的说明是什么编号。',
  source: '条例第15条；GB 11643-1989',
  message: '可能是 15 位旧身份证号码。是的请脱敏；是其他编号的请说明。',
  claims: true,
  hint: /\d{15}/,
  *find(piece) {
    for (const { 0: number, index } of matchesOf(id15, piece.plain.text)) {
      if (!isOldIdNumber(number)) continue;
      const ahead = before(piece, index, 16);
      if (!aboutIdentity.test(ahead) && numberOfThing.test(ahead)) continue;
      if (/^(?:元|万元|号合同|号订单)/.test(after(piece, index + number.length, 4))) continue;
      yield { start: index, end: index + number.length, mask: maskId(number) };
    }
  },
});

const passport =
  /(?<![0-9A-Za-z])(?:[EeGgDdSsPpHh][A-Za-z]?\d{7,8}|[CcHhMm]\d{8,10}|1[45]\d{7}|军字第?\d{6,8}号?|[南北沈兰成济广参政后装海空]字第?\d{6,8}号?)(?![0-9A-Za-z])/g;

export const passportCheck = textCheck({
  key: 'passport',
  name: '护照、通行证、军官证号码',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '护照、通行证、军官证号码能唯一识别个人。',
  mend: '一键脱敏，或者删去号码。',
  source: '条例第15条；个人信息保护法第28条',
  message: '护照、通行证或军官证号码。请脱敏或删去。',
  claims: true,
  hint: /护照|通行证|军官|士兵证|警官证|字第?\d{6}/,
  *find(piece) {
    const named = /护照|通行证|台胞证|回乡证|军官|士兵证|警官证|文职/;
    for (const { 0: number, index } of matchesOf(passport, piece.plain.text)) {
      if (!named.test(before(piece, index, 20))) continue;
      yield {
        start: index,
        end: index + number.length,
        mask: `${number.slice(0, 2)}${'*'.repeat(Math.max(1, number.length - 4))}${number.slice(-2)}`,
      };
    }
  },
});

const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•.-]?(?=[A-HJ-NP-Z0-9]{0,5}\d)(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF])(?![A-Za-z0-9])/g;

export const plateCheck = textCheck({
  key: 'plate',
  name: '机动车号牌',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '车牌号码可以关联到车主；公务用车、处罚公示依法公开的除外。',
  mend: '一键脱敏；依法应当公开的说明依据。',
  source: '条例第15条',
  message: '机动车号牌，可以关联到车主。请脱敏；是公务用车或者依法公示的请说明。',
  claims: true,
  hint: /[\u4e00-\u9fa5][A-HJ-NP-Z]/,
  *find(piece) {
    for (const { 0: number, index } of matchesOf(plate, piece.plain.text)) {
      // Cars of the police and other public service are no persons'.
      if (/警$/.test(number) || /(?:执法|公务|警务?用?|救护|消防|巡逻)车辆?$/.test(before(piece, index, 6))) continue;
      // 川JZ12345号: a licence, not a car.
      if (/^(?:号(?!牌)|字)/.test(after(piece, index + number.length, 2))) continue;
      if (
        /(?:备案?|许可|批准?|准|证|备)[号]?[:：]?$/.test(before(piece, index, 4)) &&
        !/牌/.test(before(piece, index, 6))
      )
        continue;
      yield { start: index, end: index + number.length, mask: `${number.slice(0, 2)}***${number.slice(-2)}` };
    }
  },
});
