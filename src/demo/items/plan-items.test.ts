import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../../calendar/domain/calendar.ts';
import { listShippedNotices } from '../../calendar/service/shipped.ts';
import { addDays, dayInChina } from '../../kernel/plain-date.ts';
import { cleanHtml } from '../../platform/documents/rich-text/index.ts';
import { parseDocumentNumber } from '../../publication/domain/document-number.ts';
import { readHistory } from '../../publication/domain/history.ts';
import type { Item, ItemText } from '../../publication/domain/item.ts';
import { listShortcomings } from '../../publication/domain/shortcomings.ts';
import { planDemo } from '../plan.ts';
import { wordsOf } from './body.ts';
import { firstDay, planItems } from './plan-items.ts';
import type { Mistake, PlannedItem } from './planned-item.ts';

const now = new Date('2026-03-02T01:00:00Z');
const today = dayInChina(now);
const calendar = makeCalendar({ notices: listShippedNotices() });

describe('the plan of the records', () => {
  const items = planItems(calendar, now);
  const count = (mistake: Mistake) => items.filter(({ mistakes }) => mistakes.includes(mistake)).length;

  test('is the same every time, for the same day', () => {
    expect(planItems(calendar, now)).toEqual(items);
  });

  test('has some three thousand records in three years, none of them later than now', () => {
    expect(items.length).toBeGreaterThan(2_800);
    expect(items.length).toBeLessThan(3_600);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    for (const { key, events, formedOn } of items) {
      expect(events.at(-1)?.at.getTime(), key).toBeLessThanOrEqual(now.getTime());
      expect(formedOn > addDays(firstDay(now), -120), key).toBe(true);
    }
  });

  test('lets people act on working days, in office hours, one thing after the other as the workflow has it', () => {
    const byHand = items.flatMap(({ events }) => events.filter(({ personId }) => personId !== undefined));
    for (const { at } of byHand) {
      expect(calendar.isWorkingDay(dayInChina(at)), at.toISOString()).toBe(true);
      const hour = (at.getUTCHours() + 8) % 24;
      expect(hour >= 8 && hour < 19, at.toISOString()).toBe(true);
    }
    for (const { key, events } of items) {
      expect(() => readHistory(events), key).not.toThrow();
      for (const [index, { at }] of events.entries()) {
        expect(at.getTime(), key).toBeGreaterThanOrEqual(events[index - 1]?.at.getTime() ?? 0);
      }
    }
  });

  test('forms what is published on working days', () => {
    for (const { key, formedOn } of items) expect(calendar.isWorkingDay(formedOn), key).toBe(true);
  });

  test('numbers the documents of each year without gaps, as the standard writes them, but for the one slip', () => {
    const numbers = items.flatMap(({ mark, documentNumber }) => (mark ? (documentNumber ?? []) : []));
    expect(new Set(numbers).size).toBe(numbers.length);
    const series = Map.groupBy(numbers, (number) => number.replace(/\d+号$/, ''));
    for (const [name, all] of series) {
      const serials = all.map((number) => parseDocumentNumber(number)?.serial ?? 0).sort((a, b) => a - b);
      expect(serials, name).toEqual(Array.from({ length: all.length }, (_, at) => at + 1));
    }
    expect(items.filter(({ mark, documentNumber }) => !mark && documentNumber).length).toBe(1);
  });

  test('lacks nothing its kind asks for, but for the one slip', () => {
    const lacking = items.filter((item) => {
      const text = item.texts.at(-1);
      if (!text) return true;
      const whole = { ...text, bodyText: wordsOf(text.bodyHtml), attachments: [] };
      return listShortcomings(item as unknown as Item, whole as unknown as ItemText, item.relations).length > 0;
    });
    expect(lacking.map(({ mistakes }) => mistakes)).toEqual([['document-number']]);
  });

  test('writes bodies as the server would have cleaned them', () => {
    for (const { key, texts } of items.filter((_, at) => at % 25 === 0)) {
      for (const { bodyHtml } of texts) expect(cleanHtml(bodyHtml).html, key).toBe(bodyHtml);
    }
  });

  test('names nobody who could be meant: numbers of persons are of a division that does not exist', () => {
    const numbers = items.flatMap(({ texts }) =>
      texts.flatMap(({ bodyHtml }) => bodyHtml.match(/(?<!\d)\d{17}[\dX](?![\dA-Z])/g) ?? []),
    );
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter((number) => !number.startsWith('999128'))).toEqual([]);
  });

  test('gets things wrong at the rates of a county, worse where nobody looks after it', () => {
    expect(count('late')).toBeGreaterThan(50);
    expect(count('late')).toBeLessThan(250);
    expect(count('returned')).toBeGreaterThan(100);
    expect(count('overdue-draft')).toBeGreaterThan(5);
    expect(count('withdrawn')).toBeGreaterThan(10);
    expect(count('near-duplicate')).toBeGreaterThan(15);
    expect(count('no-interpretation')).toBeGreaterThan(2);
    expect([count('personal-data'), count('document-number'), count('urgent-owed')]).toEqual([1, 1, 2]);
    const share = (organ: string) => {
      const own = items.filter((item) => item.organ === organ && item.dueOn !== undefined);
      return own.filter(({ mistakes }) => mistakes.includes('late')).length / own.length;
    };
    expect(share('fenglin')).toBeGreaterThan(share('shiqiao'));
  });

  test('lets every reviewer of 石桥镇 find something waiting', () => {
    const states = new Set(items.filter(({ organ }) => organ === 'shiqiao').map((item) => stateOf(item)));
    for (const state of ['draft', 'department-check', 'secrecy-review', 'office-review', 'deputy-approval'] as const) {
      expect(states.has(state), state).toBe(true);
    }
    expect(states.has('chief-approval') && states.has('approved') && states.has('referred')).toBe(true);
  });

  test('is drafted and reviewed by people who have the posts for it', () => {
    const people = new Map(planDemo().people.map((person) => [person.loginName, person]));
    for (const { key, events } of items) {
      for (const { personId, role, personName } of events) {
        if (personId === undefined) continue;
        const person = people.get(personId);
        expect(person?.name, key).toBe(personName);
        expect(person?.roles, key).toContain(role);
      }
    }
  });

  test('is another one on another day, and goes on where it was', () => {
    const later = planItems(calendar, new Date('2026-03-09T01:00:00Z'));
    const keys = new Set(later.map(({ key }) => key));
    const before = items.filter(({ key, formedOn }) => !key.includes('desk') && formedOn > addDays(today, -700));
    const kept = before.filter(({ key }) => keys.has(key));
    expect(kept.length / before.length).toBeGreaterThan(0.9);
  });
});

const stateOf = ({ events }: PlannedItem) => readHistory(events).state;
