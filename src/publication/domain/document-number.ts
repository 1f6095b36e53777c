import type { FieldFault } from './kinds/kind.ts';

/**
 * A 发文字号 in one spelling, by which it is found and compared: half-width, brackets and blanks and 第 taken out,
 * no leading zeros.
 *
 * @example documentNumberKey('石政发[2026] 03号') // '石政发20263'
 */
export const documentNumberKey = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/[\s〔〕[\]()【】〈〉<>{}〖〗「」第号]/g, '')
    // The year is the first number: later digits that look like one belong to the serial.
    .replace(/^(\D*(?:19|20)\d{2})0+(?=\d+$)/, '$1')
    .toUpperCase();

/** 机关代字 in Chinese characters or letters, 六角括号, four digits of the year, a serial without leading zeros, 号. */
const official = /^[\u4e00-\u9fa5A-Za-z]+〔(?:19|20)\d{2}〕[1-9]\d*号$/;

/** Every bracket somebody writes instead of 〔 〕. */
const openings = '〔﹝［[(（【〈<《{｛〖「『';
const closings = '〕﹞］])）】〉>》}｝〗」』';
const loose = new RegExp(
  `^([\\u4e00-\\u9fa5A-Za-z]*?)第?[${escaped(openings)}]?(\\d{4}|\\d{2})年?[${escaped(closings)}]?[\\s、,，.．-]*(第)?(\\d+)(号)?[。.]?$`,
);

/** What a 发文字号 is made of. */
export interface DocumentNumber {
  /** 机关代字, e.g. 石政发. */
  organ: string;
  year: number;
  serial: number;
}

/**
 * The parts of a 发文字号 that is written as the standard demands (GB/T 9704-2012, 7.2.5: 机关代字、年份、发文顺序号;
 * 年份 in four digits within 六角括号, the serial without 第 and without leading zeros, with 号); undefined when it is not.
 *
 * @example parseDocumentNumber('石政发〔2026〕3号') // { organ: '石政发', year: 2026, serial: 3 }
 * @example parseDocumentNumber('石政发[2026]3号') // undefined
 */
export function parseDocumentNumber(written: string): DocumentNumber | undefined {
  if (!official.test(written)) return undefined;
  const [, organ = '', year, serial] = /^(.*)〔(\d{4})〕(\d+)号$/.exec(written) ?? [];
  return { organ, year: Number(year), serial: Number(serial) };
}

/** The standard spelling of a 发文字号. */
export const writeDocumentNumber = ({ organ, year, serial }: DocumentNumber): string =>
  `${organ}〔${year}〕${serial}号`;

/**
 * The standard spelling of what somebody wrote, where it can be told what is meant; undefined where it cannot.
 *
 * @example correctDocumentNumber('石政发（2026）第03号') // '石政发〔2026〕3号'
 * @example correctDocumentNumber('石政发 2026-3') // '石政发〔2026〕3号'
 * @example correctDocumentNumber('第3号') // undefined: which organ, which year
 */
export function correctDocumentNumber(written: string): string | undefined {
  const plain = narrow(written).replace(/\s+/g, '');
  const [, organ, writtenYear = '', , writtenSerial] = loose.exec(plain) ?? [];
  const year = writtenYear.length === 2 ? 2000 + Number(writtenYear) : Number(writtenYear);
  const serial = Number(writtenSerial);
  if (!organ || year < 1900 || year > 2099 || !Number.isSafeInteger(serial) || serial < 1) return undefined;
  return writeDocumentNumber({ organ, year, serial });
}

/**
 * What is wrong with a 发文字号 and how it is written (GB/T 9704-2012); undefined when nothing is.
 *
 * @example checkDocumentNumber('石政发〔2026〕03号')
 * // { message: '发文字号的顺序号不编虚位（3，不写作 03），应写作“石政发〔2026〕3号”。', suggestion: '石政发〔2026〕3号' }
 */
export function checkDocumentNumber(written: string): FieldFault | undefined {
  if (official.test(written)) return undefined;
  const suggestion = correctDocumentNumber(written);
  const reason = findSlip(written);
  if (suggestion === undefined) {
    return { message: `${reason ?? '发文字号写法不符合公文格式标准'}，应写成“石政发〔2026〕3号”的样子。` };
  }
  return { message: `${reason ?? '发文字号写法不符合公文格式标准'}，应写作“${suggestion}”。`, suggestion };
}

/** The common slips, in the order in which they are told. */
const slips: readonly { is: RegExp; say: (found: string) => string }[] = [
  { is: /[、；;].*[〔（([【].*号/, say: () => '联合行文只标主办机关的发文字号' },
  {
    is: new RegExp(`[${escaped(openings.replace('〔', ''))}]`),
    say: () => '年份应当用六角括号“〔〕”括入',
  },
  { is: /〔\d{2}〕/, say: () => '年份应当标全称，用四位数字' },
  { is: /第/, say: () => '发文字号的顺序号不加“第”字' },
  { is: /〕\s*0+\d/, say: () => '发文字号的顺序号不编虚位（3，不写作 03）' },
  { is: /[０-９]/, say: () => '发文字号中的数字应当用半角阿拉伯数字' },
  { is: /\s/, say: () => '发文字号中间不空格' },
  { is: /[^号]$/, say: () => '发文字号应当以“号”结尾' },
  { is: /^[^〔]*[0-9]{4}[^〕]*$/, say: () => '年份应当用六角括号“〔〕”括入' },
  { is: /^〔/, say: () => '发文字号应当以机关代字开头' },
];

function findSlip(written: string): string | undefined {
  const found = slips.find(({ is }) => is.test(written));
  return found?.say(written);
}

/** Full-width letters and digits as half-width ones; brackets are left as they are. */
const narrow = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ－．]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0));

function escaped(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&').replaceAll('[', '\\[');
}
