// Digits that are no count: telephone numbers, dates, document numbers, addresses, versions.

const codeBefore = /[A-Za-z@/\\_#№第〔【《[“"'‘·+&=]/;
const codeAfter = /[A-Za-z@/_·+*#&=〕]/;
/** Telephone numbers everybody knows by heart. */
const hotline = /^(?:11\d|12[0-2]|12[1-6]\d\d)$/;

/** Whether a numeral belongs to a code begun before it: 0537-6508, 2022.12, 〔2021〕, H5, “12345”. */
export function isPartOfCode(text: string, start: number): boolean {
  const before = text[start - 1] ?? '';
  if (codeBefore.test(before)) return true;
  if (before === '' || !'-—–~.:'.includes(before)) return false;
  const earlier = text[start - 2] ?? '';
  return /[\dA-Za-z]/.test(earlier);
}

/** Units of date, place and order: what carries them is no count. */
const notCounted = '年月日号时点级楼层室栋座路街巷弄幢款章届版度#：:';

/** Whether what stands behind a numeral makes it part of a code, date or address. */
export function isCodeEnd(after: string): boolean {
  return after === '.' || codeAfter.test(after) || isDateOrPlace(after);
}

/** Whether the character behind a numeral is a unit of date, place or order. */
export function isDateOrPlace(after: string): boolean {
  return after !== '' && notCounted.includes(after);
}

/** Where a code ends that goes on after its first digits; `end` when it does not go on. */
export function skipCode(text: string, end: number): number {
  const rest = /^(?:[-—–.:/_·*]?[\dA-Za-z]+)+/.exec(text.slice(end, end + 64));
  return rest && /^[-—–.:/_·*A-Za-z]/.test(rest[0]) ? end + rest[0].length : end;
}

const label = /(?:编码?|代码|话|真|热线|号码?|箱|楼|室|路|期|版|版本|第)[：为是]?$/;

/** A number without a unit is a count after a word and before a stop: 部分公开67，; 数量共计0。 */
export function isBareCount(text: string, start: number, end: number, token: string): boolean {
  if (token.length > 7 || token.includes('.') || hotline.test(token)) return false;
  const before = text[start - 1] ?? '';
  if (!/[\u4e00-\u9fff：]/.test(before) || /[年月日版令约]/.test(before)) return false;
  if (label.test(text.slice(Math.max(0, start - 4), start))) return false;
  const after = text.slice(end, end + 2);
  return after === '' || /^[，。；、）\n]/.test(after) || after === '其中' || after.startsWith('占');
}
