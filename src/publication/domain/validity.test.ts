import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, getPlainDate } from '../../kernel/plain-date.ts';
import { type Effect, type ValidityFacts, validityOn } from './validity.ts';

const on = getPlainDate;
const published = on('2026-03-02');
const facts = (more: Partial<ValidityFacts> = {}): ValidityFacts => ({ publishedOn: published, effects: [], ...more });
const effect = (kind: Effect['kind'], since: string): Effect => ({ kind, since: on(since) });

describe('有效性 on a day', () => {
  test.each<[string, ValidityFacts, string, object]>([
    ['nothing happened: 有效 from its publication', facts(), '2030-01-01', { validity: 'valid', since: published }],
    [
      'repealed from a later day: still 有效 the day before',
      facts({ effects: [effect('repeals', '2026-04-01')] }),
      '2026-03-31',
      { validity: 'valid' },
    ],
    [
      'repealed on that day',
      facts({ effects: [effect('repeals', '2026-04-01')] }),
      '2026-04-01',
      { validity: 'repealed', since: '2026-04-01' },
    ],
    [
      'amended twice: since the later',
      facts({ effects: [effect('amends', '2026-04-01'), effect('amends', '2026-05-01')] }),
      '2026-06-01',
      { validity: 'amended', since: '2026-05-01' },
    ],
    [
      'amended, then repealed',
      facts({ effects: [effect('amends', '2026-04-01'), effect('repeals', '2026-05-01')] }),
      '2026-06-01',
      { validity: 'repealed' },
    ],
    [
      'on the last day of its 有效期: 有效',
      facts({ validUntil: on('2026-06-30') }),
      '2026-06-30',
      { validity: 'valid' },
    ],
    [
      'the day after: 失效',
      facts({ validUntil: on('2026-06-30') }),
      '2026-07-01',
      { validity: 'expired', since: '2026-07-01' },
    ],
    [
      '失效 goes before 已修改',
      facts({ validUntil: on('2026-06-30'), effects: [effect('amends', '2026-08-01')] }),
      '2026-09-01',
      { validity: 'expired' },
    ],
    [
      '宣布失效 by a cleaning',
      facts({ declared: { validity: 'expired', since: on('2026-11-20') } }),
      '2026-11-20',
      { validity: 'expired', since: '2026-11-20' },
    ],
    [
      '废止 by a cleaning, not before its day',
      facts({ declared: { validity: 'repealed', since: on('2026-11-20') } }),
      '2026-11-19',
      { validity: 'valid' },
    ],
  ])('%s', (_, given, day, expected) => expect(validityOn(given, on(day))).toMatchObject(expected));
});

const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(published, days));
const effects = fc.array(fc.record({ kind: fc.constantFrom('repeals' as const, 'amends' as const), since: day }), {
  maxLength: 5,
});
const anyFacts = fc.record(
  { publishedOn: fc.constant(published), validUntil: day, effects },
  { requiredKeys: ['publishedOn', 'effects'] },
);

test('once 废止 it stays so, and nothing is in force again by the mere passing of days', () => {
  const rank = { valid: 0, amended: 0, expired: 1, repealed: 2 };
  fc.assert(
    fc.property(anyFacts, day, fc.nat(2_000), (given, first, later) => {
      const [one, other] = [validityOn(given, first), validityOn(given, addDays(first, later))];
      expect(rank[other.validity]).toBeGreaterThanOrEqual(rank[one.validity]);
      expect(one.since <= first).toBe(true);
    }),
  );
});

test('taking away what a document does restores what was before', () => {
  fc.assert(
    fc.property(anyFacts, day, day, (given, since, today) => {
      const repealed: ValidityFacts = { ...given, effects: [...given.effects, { kind: 'repeals', since }] };
      const restored: ValidityFacts = { ...repealed, effects: repealed.effects.slice(0, -1) };
      expect(validityOn(restored, today)).toEqual(validityOn(given, today));
    }),
  );
});
