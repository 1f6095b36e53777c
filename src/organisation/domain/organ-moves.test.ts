import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { granted } from '../../../tests/support/result.ts';
import { addDays, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { eventWriter } from './fixtures/events.ts';
import { parentKinds, rootKinds } from './organ.ts';
import type { OrganEvent } from './organ-event.ts';
import { livesOn, type OrganRegister, organAsOf, readHistory } from './organ-history.ts';
import { placeAll, placeAsOf, readRegister, successorsOf } from './organ-register.ts';

const start = getPlainDate('2000-01-01');
const townships = ['甲镇', '乙镇', '丙乡', '丁乡'];
const villages = ['一村', '二村', '三村', '四村', '五村', '六村'];
const organs = ['县', '局', ...townships, ...villages];

/** Somebody's attempt to record something, sensible or not. */
const attempt = fc.record({
  organ: fc.constantFrom('县', '市', ...organs),
  other: fc.constantFrom('市', ...organs),
  day: fc.nat(400).map((days) => addDays(start, days)),
  act: fc.constantFrom('move', 'move', 'move', 'rename', 'merge', 'abolish', 'restore', 'split'),
});

/** A county of which whatever was refused is left out. */
const history = fc.array(attempt, { maxLength: 25 }).map((attempts) => {
  let events = foundation();
  for (const [index, { organ, other, day, act }] of attempts.entries()) {
    const writer = eventWriter();
    if (act === 'move') writer.move(organ, day, other);
    if (act === 'rename') writer.rename(organ, day, `${organ}${index % 3}`);
    if (act === 'merge') writer.merge(organ, day, other);
    if (act === 'abolish') writer.abolish(organ, day);
    if (act === 'restore') writer.restore(organ, day, 'village', other);
    if (act === 'split') writer.split(organ, day, other);
    const position = 1_000 + index;
    const tried = [...events, ...writer.events.map((event) => ({ ...event, id: `event-${position}`, position }))];
    if (readRegister(tried).ok) events = tried;
  }
  return events;
});

function foundation(): OrganEvent[] {
  const write = eventWriter();
  write.setUp('市', start, 'city');
  write.setUp('县', start, 'county');
  write.setUp('局', start, 'department', '县');
  for (const township of townships) write.setUp(township, start, 'township', '县');
  for (const [index, village] of villages.entries()) {
    write.setUp(village, start, 'village', townships[index % townships.length]);
  }
  return write.events;
}

/** From the organ up, by asking each for its parent on that day. */
function climb(register: OrganRegister, organId: string, day: PlainDate): string[] {
  const path: string[] = [];
  for (let at: string | undefined = organId; at !== undefined; ) {
    if (path.includes(at)) throw new Error(`a circle through ${at}`);
    path.unshift(at);
    at = organAsOf(register.histories.get(at) ?? [], day)?.parentId;
  }
  return path;
}

const someDay = fc.nat(420).map((days) => addDays(start, days));

describe('whatever is recorded of a county', () => {
  test('on every day each living organ stands below living ones of higher kinds, without a circle', () => {
    fc.assert(
      fc.property(history, someDay, (events, day) => {
        const register = granted(readRegister(events));
        for (const [id, versions] of register.histories) {
          const version = organAsOf(versions, day);
          if (version?.status !== 'living') continue;
          const path = climb(register, id, day);
          const above = path.map((each) => organAsOf(register.histories.get(each) ?? [], day));
          expect(above.every((each) => each?.status === 'living')).toBe(true);
          expect(rootKinds).toContain(above[0]?.kind);
          for (const [index, each] of above.slice(1).entries()) {
            expect(parentKinds[each?.kind ?? 'province']).toContain(above[index]?.kind);
          }
        }
      }),
    );
  });

  test('the place kept for an organ is the one found by climbing, on every day it lives', () => {
    fc.assert(
      fc.property(history, someDay, (events, day) => {
        const register = granted(readRegister(events));
        for (const [id, versions] of register.histories) {
          if (livesOn(versions, day)) expect(placeAsOf(register, id, day)?.path).toEqual(climb(register, id, day));
        }
      }),
    );
  });

  test('the versions of an organ follow each other without a gap, and each says something new', () => {
    fc.assert(
      fc.property(history, (events) => {
        for (const versions of placeAll(granted(readRegister(events))).values()) {
          for (const [index, version] of versions.entries()) {
            const next = versions[index + 1];
            expect(version.until).toBe(next?.from);
            if (next) expect(version.from < next.from).toBe(true);
          }
        }
      }),
    );
  });

  test('in whichever order it was read, it is the same county', () => {
    fc.assert(
      fc.property(history, fc.integer(), (events, seed) => {
        const shuffled = events
          .map((event, index) => ({ event, key: Math.sin(seed + index) }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event);
        const sorted = (all: OrganEvent[]) =>
          [...placeAll(granted(readRegister(all))).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(shuffled)).toEqual(sorted(events));
      }),
    );
  });

  test('who stands for an organ lives, and is the organ itself as long as it does', () => {
    fc.assert(
      fc.property(history, someDay, (events, day) => {
        const register = granted(readRegister(events));
        for (const [id, versions] of register.histories) {
          const successors = successorsOf(register, id, day);
          for (const each of successors) expect(livesOn(register.histories.get(each) ?? [], day)).toBe(true);
          if (livesOn(versions, day)) expect(successors).toEqual([id]);
        }
      }),
    );
  });

  test('what happens later does not change what an organ was before', () => {
    fc.assert(
      fc.property(history, someDay, (events, day) => {
        const earlier = events.filter((event) => event.day <= day);
        for (const [id, own] of Map.groupBy(events, ({ organId }) => organId)) {
          const before = earlier.filter(({ organId }) => organId === id);
          const stateOf = (all: OrganEvent[]) => {
            const { until: _, ...version } = organAsOf(granted(readHistory(all)), day) ?? {};
            return version;
          };
          expect(stateOf(own)).toEqual(stateOf(before));
        }
      }),
    );
  });
});
