import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Scope } from '../domain/policy.ts';

/**
 * Whether the organ of a row lies within a scope: `covers` of domain/policy.ts as a condition of SQL.
 * The county is a condition of its own, `county_id` of the row being that of the scope.
 *
 * @param version alias of the row of organisation_organ_version that holds on the day
 */
export function organInScope(scope: Scope, version: string): RawBuilder<boolean> {
  if (scope.county) return sql<boolean>`true`;
  const organ = sql.ref(`${version}.organId`);
  const path = sql.ref(`${version}.path`);
  return sql<boolean>`(${organ} = any(${[...scope.organIds]}::uuid[]) or ${path} && ${[...scope.subtreeIds]}::uuid[])`;
}

/** Whether a version of an organ holds on a day. */
export const holdsOn = (version: string, day: PlainDate): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${version}.validFrom`)} <= ${day} and (${sql.ref(`${version}.validUntil`)} is null or ${sql.ref(`${version}.validUntil`)} > ${day}))`;

/** Whether a text contains what somebody searches for, to the letter: % and _ mean themselves. */
export const contains = (column: string, searched: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} ilike ${`%${searched.replace(/[\\%_]/g, '\\$&')}%`}`;
