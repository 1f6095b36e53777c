import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../kernel/random.ts';
import { compareTexts, isDuplicate, sharedPassages } from './compare.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lettersOf, shinglesOf } from './shingles.ts';

const words =
  '关于 开展 春季 防火 宣传 检查 各村 组织 巡查 登记 台账 责任 落实 隐患 整改 时间 地点 报送 培训 演练 物资 储备 道路 排水 设施 维护 群众 告知 书面 按期'.split(
    ' ',
  );

function write(seed: number, sentences: number): string {
  const random = seededRandom(seed);
  return Array.from(
    { length: sentences },
    () => `${Array.from({ length: 9 }, () => random.pick(words)).join('')}。`,
  ).join('');
}

const keysOf = (text: string) => new Set(fingerprintOf(lettersOf(text).text).keys);
const shared = (one: string, other: string) => [...keysOf(one)].filter((key) => keysOf(other).has(key)).length;

describe('what repeats what is public already', () => {
  const original = write(1, 40);

  test.each<[name: string, text: string, is: boolean]>([
    ['the same text', original, true],
    ['the same with other punctuation, widths and spaces', original.replaceAll('。', '；\n　'), true],
    ['the same with another beginning and end', `云溪县石桥镇：${original.slice(60)}特此通知。`, true],
    [
      'one sentence in ten written anew',
      original.replace(/[^。]{18}。/g, (sentence) => (sentence.charCodeAt(3) % 10 === 0 ? write(7, 1) : sentence)),
      true,
    ],
    ['a part of it', original.slice(0, 300), true],
    ['a long text that has it in its middle', write(2, 40) + original + write(3, 40), true],
    ['another text in the same words', write(9, 40), false],
    ['only one paragraph in common', write(2, 40) + original.slice(0, 100), false],
  ])('%s: %s', (_, text, is) => {
    expect(isDuplicate(compareTexts(text, original), { similarity: 0.75, contained: 0.8 })).toBe(is);
    // What is told of has to be found in the index first.
    if (is) expect(shared(text, original)).toBeGreaterThanOrEqual(2);
  });

  test('of a hundred texts of which an eighth was written anew, none is missed by the index', () => {
    const missed = Array.from({ length: 100 }, (_, seed) => {
      const text = write(seed + 100, 40);
      return shared(text, text.slice(0, Math.floor(text.length * 0.875)) + write(seed + 1_000, 5));
    }).filter((keys) => keys < 2);
    expect(missed).toEqual([]);
  });

  test('texts that have nothing to do with each other share hardly a key', () => {
    const keys = Array.from({ length: 50 }, (_, seed) => shared(write(seed, 40), write(seed + 500, 40)));
    expect(Math.max(...keys)).toBeLessThan(2);
  });

  test('short texts are the same or they are not', () => {
    expect(compareTexts('今天停水', '今天停水。').similarity).toBe(1);
    expect(compareTexts('今天停水', '今天停电').similarity).toBe(0);
  });

  test('likeness is the same from both ends, and full with oneself', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (one, other) => {
        const [a, b] = [write(one, 10), write(other, 10)];
        const there = compareTexts(a, b);
        const back = compareTexts(b, a);
        expect(there.similarity).toBe(back.similarity);
        expect(there.containedHere).toBe(back.containedThere);
        expect(compareTexts(a, a).similarity).toBe(1);
      }),
    );
  });
});

describe('the passages two texts share', () => {
  test('stand letter by letter in both, the longest first', () => {
    const passage = write(5, 4);
    const [here, there] = [`前言。${passage}结尾`, `另一份文件。${passage.replaceAll('。', '，')}完`];
    const [found] = sharedPassages(here, there);
    expect(lettersOf(found?.text ?? '').text).toBe(lettersOf(passage).text);
    expect(here.slice(found?.here.start, found?.here.end)).toBe(found?.text);
    expect(lettersOf(there.slice(found?.there.start, found?.there.end)).text).toBe(lettersOf(passage).text);
  });

  test('a formula of a few words is none', () => {
    expect(sharedPassages('现将有关事项通知如下。甲', '现将有关事项通知如下。乙')).toEqual([]);
  });

  test('whatever the texts, every passage is in both', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(300), (one, other, cut) => {
        const here = write(one, 20);
        const there = write(other, 10) + here.slice(cut, cut + 120);
        for (const { here: a, there: b, text } of sharedPassages(here, there)) {
          expect(here.slice(a.start, a.end)).toBe(text);
          expect(lettersOf(there.slice(b.start, b.end)).text).toBe(lettersOf(text).text);
          expect(lettersOf(text).text.length).toBeGreaterThanOrEqual(30);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('shingles are in order and each once', () => {
  const shingles = shinglesOf(lettersOf(write(3, 30) + write(3, 30)).text);
  expect([...shingles]).toEqual([...new Set(shingles)].sort((one, other) => one - other));
});
