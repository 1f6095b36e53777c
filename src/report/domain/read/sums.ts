import { type Equation, equations, type Form } from '../forms/index.ts';

/** What is known of a cell while rows are being placed: a number, or not known (yet). */
export type Known = (path: string) => number | undefined;

const byPath = new Map<string, ReadonlyMap<string, readonly Equation[]>>();

/** The sums a cell takes part in. */
export function equationsOf(form: Form, path: string): readonly Equation[] {
  let index = byPath.get(form.id);
  if (!index) {
    const made = new Map<string, Equation[]>();
    for (const equation of equations(form)) {
      for (const each of [...equation.left, ...equation.right]) made.set(each, [...(made.get(each) ?? []), equation]);
    }
    index = made;
    byPath.set(form.id, index);
  }
  return index.get(path) ?? [];
}

/**
 * Whether a sum can hold, given what is known; unknown cells may be any number from 0 up.
 */
export function canHold(equation: Equation, known: Known): boolean {
  let left = 0;
  let right = 0;
  let openLeft = false;
  let openRight = false;
  for (const path of equation.left) {
    const value = known(path);
    if (value === undefined) openLeft = true;
    else left += value;
  }
  for (const path of equation.right) {
    const value = known(path);
    if (value === undefined) openRight = true;
    else right += value;
  }
  if (openLeft && openRight) return true;
  if (openLeft) return left <= right;
  if (openRight) return right <= left;
  return left === right;
}
