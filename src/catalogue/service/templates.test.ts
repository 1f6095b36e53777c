import { describe, expect, test } from 'vitest';
import { article20Numbers, article21County, article21Township } from '../domain/article20.ts';
import { fieldKeys } from '../domain/fields.ts';
import { carrierWords, readCarriers, readLevels } from '../domain/template.ts';
import { findTimeLimit } from '../domain/time-limit-words.ts';
import { listLibraries } from './templates.ts';

const libraries = listLibraries();
const templates = libraries.flatMap(({ items }) => items);
const of = (key: string) => libraries.find((library) => library.key === key)?.items ?? [];

describe('the templates that come with the program', () => {
  test('have each of the fifteen items of art. 20', () => {
    const numbers = new Set(of('article-20').map(({ article20 }) => article20));
    expect([...numbers].sort((one, other) => (one ?? 0) - (other ?? 0))).toEqual(article20Numbers);
  });

  test('have what art. 21 adds, for the county and for the township', () => {
    const topics = (key: string) => of(key).map(({ name }) => name);
    expect(topics('article-21-county')).toHaveLength(Object.keys(article21County).length);
    expect(topics('article-21-township')).toHaveLength(Object.keys(article21Township).length);
    expect(topics('article-21-township')[0]).toBe(article21Township['rural-policies'].name);
  });

  test.each(fieldKeys)('have the usual items of the field %s', (key) => {
    const items = of(`field-${key}`);
    expect(items.length).toBeGreaterThanOrEqual(4);
    expect(new Set(items.map(({ fieldKey }) => fieldKey))).toEqual(new Set([key]));
  });

  test('have each item once, by its key and by its names', () => {
    expect(new Set(templates.map(({ key }) => key)).size).toBe(templates.length);
    for (const { items } of libraries) {
      expect(new Set(items.map(({ topic, name }) => `${topic} ${name}`)).size).toBe(items.length);
    }
  });

  test('say 公开时限 in words that mean the same as the data', () => {
    for (const { limit, limitWords } of templates) expect(findTimeLimit(limitWords)).toEqual(limit);
  });

  test('name a law for every item, and on the web site at least where it is published', () => {
    for (const { key, basis, carriers } of templates) {
      expect(basis, key).toMatch(/^《.+》/);
      expect(carriers.website, key).toBe('required');
    }
  });

  test('give licences and penalties seven working days', () => {
    const decisions = templates.filter(({ topic }) => /^行政许可$|^行政处罚$|^规划许可$/.test(topic));
    expect(decisions.length).toBeGreaterThan(8);
    for (const { key, limit } of decisions) {
      expect(limit, key).toEqual({ kind: 'working-days', days: 7, trigger: 'decision' });
    }
  });
});

describe('the boxes of 公开渠道和载体', () => {
  test.each([
    ['■政府网站 □两微一端', { website: 'required', 'social-media': 'optional' }],
    [
      '■政府网站■发布会/听证会□广播电视',
      { website: 'required', 'press-conference': 'required', broadcast: 'optional' },
    ],
    ['■政府网站\n■社区/企事业单位/村公示栏（电子屏）', { website: 'required', 'bulletin-board': 'required' }],
    ['政府网站、公示栏', { website: 'required', 'bulletin-board': 'required' }],
    ['■政府网站 □其他____', { website: 'required', other: 'optional' }],
    ['■政府网站 ■12345热线', { website: 'required', other: 'required' }],
    ['', undefined],
  ])('“%s”', (written, carriers) => {
    expect(readCarriers(written)).toEqual(carriers);
  });

  test('are read back as they are written', () => {
    for (const { carriers } of templates) expect(readCarriers(carrierWords(carriers))).toEqual(carriers);
  });

  test.each([
    ['县级、乡级', ['county', 'township']],
    ['县、乡、村级', ['county', 'township', 'village']],
    ['乡镇（街道）', ['township']],
    ['省级', undefined],
  ])('公开层级 “%s”', (written, levels) => {
    expect(readLevels(written)).toEqual(levels);
  });
});
