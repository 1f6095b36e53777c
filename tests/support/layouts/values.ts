import type { Random } from '../../../src/kernel/random.ts';
import type { CellValue } from '../../../src/report/domain/annual-report.ts';
import { toFullWidth } from './labels.ts';

/** How a layout writes the values of a report. */
export type Values = (random: Random) => (value: CellValue, path: string) => string;

const plain = (value: CellValue): string => (value === null ? '' : String(value));
const isMoney = (path: string) => path.endsWith('.amount');
const isChange = (path: string) => path.endsWith('.change');
const isTotal = (path: string) => path.endsWith('.total');
const isZero = (value: CellValue) => value === 0 || value === '0';

export const plainValues: Values = () => plain;

/** Digits in full width. */
export const fullWidthValues: Values = () => (value) => toFullWidth(plain(value));

/** Spaces of every kind around the number. */
export const paddedValues: Values = (random) => (value) => {
  const pad = () => random.pick(['', ' ', '\u3000', '\u3000\u3000', '\u00a0', '  ']);
  return `${pad()}${plain(value)}${pad()}`;
};

/** 1,234 or 1，234. */
export const groupedValues: Values = (random) => {
  const comma = random.pick([',', '，']);
  return (value) => plain(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, comma);
};

/** 4.0000 and 12.0, as spreadsheets show numbers; money with four places. */
export const decimalValues: Values = (random) => (value, path) => {
  if (isMoney(path)) return plain(value).includes('.') ? plain(value) : `${plain(value)}.0000`;
  return random.chance(0.3) ? `${plain(value)}.0` : plain(value);
};

/** Nothing where a zero belongs. */
export const blankZeros: Values = () => (value) => (isZero(value) ? '' : plain(value));

/** Nothing where a zero belongs, except in the total column. */
export const blankZerosButTotals: Values = () => (value, path) =>
  isZero(value) && path.startsWith('requests.') && !isTotal(path) ? '' : plain(value);

/** Nothing at all: the form was never filled in. */
export const noValues: Values = () => () => '';

/** One sign for every zero: `/`, `-`, `—`, `无`. */
export const signsForZero: Values = (random) => {
  const sign = random.pick(['/', '-', '—', '无', '／', '--']);
  return (value) => (isZero(value) ? sign : plain(value));
};

/** `+1`, `增加5`, `减少2`, `0/0` for changes; units with money; a unit or a remark with some counts. */
export const explainedValues: Values = (random) => {
  const unit = random.pick(['件', '件', '条', '']);
  return (value, path) => {
    if (isChange(path) && typeof value === 'number') return explainChange(value, random);
    if (isMoney(path)) return explainMoney(plain(value), path, random);
    if (typeof value !== 'number' || !random.chance(0.1)) return plain(value);
    if (value > 3 && random.chance(0.3)) return `${value}件（含网络${value - 2}件）`;
    return `${value}${unit}`;
  };
};

function explainChange(value: number, random: Random): string {
  if (value === 0) return random.pick(['0', '0/0', '0']);
  if (value < 0) return random.pick([String(value), `减少${-value}`, `减${-value}`]);
  return random.pick([String(value), `+${value}`, `增加${value}`, `增${value}`]);
}

function explainMoney(amount: string, path: string, random: Random): string {
  if (amount === '0') return amount;
  if (path.startsWith('proactive.procurement')) {
    return random.pick([amount, `${amount}元`, amount === '976800' ? '97.68万元' : amount]);
  }
  return random.pick([amount, `${amount}万元`, `${Math.round(Number(amount) * 10_000)}元`]);
}
