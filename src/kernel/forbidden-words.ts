/**
 * Names what in a text may not go out whatever the hurry: full numbers of persons, secrecy marks. The area publication
 * knows them; whoever keeps words that can become public is given this.
 */
export type FindForbidden = (text: string) => readonly string[];

/**
 * The sentence at a field in which such words stand.
 *
 * @example tellForbidden(['居民身份证号码'])
 *   // '这里有不得公开的内容：居民身份证号码。请删去或者脱敏后再保存（《条例》第十四条、第十五条）。'
 */
export const tellForbidden = (names: readonly string[]): string =>
  `这里有不得公开的内容：${names.join('、')}。请删去或者脱敏后再保存（《条例》第十四条、第十五条）。`;
