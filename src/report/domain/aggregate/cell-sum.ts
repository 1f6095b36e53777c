import { add, type Decimal, decimalText, findDecimal, zero } from '../../../kernel/decimal.ts';
import type { CellValue, Note } from '../annual-report.ts';
import type { ColumnDeclaration, FormCell } from '../forms/index.ts';
import { NameList } from './name-list.ts';

/** What adding a cell came to: the sum, or what is missing for it. */
export interface SummedCell {
  value: CellValue;
  note: Note | undefined;
}

/**
 * The sum of one cell over many reports, exact and in constant memory: whole numbers and decimals
 * are added as such, and of the units whose cell cannot be added only a few are kept by name.
 */
export class CellSum {
  readonly #cell: FormCell;
  #whole = 0n;
  /** Small numbers wait here, as adding to a bigint each time would be slow. */
  #pending = 0;
  #decimal: Decimal = zero;
  #known = 0;
  readonly #unknown = new NameList();
  readonly #repaired = new NameList();

  constructor(cell: FormCell) {
    this.#cell = cell;
  }

  /** Adds the cell of one unit; `unit` gives the name when it is needed. */
  add(value: CellValue, unit: string, notes: readonly Note[] | undefined): void {
    if (typeof value === 'number' && Number.isSafeInteger(value)) {
      this.#addWhole(value);
    } else {
      const amount = typeof value === 'string' ? this.#findAmount(value, notes) : undefined;
      if (amount === undefined) {
        this.#unknown.add(`${unit}（${shown(value)}）`);
        return;
      }
      this.#decimal = add(this.#decimal, amount);
    }
    this.#known += 1;
    if (notes?.some((note) => note.kind === 'repaired')) this.#repaired.add(unit);
  }

  result(): SummedCell {
    const { path, column } = this.#cell;
    const note = (kind: Note['kind'], message: string): Note => ({ path, kind, message, quote: '' });
    if (this.#unknown.count > 0) {
      const rest = this.#known > 0 ? `其余${this.#known}个单位合计${this.#text()}` : '';
      const message = `${this.#unknown.words()}此格没有可以相加的数，合计无法确定${rest ? `；${rest}` : ''}`;
      return { value: null, note: note('ambiguous', message) };
    }
    const value = column.kind === 'money' ? this.#text() : Number(this.#total());
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      return { value: this.#text(), note: note('text', '合计过大，不能用数字表示，以文字照录') };
    }
    if (this.#repaired.count === 0) return { value, note: undefined };
    return { value, note: note('repaired', `合计中${this.#repaired.words()}的数是读取时修复的，请与原报告核对`) };
  }

  #addWhole(value: number): void {
    if (Math.abs(this.#pending + value) < 2 ** 52) {
      this.#pending += value;
      return;
    }
    this.#whole += BigInt(this.#pending) + BigInt(value);
    this.#pending = 0;
  }

  #total(): bigint {
    return this.#whole + BigInt(this.#pending);
  }

  #text(): string {
    return this.#cell.column.kind === 'money' ? decimalText(this.#decimal) : this.#total().toString();
  }

  /** The amount in a money cell; undefined when its note says that it is in another unit than the column. */
  #findAmount(value: string, notes: readonly Note[] | undefined): Decimal | undefined {
    const { column } = this.#cell;
    if (column.kind !== 'money') return undefined;
    const amount = findDecimal(value);
    return amount && !notes?.some((note) => isInOtherUnit(note, value, column)) ? amount : undefined;
  }
}

/** Whether the source gave this very number in another unit, so that it was not converted. */
function isInOtherUnit({ quote }: Note, value: string, column: ColumnDeclaration): boolean {
  const [, digits, unit] = /(\d[\d,，]*(?:\.\d+)?)\s*(亿元|万元|元)/u.exec(quote.normalize('NFKC')) ?? [];
  if (unit === undefined || unit === column.unit) return false;
  return digits?.replace(/[,，]/gu, '') === value.replace(/^-/, '');
}

function shown(value: CellValue): string {
  if (value === null) return '空白';
  if (typeof value === 'number') return `${value}，不是整数`;
  return `“${value.length > 20 ? `${value.slice(0, 20)}…` : value}”`;
}
