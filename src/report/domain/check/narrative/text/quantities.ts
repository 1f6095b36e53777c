import { approximate, type Precision } from './approximations.ts';
import { isBareCount, isCodeEnd, isDateOrPlace, isPartOfCode, skipCode } from './codes.ts';
import { foldText, originalSpan } from './folded-text.ts';
import { parseChineseNumeral } from './numerals.ts';
import { findUnit, type QuantityKind, type Unit } from './units.ts';

/** A count, amount or percentage in a text. */
export interface Quantity {
  /** From the word of approximation or the numeral to the unit and what qualifies it, half open. */
  start: number;
  end: number;
  /** As written between the two. */
  source: string;
  /** In units, money in 元, shares in percent; for a range its lower end. */
  value: number;
  /** The upper end of a range. */
  high?: number;
  precision: Precision;
  /** As written, `''` when there is none; money without its 万 or 亿. */
  unit: string;
  kind: QuantityKind;
  /** The smallest difference this way of writing shows: 1 in 12件, 1000 in 1.2万条, 0.01 in 33.33%. */
  step: number;
  script: 'arabic' | 'chinese';
}

/** A year a text names, as `2021年` or `二〇二一年`. */
export interface YearWord {
  start: number;
  end: number;
  year: number;
}

export interface NumberReading {
  quantities: Quantity[];
  years: YearWord[];
}

/**
 * Every count, amount and percentage of a text in reading order. Dates, years, document and article
 * numbers, list numbers, telephone numbers and other codes are not counts.
 *
 * @example listQuantities('共2,188条（第331号）') → one quantity, 2188 条
 */
export function listQuantities(raw: string): Quantity[] {
  const folded = foldText(raw);
  return readNumbers(folded.text).quantities.map((quantity) => {
    const { start, end } = originalSpan(folded, quantity.start, quantity.end);
    return { ...quantity, start, end, source: raw.slice(start, end) };
  });
}

const arabic = /\d{1,3}(?:，\d{3})+(?![\d，年月日.])|\d+(?:,\d{3})*(?:\.\d+)?/y;
const chineseNumerals = '零〇一二两三四五六七八九十百千万亿';

/** For every UTF-16 unit whether it begins a numeral: 1 Arabic, 2 Chinese. A text is read past the rest quickly. */
const numerals = new Uint8Array(0x10000);
for (let digit = 0x30; digit <= 0x39; digit++) numerals[digit] = 1;
for (const each of chineseNumerals) numerals[each.charCodeAt(0)] = 2;

/** The quantities and years of a folded text. */
export function readNumbers(text: string): NumberReading {
  const reading: NumberReading = { quantities: [], years: [] };
  const { length } = text;
  for (let at = 0; at < length; ) {
    const script = numerals[text.charCodeAt(at)];
    if (script === 1) at = readArabicAt(text, at, reading);
    else if (script === 2) {
      let end = at + 1;
      while (end < length && numerals[text.charCodeAt(end)] === 2) end++;
      at = Math.max(end, readChinese(text, at, text.slice(at, end), reading));
    } else at++;
  }
  return reading;
}

function readArabicAt(text: string, start: number, reading: NumberReading): number {
  arabic.lastIndex = start;
  const token = arabic.exec(text)?.[0] ?? '';
  // 2，188条 is one number, 网站41，188条 is not: only with a unit behind it the comma parts thousands.
  const isWhole = !token.includes('，') || findUnit(text, start + token.length) !== undefined;
  const whole = isWhole ? token : token.slice(0, token.indexOf('，'));
  return Math.max(start + whole.length, readArabic(text, start, whole, reading));
}

function readArabic(text: string, start: number, token: string, reading: NumberReading): number {
  const end = start + token.length;
  const after = text[end] ?? '';
  if (isPartOfCode(text, start)) return skipCode(text, end);
  if (after === '年' && /^(?:19|20)\d\d$/.test(token)) {
    const closing = text[end + 1] === '度' ? end + 2 : end + 1;
    reading.years.push({ start, end: closing, year: Number(token) });
    return closing;
  }
  const range = /^(?:-|—|–|~|至|到)(\d+(?:\.\d+)?)/.exec(text.slice(end, end + 12));
  if (range) return readRange(text, start, end, token, range, reading);
  if (isCodeEnd(after)) return skipCode(text, end);

  const value = Number(token.replace(/[,，]/g, ''));
  const digits = token.replace(/\D/g, '').length;
  const step = 1 / 10 ** decimalsOf(token);
  const scaled = readScale(text, end);
  const unit = findUnit(text, scaled.end);
  if (!unit) {
    if (scaled.scale === 1 && isBareCount(text, start, end, token)) {
      push(reading, text, { start, unitEnd: end, value, step: 1, script: 'arabic', suffix: '' });
    }
    return end;
  }
  if (digits > 10) return end;
  return push(reading, text, {
    start,
    unitEnd: scaled.end + unit.text.length,
    value: value * scaled.scale * unit.scale,
    step: step * scaled.scale * unit.scale,
    script: 'arabic',
    suffix: scaled.suffix,
    unit,
  });
}

function readRange(
  text: string,
  start: number,
  end: number,
  token: string,
  range: RegExpExecArray,
  reading: NumberReading,
): number {
  const high = range[1] as string;
  const close = end + range[0].length;
  const unit = findUnit(text, close);
  const after = text[close] ?? '';
  if (!unit || token.length > 7 || high.length > 7 || isDateOrPlace(after)) {
    if (after === '年' && /^20\d\d$/.test(high)) {
      reading.years.push({ start: close - high.length, end: close + 1, year: Number(high) });
    }
    return skipCode(text, close);
  }
  const unitEnd = close + unit.text.length;
  reading.quantities.push({
    start,
    end: unitEnd,
    source: text.slice(start, unitEnd),
    value: Number(token.replace(/[,，]/g, '')) * unit.scale,
    high: Number(high) * unit.scale,
    precision: 'range',
    unit: unit.kind === 'money' ? '元' : unit.text,
    kind: unit.kind,
    step: 1,
    script: 'arabic',
  });
  return unitEnd;
}

const ordinalBefore = /[第每某同统唯另任单专初归合划独逐“‘〔]/;
const indefiniteBefore = /[数几好成上]/;
const sayings =
  /^一(?:件事|条龙|条线|条主线|张网|张图|本账|本通|次性|次办|次告知|个口|个窗|个平台|个方面|方面|部分|批|份力|项重|个重|个“|个闭|套|支队|类事|个好)/;

function readChinese(text: string, start: number, token: string, reading: NumberReading): number {
  const end = start + token.length;
  const before = text[start - 1] ?? '';
  if (token === '百' && text.startsWith('分', end)) return readChineseShare(text, start, end, reading);
  if (ordinalBefore.test(before)) return end;
  if (indefiniteBefore.test(before) && /^[十百千万亿]/.test(token)) return end;
  const after = text[end] ?? '';
  if (after === '年' && token.length === 4) {
    const year = parseChineseNumeral(token);
    if (year !== undefined && year > 1900 && year < 2100) {
      const closing = text[end + 1] === '度' ? end + 2 : end + 1;
      reading.years.push({ start, end: closing, year });
      return closing;
    }
  }
  if (isDateOrPlace(after) || after === '分' || after === '是') return end;
  const value = parseChineseNumeral(token);
  if (value === undefined) return end;
  const scaled = readScale(text, end);
  const unit = findUnit(text, scaled.end);
  if (!unit || sayings.test(text.slice(start, start + 4))) return end;
  const isRound = /[百千万亿]$/.test(token) && value >= 10_000;
  return push(reading, text, {
    start,
    unitEnd: scaled.end + unit.text.length,
    value: value * scaled.scale * unit.scale,
    step: (isRound ? lastPlaceOf(value) : 1) * scaled.scale * unit.scale,
    script: 'chinese',
    suffix: scaled.suffix,
    unit,
  });
}

const chineseShare = /^百分(?:之([零〇一二两三四五六七八九十百]+)(?:点([零〇一二三四五六七八九]+))?|百|之百)/;

/** 百分之二十五, 百分之三点六, 百分百. */
function readChineseShare(text: string, start: number, end: number, reading: NumberReading): number {
  const match = chineseShare.exec(text.slice(start, start + 14));
  if (!match) return end;
  const [source, whole = '百', fraction = ''] = match;
  const value = parseChineseNumeral(whole);
  if (value === undefined) return end;
  const decimals = [...fraction].map((each) => parseChineseNumeral(each)).join('');
  reading.quantities.push({
    start,
    end: start + source.length,
    source,
    value: Number(`${value}${decimals === '' ? '' : `.${decimals}`}`),
    precision: 'exact',
    unit: '%',
    kind: 'share',
    step: 1 / 10 ** decimals.length,
    script: 'chinese',
  });
  return start + source.length;
}

interface Scaled {
  end: number;
  scale: number;
  /** 余, 多 or 来 between the numeral and its unit. */
  suffix: string;
}

const scales: Record<string, number> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };

/** What stands between the numeral and its unit: 余 in 500余条, 多万 in 10多万条, 万 in 1.2万条. */
function readScale(text: string, at: number): Scaled {
  let end = at;
  let suffix = '';
  let scale = 1;
  const takeSuffix = () => {
    const each = text[end] ?? '';
    if (suffix === '' && (each === '余' || each === '多' || each === '来' || each === '几')) {
      suffix = each;
      end += 1;
    }
  };
  takeSuffix();
  while (
    scales[text[end] ?? ''] !== undefined &&
    !/^(?:千克|千米|万元|亿元|千元|百分)/.test(text.slice(end, end + 2))
  ) {
    scale *= scales[text[end] as string] as number;
    end += 1;
  }
  takeSuffix();
  return { end, scale, suffix };
}

interface Found {
  start: number;
  unitEnd: number;
  value: number;
  step: number;
  script: Quantity['script'];
  suffix: string;
  unit?: Unit;
}

/** Adds a quantity with the words that make it an approximation; returns where it ends. */
function push(reading: NumberReading, text: string, found: Found): number {
  const { unit, suffix } = found;
  const { start, end, precision } = approximate(text, found.start, found.unitEnd, {
    suffix,
    hasUnit: unit !== undefined,
  });
  reading.quantities.push({
    start,
    end,
    source: text.slice(start, end),
    value: tidy(found.value),
    precision,
    unit: unit ? (unit.kind === 'money' ? '元' : unit.text) : '',
    kind: unit?.kind ?? 'count',
    step: tidy(found.step),
    script: found.script,
  });
  return end;
}

const decimalsOf = (token: string) => (token.includes('.') ? token.length - token.indexOf('.') - 1 : 0);

/** Without the dust of binary fractions: 1.2 × 10000 is 12000. */
const tidy = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(12)));

function lastPlaceOf(value: number): number {
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}
