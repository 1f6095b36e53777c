import { type FindForbidden, tellForbidden } from '../../../kernel/forbidden-words.ts';
import type { FieldProblem } from '../../../kernel/problem.ts';

/** The fields of what was sent in which words stand that may not become public. */
export function findForbiddenWords(sent: unknown, find: FindForbidden, path = ''): FieldProblem[] {
  if (typeof sent === 'string') {
    const names = find(sent);
    return names.length > 0 ? [{ field: path, message: tellForbidden(names) }] : [];
  }
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.entries(sent).flatMap(([key, part]) =>
    findForbiddenWords(part, find, path === '' ? key : `${path}.${key}`),
  );
}
