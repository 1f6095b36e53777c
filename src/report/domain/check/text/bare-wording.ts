/** The traditional characters that occur in titles and headings of reports, and their simplified forms. */
const traditional = '總體況動開處請復複議訴訟問題進報項務監關於與機構辦統計據條規範處罰強許決數額單';
const simplified = '总体况动开处请复复议诉讼问题进报项务监关于与机构办统计据条规范处罚强许决数额单';
const simplify = new Map([...traditional].map((character, index) => [character, [...simplified][index] as string]));

/**
 * A title or heading without spaces, punctuation and differences of letter form, for comparing
 * wordings.
 *
 * @example 政府信息公開行政復議, 行政訴訟情況： → 政府信息公开行政复议行政诉讼情况
 */
export function bareWording(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(/\p{Script=Han}/gu, (character) => simplify.get(character) ?? character);
}
