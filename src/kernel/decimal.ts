/**
 * An exact decimal number: `units` · 10^-`scale`. Money that stands in a report as text is counted
 * in these, never in binary floating point.
 */
export interface Decimal {
  units: bigint;
  /** Digits behind the point, 0 or more. */
  scale: number;
}

export const zero: Decimal = { units: 0n, scale: 0 };

// Longer numbers are no amounts, and their arithmetic would take time that nobody asked for.
const plain = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/**
 * The number a text writes in plain digits (`"4"`, `"-12.350"`), or undefined: grouping, units,
 * exponents, signs of plus and full-width digits are not plain.
 */
export function findDecimal(text: string): Decimal | undefined {
  const [, sign, whole, fraction = ''] = plain.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** a + b, exactly. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

/** a − b, exactly. */
export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, { units: -b.units, scale: b.scale });

/** Below 0, 0 or above 0 as a is less than, equal to or greater than b; `4` equals `4.00`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** In plain digits without superfluous noughts behind the point: `12.350` → `"12.35"`, `4.00` → `"4"`. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * How much a is more than b, in per cent of b with one digit behind the point, rounded half away
 * from nought; undefined when b is not above 0.
 *
 * @example percentChange(156, 120) = "30"; percentChange(1, 3) = "-66.7"
 */
export function percentChange(a: Decimal, b: Decimal): string | undefined {
  const scale = Math.max(a.scale, b.scale);
  const base = unitsAt(b, scale);
  if (base <= 0n) return undefined;
  const thousandths = (unitsAt(a, scale) - base) * 1000n;
  const rounded = ((thousandths < 0n ? -thousandths : thousandths) * 2n + base) / (base * 2n);
  return decimalText({ units: thousandths < 0n ? -rounded : rounded, scale: 1 });
}

const unitsAt = ({ units, scale }: Decimal, wanted: number): bigint => units * 10n ** BigInt(wanted - scale);
