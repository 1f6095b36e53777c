import type { Problem } from './problem.ts';

/** The outcome of something that may be refused: an expected refusal is a value, a bug throws. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Wraps a value as a success. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps a refusal. `message` is one Chinese sentence for the person at the desk. */
export const failure = (code: string, message: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code, message },
});
