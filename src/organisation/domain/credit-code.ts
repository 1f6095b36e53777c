/** The characters of a 统一社会信用代码 in the order of their values 0 to 30: no I, O, S, V, Z (GB 32100-2015, table 2). */
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The characters of an 组织机构代码 in the order of their values 0 to 35 (GB 11714-1997, annex A). */
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The weights of the first eight characters of an 组织机构代码 (GB 11714-1997, 2.1.2). */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * What is wrong with a 统一社会信用代码, as a sentence for the person at the desk; undefined when nothing is.
 *
 * Eighteen characters: who registered it, what kind it is, 6 digits of the division where it is registered, the 9
 * characters of its 组织机构代码 with a check digit of their own, a check digit over all (GB 32100-2015).
 *
 * @param code as `normaliseCode` gives it
 * @example checkCreditCode('11990123000000019R') // undefined
 */
export function checkCreditCode(code: string): string | undefined {
  if (code.length !== 18) return `统一社会信用代码应为 18 位，现为 ${code.length} 位，请核对。`;
  const strange = [...code].find((character) => !creditAlphabet.includes(character));
  if (strange !== undefined) {
    return `统一社会信用代码中不会有“${strange}”（不用字母 I、O、S、V、Z），请核对是否为数字 1、0、5、2。`;
  }
  if (!/^.{2}\d{6}/.test(code)) return '统一社会信用代码的第 3 至 8 位应为登记机关的区划代码（数字），请核对。';
  if (code[17] !== creditCheckCharacter(code.slice(0, 17))) {
    return '统一社会信用代码的校验位（第 18 位）不符，其中有一位或几位写错，请对照证书核对。';
  }
  if (code[16] !== organisationCheckCharacter(code.slice(8, 16))) {
    return '统一社会信用代码中组织机构代码的校验位（第 17 位）不符，请对照证书核对。';
  }
  return undefined;
}

/**
 * The check character of the first seventeen characters of a 统一社会信用代码 (GB 32100-2015, 6.2):
 * 31 − Σ Cᵢ·3^(i−1) mod 31, where 31 stands for 0.
 *
 * @example creditCheckCharacter('91350100M000100Y4') // '3', the example of the standard: the sum is 1640
 */
export function creditCheckCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += creditAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * The check character of the first eight characters of an 组织机构代码 (GB 11714-1997, 2.1.2):
 * 11 − Σ Cᵢ·Wᵢ mod 11, where 10 is written X and 11 is written 0.
 *
 * @example organisationCheckCharacter('M000100Y') // '4': 22·3 + 1·5 + 34·2 = 139
 */
export function organisationCheckCharacter(first8: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * organisationAlphabet.indexOf(first8.charAt(index)),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
