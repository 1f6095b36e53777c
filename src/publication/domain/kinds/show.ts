import type { FieldValue } from '../item.ts';
import type { FieldDeclaration } from './kind.ts';

/**
 * A value as people read it: the name of a choice, an amount in 元, lines one below the other. Empty when there is none.
 *
 * @example showField({ key: 'fine', label: '罚款金额', type: 'money' }, 1234500) // '12345.00元'
 */
export function showField({ type, choices }: FieldDeclaration, value: FieldValue | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.join('\n');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return type === 'money' ? `${(value / 100).toFixed(2)}元` : String(value);
  return type === 'choice' ? (choices?.[String(value)] ?? String(value)) : String(value);
}
