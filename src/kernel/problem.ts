/**
 * Why something was refused.
 *
 * `code` is stable, kebab-case and for programs; `message` is one or two Chinese sentences in
 * office style that say what is wrong and what to do next.
 */
export interface Problem {
  code: string;
  message: string;
  /** What is wrong with single fields of what was sent, for the form to show beside them. */
  fields?: readonly FieldProblem[];
}

export interface FieldProblem {
  /** Path of the field in what was sent, e.g. `address` or `phones.0.number`. */
  field: string;
  message: string;
}
