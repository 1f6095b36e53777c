import { isRole, roles } from '../../organisation/domain/role.ts';
import { messages } from './messages.ts';

/** The kind of field a setting needs, with its bounds. */
export type ValueKind =
  | { kind: 'number'; minimum?: number; maximum?: number }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'list'; options?: readonly string[] }
  | { kind: 'switch' }
  | { kind: 'text' };

/** Reads from the JSON Schema of a setting which field it needs; what is unknown is a text. */
export function readKind(schema: Readonly<Record<string, unknown>>): ValueKind {
  const { type, minimum, maximum } = schema;
  if (Array.isArray(schema.enum)) return { kind: 'choice', options: schema.enum.map(String) };
  if (type === 'integer' || type === 'number') {
    return {
      kind: 'number',
      ...(typeof minimum === 'number' ? { minimum } : {}),
      ...(typeof maximum === 'number' ? { maximum } : {}),
    };
  }
  if (type === 'boolean') return { kind: 'switch' };
  if (type !== 'array') return { kind: 'text' };
  const { items } = schema;
  const options = typeof items === 'object' && items !== null && 'enum' in items ? items.enum : undefined;
  return { kind: 'list', ...(Array.isArray(options) ? { options: options.map(String) } : {}) };
}

/**
 * The value of a setting in words.
 *
 * @example showValue(30, '分钟') // '30 分钟'
 * @example showValue([]) // '无'
 */
export function showValue(value: unknown, unit?: string): string {
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  if (Array.isArray(value)) return value.length === 0 ? messages.none : value.map(showWord).join('、');
  if (value === null || value === undefined || value === '') return messages.none;
  const shown = typeof value === 'string' ? showWord(value) : String(value);
  return unit === undefined ? shown : `${shown} ${unit}`;
}

/** A word of the program as it is called on screen. */
export function showWord(word: unknown): string {
  const text = String(word);
  return messages.choices[text] ?? (isRole(text) ? roles[text].name : text);
}
