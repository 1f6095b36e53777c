import { describe, expect, test } from 'vitest';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { type EventWriter, eventWriter } from './fixtures/events.ts';
import { organAsOf, readHistory } from './organ-history.ts';

/** One organ set up in 2000, and what else is written of it. */
const written = (write: (organ: EventWriter) => void) => {
  const writer = eventWriter();
  writer.setUp('石桥镇', '2000-01-01', 'township', '云溪县');
  write(writer);
  return writer.events;
};

const shown = (write: (organ: EventWriter) => void): string[] =>
  granted(readHistory(written(write))).map(
    ({ from, until, shortName, status, parentId }) => `${from}..${until ?? ''} ${shortName} ${status} ${parentId}`,
  );

describe('what an organ was follows from what happened to it', () => {
  test('renamed, and renamed back', () => {
    expect(
      shown((organ) => {
        organ.rename('石桥镇', '2010-01-01', '大桥镇');
        organ.rename('石桥镇', '2020-01-01', '石桥镇');
      }),
    ).toEqual([
      '2000-01-01..2010-01-01 石桥镇 living 云溪县',
      '2010-01-01..2020-01-01 大桥镇 living 云溪县',
      '2020-01-01.. 石桥镇 living 云溪县',
    ]);
  });

  test('abolished, then re-established with another name below another organ', () => {
    expect(
      shown((organ) => {
        organ.abolish('石桥镇', '2010-01-01');
        organ.restore('石桥镇', '2015-06-01', 'township', '青岭县', '新桥镇');
      }),
    ).toEqual([
      '2000-01-01..2010-01-01 石桥镇 living 云溪县',
      '2010-01-01..2015-06-01 石桥镇 abolished 云溪县',
      '2015-06-01.. 新桥镇 living 青岭县',
    ]);
  });

  test('recorded later but earlier in time takes its place in time', () => {
    expect(
      shown((organ) => {
        organ.move('石桥镇', '2015-01-01', '青岭县');
        organ.rename('石桥镇', '2010-01-01', '大桥镇');
      }),
    ).toEqual([
      '2000-01-01..2010-01-01 石桥镇 living 云溪县',
      '2010-01-01..2015-01-01 大桥镇 living 云溪县',
      '2015-01-01.. 大桥镇 living 青岭县',
    ]);
  });

  test('twice on one day: the one recorded last holds, and nothing is left of the other', () => {
    expect(
      shown((organ) => {
        organ.rename('石桥镇', '2010-01-01', '大桥镇');
        organ.rename('石桥镇', '2010-01-01', '长桥镇');
      }),
    ).toEqual(['2000-01-01..2010-01-01 石桥镇 living 云溪县', '2010-01-01.. 长桥镇 living 云溪县']);
  });

  test('a function that goes to another organ changes nothing of the organ itself', () => {
    expect(shown((organ) => organ.transfer('石桥镇', '2010-01-01', '城管执法', '县城管局'))).toEqual([
      '2000-01-01.. 石桥镇 living 云溪县',
    ]);
  });

  test('split while it goes on as one of the parts, it lives', () => {
    expect(
      shown((organ) =>
        organ.add('石桥镇', '2010-01-01', { kind: 'split', successorIds: ['东桥镇'], continues: true }),
      ).at(-1),
    ).toBe('2010-01-01.. 石桥镇 living 云溪县');
  });
});

describe('what cannot have happened is refused', () => {
  test.each<[string, (organ: EventWriter) => void, string]>([
    ['before it was set up', (organ) => organ.rename('石桥镇', '1999-12-31', '大桥镇'), '早于该机构设立'],
    ['set up twice', (organ) => organ.setUp('石桥镇', '2005-01-01', 'township'), '已经登记过设立'],
    [
      're-established while it lives',
      (organ) => organ.restore('石桥镇', '2005-01-01', 'township', '云溪县'),
      '仍然存续',
    ],
    [
      'renamed after it was abolished',
      (organ) => {
        organ.abolish('石桥镇', '2010-01-01');
        organ.rename('石桥镇', '2010-01-02', '大桥镇');
      },
      '不能再登记“更名”',
    ],
    [
      'merged after it was merged',
      (organ) => {
        organ.merge('石桥镇', '2010-01-01', '柳河乡');
        organ.merge('石桥镇', '2012-01-01', '柳河乡');
      },
      '不能再登记“并入其他机构”',
    ],
    [
      'a function given away after the end',
      (organ) => {
        organ.abolish('石桥镇', '2010-01-01');
        organ.transfer('石桥镇', '2010-06-01', '水利', '柳河乡');
      },
      '不能再登记“职能划转”',
    ],
  ])('%s', (_, write, said) => {
    expect(refusalOf(readHistory(written(write)))).toContain(said);
  });
});

describe('an organ as of a day', () => {
  const history = granted(readHistory(written((organ) => organ.abolish('石桥镇', '2010-01-01'))));
  test.each([
    ['1999-12-31', undefined],
    ['2000-01-01', 'living'],
    ['2009-12-31', 'living'],
    ['2010-01-01', 'abolished'],
    ['2030-01-01', 'abolished'],
  ])('%s: %s', (on, status) => {
    expect(organAsOf(history, getPlainDate(on))?.status).toBe(status);
  });
});
