import type { FieldProblem } from '../../../kernel/problem.ts';

const message =
  '含有无法保存的字符（看不见的控制字符，或残缺的字符），请删除后重新输入；从别处复制来的，可先粘贴到记事本，再从记事本复制过来。';

/** Whether PostgreSQL takes a text: it refuses the character 0, and halves of surrogate pairs in JSON. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/**
 * The texts among what was sent that the database cannot hold, each at its field. Asked of everything that comes
 * in, so that no form has to think of it.
 *
 * @example findUnstorableTexts({ aliases: ['石桥', '石\u0000桥'] }) // [{ field: 'aliases.1', message: '…' }]
 */
export function findUnstorableTexts(sent: unknown): FieldProblem[] {
  const found: FieldProblem[] = [];
  // A list instead of a recursion: what is sent may be nested deeper than the stack.
  const left: { field: string; value: unknown }[] = [{ field: '', value: sent }];
  for (let each = left.pop(); each; each = left.pop()) {
    const { field, value } = each;
    if (typeof value === 'string' && !isStorable(value)) found.push({ field, message });
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value).reverse()) {
      if (!isStorable(name)) found.push({ field, message });
      left.push({ field: field === '' ? name : `${field}.${name}`, value: inner });
    }
  }
  return found;
}
