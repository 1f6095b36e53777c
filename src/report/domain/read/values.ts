import type { CellValue, NoteKind } from '../annual-report.ts';
import type { ColumnDeclaration } from '../forms/index.ts';
import { trimmed } from './fold.ts';

/** What the text of one cell says. `kind` is set when the value needs a note. */
export interface CellReading {
  value: CellValue;
  kind?: Extract<NoteKind, 'blank' | 'text' | 'repaired'>;
  message?: string;
}

const nothing = /^[/\\|—–\-－﹣―~～.。…*＊\s]+$/;
const words = /^(?:无|零|空|没有|不适用|不涉及|暂无|未发生|无此项|N\/?A)$/i;
const unit = '(?:件次|人次|件|条|起|份|个|次|项|宗|部|例|人|万元|亿元|元|万|%)';
/** Digits, grouped by threes or not at all: 1,2 is not 12. */
const amount = '[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const bare = new RegExp(`^${amount}$`);
const withUnit = new RegExp(`^(${amount})(${unit})$`);
const explained = new RegExp(`^(?:约|共|计|合计)?${amount}${unit}?(?:[(（].*[)）])?$`);
const changed = /^(?:新?增加?|上升|减少?|下降|取消|↑|↓)\d+(?:项|件|个)?$/;
const bothZero = /^[+-]?0[/／][+-]?0$/;
const pair = /^[+-]?\d+[/／][+-]?\d+$/;

/** Whether a text can only be the content of a value cell, never a piece of a label. */
export function looksLikeValue(text: string): boolean {
  if (/^\d+$/.test(text)) return true;
  if (text.length > 60) return false;
  const plain = trimmed(text)
    .normalize('NFKC')
    .replace(/ /g, '')
    .replace(/\u2212/g, '-');
  return (
    plain !== '' &&
    (explained.test(plain) || nothing.test(plain) || words.test(plain) || changed.test(plain) || pair.test(plain))
  );
}

/**
 * Whether a cell behind a row's label is a value although it is no number: 12[1], 十二, ≥12.
 * An ordinal with its full stop opens a label.
 */
export function couldBeValue(text: string): boolean {
  const written = trimmed(text);
  if (/^[\u2460-\u24ff]/.test(written)) return false;
  const plain = written.normalize('NFKC');
  if (plain.length > 20) return false;
  if (/^[一二三四五六七八九十百千〇零两]+$/.test(plain)) return true;
  const words = plain.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return /^[≥≤<>~约近共]?\d/.test(plain) && words <= 3 && !/^\d{1,2}\s*[.、)]/.test(plain);
}

/** Whether a text is a plain number with nothing beside it. */
export function isPlainNumber(text: string): boolean {
  return bare.test(
    trimmed(text)
      .normalize('NFKC')
      .replace(/ /g, '')
      .replace(/\u2212/g, '-'),
  );
}

/**
 * Reads the text of one cell of `column`.
 *
 * `headerUnit` is the unit the table's own header gives, when it differs from the form's.
 *
 * @example readCell(' 12 ', count) → { value: 12 }
 * @example readCell('251000元', fee in 万元) → { value: '25.1', kind: 'repaired', … }
 * @example readCell('12件（含网络3件）', count) → { value: '12件（含网络3件）', kind: 'text', … }
 */
export function readCell(text: string, column: ColumnDeclaration, headerUnit?: '元' | '万元'): CellReading {
  if (column.kind === 'count' && /^(?:0|[1-9]\d{0,14})$/.test(text)) return { value: Number(text) };
  const written = trimmed(text);
  if (written === '') return { value: null, kind: 'blank', message: '此格为空白，未按0处理' };
  // 12① and 12 1 are not 121: a note mark or a space parts what is not one number.
  if (/[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u3251-\u325f\u32b1-\u32bf]|\d\s+\d/.test(written))
    return asText(written);
  const plain = written
    .normalize('NFKC')
    .replace(/ /g, '')
    .replace(/\u2212/g, '-');
  if (column.kind === 'money') return readMoney(written, plain, column.unit ?? '元', headerUnit);
  if (column.kind === 'change') return readChange(written, plain);
  return readCount(written, plain);
}

const asText = (written: string): CellReading => ({
  value: written,
  kind: 'text',
  message: `此格填的是“${written}”，不是数字，照原样保留`,
});

/** A value read by more than its plain digits; the note says what was written. */
const repaired = (value: CellValue, written: string, how: string): CellReading =>
  written === String(value) ? { value } : { value, kind: 'repaired', message: `原文为“${written}”，${how}` };

function readCount(written: string, plain: string): CellReading {
  // Sixteen digits are more than a number can hold exactly.
  if (/\d{16}/.test(plain.replace(/,/g, ''))) return asText(written);
  if (bare.test(plain)) return repaired(Number(plain.replace(/,/g, '')), written, '按数字读取');
  const measured = withUnit.exec(plain);
  if (measured && /^[件条起份个次项宗部例人]/.test(measured[2] ?? '') && !measured[2]?.includes('元')) {
    return repaired(Number((measured[1] ?? '').replace(/,/g, '')), written, '去掉单位读取');
  }
  return asText(written);
}

function readChange(written: string, plain: string): CellReading {
  if (bare.test(plain)) return repaired(Number(plain.replace(/,/g, '')), written, '按增减数读取');
  if (bothZero.test(plain)) return repaired(0, written, '按增减均为0读取');
  const moved = /^(新?增加?|上升|↑|减少?|下降|取消|↓)(\d+)(?:项|件|个)?$/.exec(plain);
  if (moved) {
    const down = /^(?:减|下降|取消|↓)/.test(moved[1] ?? '');
    const size = Number(moved[2]);
    return repaired(down && size > 0 ? -size : size, written, '按增减数读取');
  }
  return asText(written);
}

function readMoney(written: string, plain: string, unit: '元' | '万元', headerUnit?: '元' | '万元'): CellReading {
  const measured = moneyAmount.exec(plain);
  if (!measured) return asText(written);
  const digits = (measured[1] ?? '').replace(/,/g, '').replace(/^\+/, '');
  const own = measured[2] === '万' ? '万元' : measured[2];
  const from = own ?? headerUnit ?? unit;
  const shift = power(from) - power(unit);
  const value = shift === 0 ? digits : shiftDecimal(digits, shift);
  if (shift !== 0) return { value, kind: 'repaired', message: `原文为“${written}”（${from}），换算为${unit}` };
  return repaired(value, written, own ? '去掉单位读取' : '按数字读取');
}

const moneyAmount = new RegExp(`^(${amount})(万元|亿元|元|万)?$`);

const power = (unit: string): number => (unit === '亿元' ? 8 : unit === '万元' ? 4 : 0);

/**
 * Moves the decimal point of a decimal string, exactly.
 *
 * @example shiftDecimal('97.68', 4) === '976800'
 * @example shiftDecimal('251000', -4) === '25.1'
 */
export function shiftDecimal(decimal: string, places: number): string {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  let digits = whole + fraction;
  let point = whole.length + places;
  if (point <= 0) {
    digits = '0'.repeat(1 - point) + digits;
    point = 1;
  }
  if (point > digits.length) digits = digits.padEnd(point, '0');
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = digits.slice(point).replace(/0+$/, '');
  const shifted = right ? `${left}.${right}` : left;
  return negative && /[1-9]/.test(shifted) ? `-${shifted}` : shifted;
}
