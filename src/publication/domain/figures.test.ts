import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelKeys } from './channels.ts';
import { nameLine, orderLines } from './figure-names.ts';
import { tabulate } from './figures.ts';

describe('figures of publication', () => {
  it('an item on the portal and on a wall is one information and two deliveries', () => {
    const { lines, total } = tabulate(
      [{ key: '2026', information: 1, withdrawn: 0 }],
      [
        { key: '2026', channel: 'portal', deliveries: 1 },
        { key: '2026', channel: 'bulletin-board', deliveries: 1 },
      ],
    );
    const line = { information: 1, withdrawn: 0, deliveries: 2, channels: { portal: 1, 'bulletin-board': 1 } };
    expect(lines).toEqual([{ key: '2026', ...line }]);
    expect(total).toEqual(line);
  });

  it('what went to a wall in the year after it was published has a line of its own year', () => {
    const { lines } = tabulate(
      [{ key: '2025', information: 1, withdrawn: 0 }],
      [{ key: '2026', channel: 'bulletin-board', deliveries: 1 }],
    );
    expect(lines.map(({ key, information, deliveries }) => [key, information, deliveries])).toEqual([
      ['2025', 1, 0],
      ['2026', 0, 1],
    ]);
  });

  it('every total is the sum of its lines and of its channels', () => {
    const key = fc.constantFrom('甲', '乙', '丙', '');
    const count = fc.nat(1_000);
    fc.assert(
      fc.property(
        fc.array(fc.record({ key, information: count, withdrawn: count })),
        fc.array(fc.record({ key, channel: fc.constantFrom(...channelKeys), deliveries: count })),
        (information, deliveries) => {
          const { lines, total } = tabulate(information, deliveries);
          const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
          expect(total.information).toBe(sum(information.map((each) => each.information)));
          expect(total.deliveries).toBe(sum(deliveries.map((each) => each.deliveries)));
          expect(total.deliveries).toBe(sum(Object.values(total.channels)));
          expect(total.withdrawn).toBe(sum(lines.map((each) => each.withdrawn)));
          expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
          for (const line of lines) expect(line.deliveries).toBe(sum(Object.values(line.channels)));
        },
      ),
    );
  });

  it('names its lines in words', () => {
    expect(nameLine('month', '2026-03')).toBe('2026年3月');
    expect(nameLine('field', '')).toBe('不属于试点领域');
    expect(nameLine('field', 'health')).toBe('医疗卫生');
    expect(nameLine('column', 'licences')).toBe('行政许可');
    expect(['2026-03', '2025-12'].sort((one, other) => orderLines('month', one, other))).toEqual([
      '2025-12',
      '2026-03',
    ]);
    expect(['', 'health'].sort((one, other) => orderLines('field', one, other))).toEqual(['health', '']);
  });
});
