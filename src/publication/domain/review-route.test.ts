import { describe, expect, test } from 'vitest';
import {
  importantKinds,
  isImportant,
  type ReviewRoute,
  routeFor,
  type SetRoute,
  standardRoute,
  stepsFor,
} from './review-route.ts';

const without = (step: keyof ReviewRoute['steps']): ReviewRoute => ({
  ...standardRoute,
  steps: { ...standardRoute.steps, [step]: 'never' },
});
const path = ['government', 'shiqiao', 'qianjin'];
const county: SetRoute = { route: without('department-check') };
const township: SetRoute = { route: without('office-review'), organId: 'shiqiao' };
const village: SetRoute = { route: without('deputy-approval'), organId: 'qianjin' };
const news: SetRoute = { route: { ...without('deputy-approval'), alwaysImportant: false }, kind: 'news' };

describe('which route counts', () => {
  test.each<[string, SetRoute[], string, ReviewRoute]>([
    ['the standard where nothing is set', [], 'news', standardRoute],
    ['that of the county', [county], 'news', county.route],
    ['that of the kind before that of the county', [county, news], 'news', news.route],
    ['that of the organ before that of the kind', [news, township], 'news', township.route],
    ['that of the nearest organ', [township, village, county], 'news', village.route],
    ['not that of another organ', [{ ...village, organId: 'shangping' }], 'news', standardRoute],
    ['not that of another kind', [news], 'announcement', standardRoute],
  ])('%s', (_, set, kind, expected) => {
    expect(routeFor(set, path, kind).steps).toEqual(expected.steps);
    expect(routeFor([...set].reverse(), path, kind).steps).toEqual(expected.steps);
  });
});

describe('what goes to the 主要领导', () => {
  test.each(Object.keys(importantKinds))('%s by its kind, unless a route for that kind says otherwise', (kind) => {
    const { alwaysImportant, importantFrom } = routeFor([county], path, kind);
    expect(alwaysImportant || importantFrom !== undefined).toBe(true);
    const own: SetRoute = { route: { ...standardRoute, alwaysImportant: false }, kind };
    expect(routeFor([own], path, kind)).toEqual(own.route);
  });

  test('a penalty of 50,000 元 exactly, not one of a 分 less; what is marked whatever its amount', () => {
    const penalty = routeFor([], path, 'penalty');
    expect([5_000_000, 4_999_999, undefined].map((amount) => isImportant(penalty, false, amount))).toEqual([
      true,
      false,
      false,
    ]);
    expect(isImportant(standardRoute, true, undefined)).toBe(true);
    expect(stepsFor(penalty, false)).not.toContain('chief-approval');
    expect(stepsFor(penalty, true)).toContain('chief-approval');
  });
});
