/**
 * A text in one way of typing: ASCII digits, letters and %, Chinese punctuation and brackets,
 * simplified forms of the characters the rules look for, no blanks except between two ASCII words.
 * Rules match on `text`; `offsets` leads back to the text as written.
 */
export interface FoldedText {
  text: string;
  /** Where each character of `text` stood; left out when nothing moved. */
  offsets?: Uint32Array;
}

/** Traditional characters in front of the simplified ones the rules are written in. */
const scripts =
  '條条開开請请復复複复議议訴诉訟讼結结轉转辦办無无與与億亿萬万兩两費费處处罰罚許许強强規规範范證证號号個个體体據据數数機机關关務务貫贯鎮镇鄉乡縣县區区發发佈布網网頁页電电話话聯联係系動动總总計计維维糾纠審审決决從从較较長长減减達达約约餘余過过報报題题進进門门類类間间項项業业團团組组織织現现廢废執执員员場场內内實实際际產产沒没經经將将應应預预屬属對对僅仅單单為为點点屆届樣样續续該该來来額额繳缴價价張张訊讯舉举訪访補补時时畢毕調调導导連连覆复';

const typing: readonly (readonly [string, string])[] = [
  ['(', '（'],
  [')', '）'],
  ['﹙', '（'],
  ['﹚', '）'],
  [';', '；'],
  ['!', '！'],
  ['?', '？'],
  ['﹪', '%'],
  ['％', '%'],
  ['．', '.'],
  ['○', '〇'],
  ['◯', '〇'],
  ['－', '-'],
  ['﹣', '-'],
  ['～', '~'],
  ['＋', '+'],
  ['／', '/'],
  ['︰', '：'],
  ['﹑', '、'],
  ['[', '〔'],
  [']', '〕'],
  ['﹝', '〔'],
  ['﹞', '〕'],
  ['［', '〔'],
  ['］', '〕'],
];

const dropped = 0xffff;
/** For every UTF-16 unit what it becomes: 0 stays, `dropped` is a blank, else the unit to write. */
const replacements = new Uint16Array(0x10000);
for (let index = 0; index < scripts.length; index += 2) {
  replacements[scripts.charCodeAt(index)] = scripts.charCodeAt(index + 1);
}
for (const [from, to] of typing) replacements[from.charCodeAt(0)] = to.charCodeAt(0);
for (let unit = 0xff10; unit <= 0xff19; unit++) replacements[unit] = unit - 0xfee0;
for (let unit = 0xff21; unit <= 0xff3a; unit++) replacements[unit] = unit - 0xfee0;
for (let unit = 0xff41; unit <= 0xff5a; unit++) replacements[unit] = unit - 0xfee0;
for (const blank of ' \u00a0\u3000\r\v\f\u200b\u200c\u200d\u2060\ufeff\u00ad\u2002\u2003\u2009') {
  replacements[blank.charCodeAt(0)] = dropped;
}
const comma = ','.charCodeAt(0);
const colon = ':'.charCodeAt(0);
replacements[comma] = '，'.charCodeAt(0);
replacements[colon] = '：'.charCodeAt(0);

/**
 * Folds a text. Commas between groups of three digits and colons between digits stay ASCII, so
 * that 2,188 and 8:30 stay numbers; line breaks and tabs stay.
 *
 * @example foldText('共 收到（含１件）申请 2,188 件').text === '共收到（含1件）申请2,188件'
 */
export function foldText(raw: string): FoldedText {
  const { length } = raw;
  let first = 0;
  while (first < length && replacements[raw.charCodeAt(first)] === 0) first++;
  if (first === length) return { text: raw };

  const units = new Uint16Array(length);
  const offsets = new Uint32Array(length);
  for (let index = 0; index < first; index++) {
    units[index] = raw.charCodeAt(index);
    offsets[index] = index;
  }
  let size = first;
  for (let index = first; index < length; index++) {
    const unit = raw.charCodeAt(index);
    let written = replacements[unit] as number;
    if (written === 0) written = unit;
    else if (written === dropped) {
      if (!parts(units[size - 1], raw, index + 1)) continue;
      written = 0x20;
    } else if ((unit === comma && isGrouping(raw, index)) || (unit === colon && isBetweenDigits(raw, index))) {
      written = unit;
    }
    units[size] = written;
    offsets[size] = index;
    size++;
  }
  return { text: decode(units.subarray(0, size)), offsets: offsets.subarray(0, size) };
}

/** Where a stretch of the folded text stood in the text as written. */
export function originalSpan(folded: FoldedText, start: number, end: number): { start: number; end: number } {
  const { offsets } = folded;
  if (!offsets) return { start, end };
  const from = offsets[start] ?? (offsets.at(-1) ?? -1) + 1;
  return { start: from, end: end > start ? (offsets[end - 1] ?? from) + 1 : from };
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const isWord = (unit: number) =>
  isDigit(unit) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xff10 && unit <= 0xff5a);

/** Whether a blank separates two ASCII words, which would otherwise run together. */
const parts = (before: number | undefined, raw: string, next: number): boolean =>
  before !== undefined && isWord(before) && next < raw.length && isWord(raw.charCodeAt(next));

function isGrouping(raw: string, index: number): boolean {
  return (
    isDigit(raw.charCodeAt(index - 1)) &&
    isDigit(raw.charCodeAt(index + 1)) &&
    isDigit(raw.charCodeAt(index + 2)) &&
    isDigit(raw.charCodeAt(index + 3)) &&
    !isDigit(raw.charCodeAt(index + 4))
  );
}

function isBetweenDigits(raw: string, index: number): boolean {
  return isDigit(raw.charCodeAt(index - 1)) && isDigit(raw.charCodeAt(index + 1));
}

function decode(units: Uint16Array): string {
  let text = '';
  for (let index = 0; index < units.length; index += 8192) {
    text += String.fromCharCode(...units.subarray(index, index + 8192));
  }
  return text;
}
