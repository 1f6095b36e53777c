const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const formalDigits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/** `chineseNumeral(21)` is `二十一`; from 10 to 19 without the leading 一. Up to 9999. */
function chineseNumeral(value: number, signs: string[] = digits, units = ['', '十', '百', '千']): string {
  if (value === 0) return signs[0] as string;
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += signs[0];
    gap = false;
    text += (signs[digit] as string) + units[power];
  }
  return signs === digits ? text.replace(/^一十/, '十') : text;
}

function roman(value: number): string {
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** Word repeats the letter after 26: a … z, aa, bb. */
const letter = (value: number): string =>
  String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

const fromRange = (first: string, count: number) => (value: number) =>
  value <= count ? String.fromCodePoint((first.codePointAt(0) as number) + value - 1) : String(value);

function circled(value: number): string {
  if (value <= 20) return fromRange('①', 20)(value);
  if (value <= 35) return fromRange('㉑', 15)(value - 20);
  return value <= 50 ? fromRange('㊱', 15)(value - 35) : String(value);
}

const cycle = (signs: string) => (value: number) => signs[(value - 1) % signs.length] as string;
const fullWidth = (value: number) =>
  String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const counting = (value: number) => (value < 10_000 ? chineseNumeral(value) : String(value));
const positional = (value: number) =>
  String(value).replace(/\d/g, (digit) => (digit === '0' ? '〇' : (digits[Number(digit)] as string)));

const formats: Record<string, (value: number) => string> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: (value) =>
    value < 10_000 ? chineseNumeral(value, formalDigits, ['', '拾', '佰', '仟']) : String(value),
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: fromRange('⑴', 20),
  decimalEnclosedFullstop: fromRange('⒈', 20),
  ideographEnclosedCircle: fromRange('㊀', 10),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  none: () => '',
};

/**
 * A list number as text in one of Word's number formats; formats that no Chinese office uses are written as digits.
 *
 * Example: `formatNumber(12, 'chineseCounting')` is `十二`.
 */
export function formatNumber(value: number, format: string): string {
  if (value < 1 || value > 1_000_000) return format === 'none' ? '' : String(value);
  return (formats[format] ?? String)(value);
}
