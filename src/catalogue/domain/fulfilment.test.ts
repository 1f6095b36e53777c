import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/plain-date.ts';
import { on } from './fixtures/items.ts';
import { fulfilmentOf, type KnownDuty, type Publication } from './fulfilment.ts';
import { listPeriods, type TimeLimit, usualLimit } from './time-limit.ts';

const monthly: TimeLimit = { kind: 'monthly', day: 10 };
const standing: TimeLimit = { kind: 'on-change', days: 20 };

const turn = (id: string, beginsOn: string, dueOn: string): KnownDuty => ({
  id,
  itemId: 'item',
  kind: 'period',
  period: dueOn.slice(0, 7),
  title: '预算执行情况',
  beginsOn: on(beginsOn),
  dueOn: on(dueOn),
  registered: true,
  state: 'open',
});
const february = turn('february', '2026-01-11', '2026-02-10');
const march = turn('march', '2026-02-11', '2026-03-10');
const april = turn('april', '2026-03-11', '2026-04-10');
const event = (id: string, title: string, formedOn: string): KnownDuty => ({
  ...turn(id, formedOn, '2026-04-01'),
  kind: 'event',
  period: undefined,
  title,
});
const entered: KnownDuty = { ...event('entered', '机构职能', '2026-01-01'), kind: 'standing' };
const published = (given: Partial<Record<keyof Publication, string>>): Publication => ({
  recordId: 'record',
  title: '一份公开信息',
  ...given,
  formedOn: on(given.formedOn ?? '2026-03-02'),
  publishedOn: on(given.publishedOn ?? '2026-03-05'),
});
const fulfilled = (duty: KnownDuty, recordId: string, formedOn: string): KnownDuty => ({
  ...duty,
  state: 'done',
  doneBy: { recordId, formedOn: on(formedOn) },
});

describe('a publication fulfils', () => {
  test.each<[string, TimeLimit, KnownDuty[], Partial<Record<keyof Publication, string>>, string[] | 'new' | 'none']>([
    ['the turn it falls into', monthly, [march, april], {}, ['march']],
    ['the oldest turn that is open, not a later one', monthly, [april, march, february], {}, ['february']],
    ['no turn that has not begun', monthly, [april], {}, 'none'],
    ['nothing where nothing is owed', monthly, [], {}, 'none'],
    [
      'nothing a second time, when a slip was mended',
      monthly,
      [fulfilled(march, 'record', '2026-03-02'), april],
      { publishedOn: '2026-03-12' },
      'none',
    ],
    [
      'the next turn, when the same page is brought up to date',
      monthly,
      [fulfilled(march, 'record', '2026-03-02'), april],
      { formedOn: '2026-04-01', publishedOn: '2026-04-02' },
      ['april'],
    ],
    [
      'the event of its title and day',
      usualLimit,
      [event('a', '许可一', '2026-03-02'), event('b', '许可二', '2026-03-02')],
      { title: '许可二' },
      ['b'],
    ],
    [
      'the event of its title, the day mistaken',
      usualLimit,
      [event('a', '许可一', '2026-03-02'), event('b', '许可二', '2026-02-02')],
      { title: ' 许可 二' },
      ['b'],
    ],
    [
      'the event of its day under another title',
      usualLimit,
      [event('a', '许可一', '2026-03-01'), event('b', '许可二', '2026-03-02')],
      {},
      ['b'],
    ],
    [
      'no event of another day and title, but one that becomes known by it',
      usualLimit,
      [event('a', '许可一', '2026-03-01')],
      {},
      'new',
    ],
    ['no event that was formed later', usualLimit, [event('a', '一份公开信息', '2026-03-20')], {}, 'new'],
    [
      'nothing new when it is published again',
      usualLimit,
      [fulfilled(event('a', '许可一', '2026-03-02'), 'record', '2026-03-02')],
      { publishedOn: '2026-03-09' },
      'none',
    ],
    ['what is left open by the limit there was before', usualLimit, [march], {}, ['march']],
    ['what stands for good', standing, [entered], { formedOn: '2025-06-01' }, ['entered']],
    [
      'every change its content already has',
      standing,
      [event('a', '更名', '2026-02-01'), event('b', '迁址', '2026-03-02'), event('c', '换届', '2026-03-04')],
      {},
      ['a', 'b'],
    ],
    ['a change that becomes known by it', standing, [fulfilled(entered, 'record', '2026-01-05')], {}, 'new'],
    ['nothing when the page is only mended', standing, [fulfilled(entered, 'record', '2026-03-02')], {}, 'none'],
  ])('%s', (_, limit, duties, given, expected) => {
    const outcome = fulfilmentOf(limit, duties, published(given));
    expect(outcome.kind === 'duties' ? [...outcome.ids].sort() : outcome.kind).toEqual(expected);
  });
});

describe('publications one after another', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 45 }), { minLength: 1, maxLength: 30 });
  const turns = listPeriods({ kind: 'monthly', day: 10 }, on('2026-01-01'), on('2027-12-31')).map(
    ({ key, from, due }, index): KnownDuty => ({
      ...turn(`turn ${String(index).padStart(2, '0')}`, from, due),
      period: key,
    }),
  );

  /** Which turn each fulfilled, in order. */
  function run(days: readonly number[]): string[] {
    let open = turns;
    let day = on('2026-01-05');
    return days.flatMap((gap, index) => {
      day = addDays(day, gap);
      const outcome = fulfilmentOf(
        monthly,
        open,
        published({ recordId: `record ${index}`, formedOn: day, publishedOn: day }),
      );
      if (outcome.kind !== 'duties') return [];
      open = open.filter(({ id }) => !outcome.ids.includes(id));
      return outcome.ids;
    });
  }

  test('fulfil one turn each at most, the oldest first and none twice', () => {
    fc.assert(
      fc.property(gaps, (days) => {
        const order = run(days);
        return order.length <= days.length && order.every((id, index) => id === turns[index]?.id);
      }),
    );
  });

  test('fulfil as many turns as have begun, or as there are publications', () => {
    fc.assert(
      fc.property(gaps, (days) => {
        const last = addDays(
          on('2026-01-05'),
          days.reduce((sum, gap) => sum + gap, 0),
        );
        const begun = turns.filter(({ beginsOn }) => beginsOn <= last).length;
        return run(days).length <= Math.min(begun, days.length);
      }),
    );
  });

  test('the order in which the duties are given is no matter', () => {
    const shuffled = fc.shuffledSubarray([
      february,
      march,
      april,
      event('a', '甲', '2026-03-02'),
      event('b', '乙', '2026-03-01'),
    ]);
    fc.assert(
      fc.property(shuffled, fc.constantFrom(monthly, usualLimit, standing), (duties, limit) => {
        const sorted = [...duties].sort((one, other) => (one.id < other.id ? -1 : 1));
        expect(fulfilmentOf(limit, duties, published({}))).toEqual(fulfilmentOf(limit, sorted, published({})));
      }),
    );
  });

  test('only what is open is fulfilled', () => {
    const states = fc.constantFrom('open', 'done', 'waived');
    const some = fc.array(fc.tuple(fc.constantFrom(february, march, april), states)).map((pairs) =>
      pairs.map(
        ([duty, state], index): KnownDuty => ({
          ...duty,
          id: `${duty.id} ${index}`,
          state: state as KnownDuty['state'],
        }),
      ),
    );
    fc.assert(
      fc.property(some, fc.constantFrom(monthly, usualLimit), (duties, limit) => {
        const outcome = fulfilmentOf(limit, duties, published({}));
        if (outcome.kind !== 'duties') return true;
        return outcome.ids.length === 1 && duties.some(({ id, state }) => id === outcome.ids[0] && state === 'open');
      }),
    );
  });
});
