import { isIdNumber } from './numbers.ts';

/** A full 身份证号码 in a text, as it was written and as it is. */
export interface FoundIdNumber {
  start: number;
  end: number;
  number: string;
}

/** What a numeral of Chinese writing stands for, the capital ones of accounts too. */
const chineseDigits = ['〇零○', '一壹弌幺', '二贰貳弍', '三叁參弎', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'];
const valueOfChinese = new Map(
  chineseDigits.flatMap((row, digit) => [...row].map((sign) => [sign, String(digit)] as const)),
);
const chineseDigit = `[${chineseDigits.join('')}]`;
const anyChinese = new RegExp(chineseDigit);
const everyChinese = new RegExp(chineseDigit, 'g');

/** Digits of any other writing, raised, circled, bracketed; and signs that are taken for the X. */
const otherSign = /(?![0-9])[\p{Nd}\p{No}\p{Nl}ХхΧχ×✕]/gu;
/** Circled digits that Unicode does not say to be digits. */
const circled = ['⓿❶❷❸❹❺❻❼❽❾', '\0➀➁➂➃➄➅➆➇➈', '\0➊➋➌➍➎➏➐➑➒', '\0⓵⓶⓷⓸⓹⓺⓻⓼⓽'];
const decimal = /^\p{Nd}$/u;

/** The digit or the X that a sign stands for; undefined for 〇, ½, ㉚ and what else counts otherwise. */
function readSign(sign: string): string | undefined {
  if ('ХхΧχ×✕'.includes(sign)) return 'X';
  const inCircle = circled.map((row) => row.indexOf(sign)).find((at) => at >= 0);
  if (inCircle !== undefined) return String(inCircle);
  const simple = sign.normalize('NFKC');
  const [only, ...more] = simple.match(/[0-9]|[Xx]$/g) ?? [];
  if (only !== undefined) return more.length === 0 ? only : undefined;
  const inBrackets = valueOfChinese.get(simple.replace(/[()]/g, ''));
  if (inBrackets !== undefined && !valueOfChinese.has(sign)) return inBrackets;
  if (!decimal.test(sign)) return undefined;
  // The digits of a writing stand one after the other, 0 first.
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && decimal.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** The same text, unit by unit, with digits of other writings as 0 to 9 and what is taken for an X as X. */
const withDigits = (text: string): string =>
  text.replace(otherSign, (sign) => (readSign(sign) ?? sign).padEnd(sign.length));

/** The same with Chinese numerals read as digits too. */
export const withChineseDigits = (text: string): string =>
  withDigits(text).replace(everyChinese, (sign) => valueOfChinese.get(sign) ?? sign);

/** What may stand between two digits of a number: up to three signs that are no letter, no digit and no Chinese. */
const between = '[^0-9A-Za-z\\u3400-\\u9fff]{0,3}';
const perhaps = new RegExp(`\\d(?:${between}\\d){16}`);
/**
 * Eighteen digits, looked for from every digit on, so that a number before it (1、…) hides nothing; birthday and check
 * digit decide. No two parts of the pattern take the same sign: it never goes back far.
 */
const eighteen = new RegExp(`(?<!\\d)(?=([1-9](?:${between}\\d){16}${between}(?:\\d(?!\\d)|[Xx])))`, 'g');

function* findIn(digits: string): Generator<FoundIdNumber> {
  if (!perhaps.test(digits)) return;
  let past = 0;
  for (const { 1: written = '', index } of digits.matchAll(eighteen)) {
    const number = written.replace(/[^\dXx]/g, '').toUpperCase();
    if (index < past || !isIdNumber(number)) continue;
    past = index + written.length;
    yield { start: index, end: past, number };
  }
}

/** Signs that make a reader see what follows from right to left: what is stored backwards is read forwards. */
const turning = /[\u202e\u202b\u2067]/;

/**
 * Every full 身份证号码 in a text, from the left: in digits of any writing, in Chinese numerals, and backwards where the
 * text is turned round on the screen. Precise before all: the check digit and the day of birth have to be right.
 *
 * @param plain as {@link plainText} makes it
 * @param original with the signs nobody sees
 * @example findIdNumbers('一一〇一〇五一九四九一二三一〇〇二X', '')[0]?.number // '11010519491231002X'
 */
export function findIdNumbers(plain: string, original: string): FoundIdNumber[] {
  const found = [...findIn(withDigits(plain))];
  const isChinese = anyChinese.test(plain);
  const read = isChinese ? withChineseDigits(plain) : withDigits(plain);
  const inChinese = isChinese ? [...findIn(read)] : [];
  return withOthers(withOthers(found, inChinese), turning.test(original) ? findTurned(read) : []);
}

/** What is found when a text is read from its end. */
function findTurned(digits: string): FoundIdNumber[] {
  const { length } = digits;
  const turned = digits.split('').reverse().join('');
  return [...findIn(turned)]
    .map(({ start, end, number }) => ({ start: length - end, end: length - start, number }))
    .reverse();
}

/** Both lists in one, from the left; of what lies over something found before nothing is added. */
function withOthers(found: FoundIdNumber[], others: readonly FoundIdNumber[]): FoundIdNumber[] {
  if (others.length === 0) return found;
  let at = 0;
  const added = others.filter((other) => {
    while ((found[at]?.end ?? Number.POSITIVE_INFINITY) <= other.start) at += 1;
    return (found[at]?.start ?? Number.POSITIVE_INFINITY) >= other.end;
  });
  return [...found, ...added].sort((one, other) => one.start - other.start);
}

/** C-22: the division and the last four stay; birthday and all between go. */
export const maskId = (characters: string): string =>
  `${characters.slice(0, 6)}${'*'.repeat(characters.length - 10)}${characters.slice(-4)}`;

/** Words that say that what follows is the number of a 身份证. */
export const aboutIdentity = /身份证|身份号码|证件号/;
