import { checkCreditCode } from '../../../organisation/domain/credit-code.ts';
import {
  type FieldDeclaration,
  type FieldFault,
  type FieldRemark,
  type KindContent,
  needed,
  optional,
  textIn,
} from './kind.ts';

/** 行政相对人: whom a decision is about. */
export const partyKinds = { legal: '法人或者非法人组织', household: '个体工商户', natural: '自然人' } as const;

/** Surnames of two characters: of a name that begins with one both stay. */
const doubleSurnames =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 端木 百里 呼延 南宫 独孤 澹台 申屠 太史 闻人 钟离 万俟 濮阳 淳于 单于 公羊 赫连 宗政 仲孙 鲜于 闾丘 拓跋 西门 东郭 左丘'.split(
    ' ',
  );

/**
 * A name of a natural person as it may be published: the surname, and 某 for each further character
 * (去标识化, 2018年政务公开工作要点; 行政处罚法 art. 50: 个人隐私 is kept).
 *
 * @example shortenName('张建国') // '张某某'
 * @example shortenName('欧阳静') // '欧阳某'
 */
export function shortenName(name: string): string {
  const letters = [...name.replace(/\s+/g, '')];
  const surname = doubleSurnames.includes(letters.slice(0, 2).join('')) && letters.length > 2 ? 2 : 1;
  return `${letters.slice(0, surname).join('')}${'某'.repeat(Math.min(Math.max(1, letters.length - surname), 2))}`;
}

/** Whether a name is shortened already: 张某某, 张某, 张*, 张*国. */
export const isShortened = (name: string): boolean => /[某*＊×]/.test(name);

/** The fields of a decision about somebody. */
export const partyFields: readonly FieldDeclaration[] = [
  needed('partyKind', '行政相对人类别', 'choice', { choices: partyKinds }),
  needed('partyName', '行政相对人名称', 'text', {
    maximum: 100,
    help: '自然人只写姓氏，名字用“某”代替；不得填写公民身份号码、住址和电话。',
  }),
  optional('partyCode', '统一社会信用代码', 'text', {
    when: { field: 'partyKind', is: ['legal', 'household'] },
    check: (value): FieldFault | undefined => {
      const message = checkCreditCode(String(value).toUpperCase().replace(/\s/g, ''));
      return message === undefined ? undefined : { message };
    },
  }),
  optional('partyHead', '法定代表人（负责人）', 'text', { when: { field: 'partyKind', is: ['legal'] }, maximum: 50 }),
];

/** What is said of a natural person that may not be: the whole name, a number in place of a name. */
export function checkParty({ fields }: KindContent): FieldRemark[] {
  const name = textIn(fields, 'partyName');
  if (name === undefined) return [];
  const field = 'fields.partyName';
  if (/\d{6}/.test(name)) {
    return [{ field, message: '名称中有号码。公民身份号码、电话等个人信息不得公开，请删去（条例第十五条）。' }];
  }
  if (fields.partyKind !== 'natural' || isShortened(name)) return [];
  const suggestion = shortenName(name);
  return [
    {
      field,
      message: `行政相对人是自然人的，姓名应当隐去名字，可写作“${suggestion}”（条例第十五条，个人隐私）。`,
      suggestion,
    },
  ];
}
