import type { CellValue } from '../../annual-report.ts';
import type { Quantity } from './text/quantities.ts';
import type { Mention } from './ties/mentions.ts';
import type { Reading } from './ties/subjects.ts';

/** What the tables say to a mention. */
export interface Judgement {
  state: 'agrees' | 'differs' | 'unknown';
  /** The reading it was decided on: the one that agrees, else the first. */
  reading: Reading;
  /** The sum of that reading's cells; undefined when one of them is no number. */
  figure: number | undefined;
  /** The cells that are no number. */
  gaps: readonly string[];
}

/**
 * Compares a mention with the cells it may mean. It agrees when one reading agrees; a reading with
 * a cell that is no number decides nothing.
 */
export function judge(mention: Mention, value: (path: string) => CellValue | undefined): Judgement {
  const readings = mention.subject.readings.map((reading) => {
    const gaps = reading.filter((path) => typeof value(path) !== 'number');
    const figure = gaps.length > 0 ? undefined : reading.reduce((sum, path) => sum + (value(path) as number), 0);
    return { reading, figure, gaps };
  });
  const agreeing = readings.find(({ figure }) => figure !== undefined && fits(mention, figure));
  if (agreeing) return { state: 'agrees', ...agreeing };
  const open = readings.find(({ figure }) => figure === undefined);
  if (open) return { state: 'unknown', ...open };
  const [first] = readings;
  if (!first) throw new Error(`subject ${mention.subject.id} has no reading`);
  return { state: 'differs', ...first };
}

/** A number and how it was written. */
export type Written = Pick<Quantity, 'value' | 'precision' | 'step' | 'high'>;

/**
 * Whether what was written can stand for a figure.
 *
 * @example 12件 only for 12; 500余条 for 500 to 599; 1.2万条 for 11001 to 12999; 约100 for 85 to 115; 不足10 for 0 to 10
 */
export function fits(written: Written, figure: number): boolean {
  const [low, high] = span(written);
  return figure >= low && figure <= high;
}

/** The figures that what was written can stand for, both ends included. */
export function span({ value, precision, step, high }: Written): [number, number] {
  switch (precision) {
    case 'exact':
      return step > 1 ? [value - step + 1, value + step - 1] : [value, value];
    case 'atLeast':
      return [value, value === 0 ? Number.POSITIVE_INFINITY : Math.max(value * 1.1, value + roundness(value) - 1)];
    case 'atMost':
      return [0, value];
    case 'about':
      return [value - Math.max(1, value * 0.15), value + Math.max(1, value * 0.15)];
    case 'range':
      return [value, high ?? value];
  }
}

/** The place a round number is rounded to: 100 for 500, 10 for 120, 1 for 23. */
function roundness(value: number): number {
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}
