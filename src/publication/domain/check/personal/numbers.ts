import { findPlainDate } from '../../../../kernel/plain-date.ts';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether eighteen characters are a 公民身份号码: a day of birth there was, and the check digit (GB 11643-1999).
 *
 * @example isIdNumber('11010519491231002X') // true, the example of the standard
 */
export function isIdNumber(characters: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(characters) || !hasBirthday(characters)) return false;
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(characters[at]), 0);
  return '10X98765432'.charAt(sum % 11) === characters.charAt(17).toUpperCase();
}

/** Whether characters 7 to 14 of a number of eighteen are a day of 1900 to 2099. */
export const hasBirthday = (characters: string): boolean =>
  /^(?:19|20)/.test(characters.slice(6, 8)) &&
  findPlainDate(`${characters.slice(6, 10)}-${characters.slice(10, 12)}-${characters.slice(12, 14)}`) !== undefined;

/** Whether fifteen digits can be an old 身份证号码: a division of the country and a day of 19xx. */
export const isOldIdNumber = (digits: string): boolean =>
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d{13}$/.test(digits) &&
  findPlainDate(`19${digits.slice(6, 8)}-${digits.slice(8, 10)}-${digits.slice(10, 12)}`) !== undefined;

/**
 * The check of card numbers (ISO/IEC 7812-1, Luhn).
 *
 * @example passesLuhn('6222020000000000000') // true
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether eighteen characters are a 统一社会信用代码 by their check character (GB 32100-2015).
 *
 * @example isCreditCode('91350100M000100Y43') // true, the example of the standard
 */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(code)) return false;
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += creditAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

/** Digits and X of what was written with blanks or hyphens in it. */
export const bare = (written: string): string => written.replace(/[ -]/g, '');

/** Words after which a long number is the number of a thing. */
export const numberOfThing =
  /(?:订单|运单|快递|流水|业务|受理|申请|登记|许可证?|证书|执照|合同|协议|招标|采购|项目|备案|批准|批|案|档|票|发票|凭证|产品|设备|资产|车架|条形?|序列|索引|标识|宗地|地块|图|不动产单元|林权|统计|预算|科目|处罚|通知|公告|文|编|保单|工单|件|网站标识|公安备|ICP备?)(?:编?号码?|码|书)?[:：为是]?\s*(?:第|No\.?|字)?\s*$/i;
