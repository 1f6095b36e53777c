import type { Problem } from '../../src/kernel/problem.ts';
import type { Result } from '../../src/kernel/result.ts';

/** What came out; fails the test when it was refused. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.problem.message}`);
  return result.value;
}

/** With which sentence it was refused; empty when it was not. */
export const refusalOf = (result: Result<unknown>): string => (result.ok ? '' : result.problem.message);

/** The refusal with its code and fields; fails the test when there was none. */
export function problemOf(result: Result<unknown>): Problem {
  if (result.ok) throw new Error('not refused');
  return result.problem;
}
