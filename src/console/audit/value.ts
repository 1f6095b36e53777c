import { formatInstant } from '../parts/moment.ts';
import { messages } from './messages.ts';

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/**
 * A value of a record as the audit shows it. Lists are joined, objects are told part by part.
 *
 * @example showAudited('2026-05-06T01:02:03.000Z') // '2026-05-06 09:02'
 * @example showAudited([]) // '（空）'
 */
export function showAudited(value: unknown): string {
  if (value === undefined || value === null || value === '') return messages.blank;
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  if (typeof value === 'string') return instantPattern.test(value) ? formatInstant(value) : value;
  if (Array.isArray(value)) return value.length === 0 ? messages.blank : value.map(showAudited).join('；');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name}：${showAudited(part)}`)
    .join('，');
}
