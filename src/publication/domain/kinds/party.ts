import { checkCreditCode } from '../../../organisation/domain/credit-code.ts';
import { maskName } from '../check/names.ts';
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
const partyKinds = { legal: '法人或者非法人组织', household: '个体工商户', natural: '自然人' } as const;

/**
 * Whether a name is shortened already: 张某某, 张某, 张*, 张*国 (去标识化, 2018年政务公开工作要点).
 */
const isShortened = (name: string): boolean => /[某*＊×]/.test(name);

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
  const suggestion = maskName(name);
  return [
    {
      field,
      message: `行政相对人是自然人的，姓名应当隐去名字，可写作“${suggestion}”（条例第十五条，个人隐私）。`,
      suggestion,
    },
  ];
}
