/**
 * A 发文字号 in one spelling, by which it is found and compared: half-width, brackets and blanks and 第 taken out,
 * no leading zeros.
 *
 * @example documentNumberKey('石政发[2026] 03号') // '石政发20263'
 */
export const documentNumberKey = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/[\s〔〕[\]()【】〈〉<>{}第号]/g, '')
    .replace(/((?:19|20)\d{2})0+(?=\d+$)/, '$1')
    .toUpperCase();
