import type { FieldProblem, Problem } from './problem.ts';

/** The outcome of something that may be refused: an expected refusal is a value, a bug throws. */
export type Result<T> = { ok: true; value: T } | Failure;

/** A refusal, with which a `Result` of any kind can end. */
export interface Failure {
  ok: false;
  problem: Problem;
}

/** Wraps a value as a success. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps a refusal. `message` is one Chinese sentence for the person at the desk. */
export const failure = (code: string, message: string, fields?: readonly FieldProblem[]): Failure => ({
  ok: false,
  problem: { code, message, ...(fields ? { fields } : {}) },
});

/** Refuses because who asks has not the right; says why, under which rule, and who can help. */
export const forbidden = (message: string): Failure => failure('forbidden', message);

/** Refuses because there is no such record, or none that who asks may know of. */
export const missing = (message: string): Failure => failure('not-found', message);

/** Refuses because somebody else changed the record meanwhile, or because what is asked for is done already. */
export const conflict = (message: string): Failure => failure('conflict', message);

/** Refuses because of single fields of what was sent. */
export const invalid = (fields: readonly FieldProblem[]): Failure =>
  failure(
    'invalid',
    fields.length === 1 && fields[0] ? fields[0].message : `有 ${fields.length} 处填写有误，请逐项改正。`,
    fields,
  );
