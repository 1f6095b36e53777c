/**
 * Why something was refused.
 *
 * `code` is stable, kebab-case and for programs; `message` is one or two Chinese sentences in
 * office style that say what is wrong and what to do next.
 */
export interface Problem {
  code: string;
  message: string;
}
