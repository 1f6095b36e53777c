import { describe, expect, test } from 'vitest';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { type EventWriter, smallCounty } from './fixtures/events.ts';
import {
  listOrgansAsOf,
  listOrgansDuring,
  placeAsOf,
  readRegister,
  successorOf,
  successorsOf,
} from './organ-register.ts';

const day = getPlainDate;

const registerWith = (write: (county: EventWriter) => void) => {
  const county = smallCounty();
  write(county);
  return readRegister(county.events);
};

describe('who stands for an organ', () => {
  const chain = granted(
    registerWith((county) => {
      county.setUp('桃园乡', '2000-01-01', 'township', '云溪县');
      county.merge('石桥镇', '2019-01-01', '柳河乡');
      county.rename('柳河乡', '2020-01-01', '柳河镇');
      county.merge('柳河乡', '2024-01-01', '桃园乡');
    }),
  );
  test.each([
    ['石桥镇', '2018-12-31', '石桥镇'],
    ['石桥镇', '2019-01-01', '柳河乡'],
    ['石桥镇', '2023-12-31', '柳河乡'],
    ['石桥镇', '2024-01-01', '桃园乡'],
    ['柳河乡', '2023-12-31', '柳河乡'],
    ['柳河乡', '2024-01-01', '桃园乡'],
    ['石桥镇', '1999-12-31', undefined],
    ['没有登记', '2024-01-01', undefined],
  ])('through a chain of mergers: for %s on %s stands %s', (organ, on, successor) => {
    expect(successorOf(chain, organ, day(on))).toBe(successor);
  });

  test('split into two there are two, and no one organ', () => {
    const register = granted(
      registerWith((county) => {
        county.setUp('东桥镇', '2020-01-01', 'township', '云溪县');
        county.setUp('西桥镇', '2020-01-01', 'township', '云溪县');
        county.split('石桥镇', '2020-01-01', '东桥镇', '西桥镇');
        county.merge('东桥镇', '2022-01-01', '柳河乡');
      }),
    );
    expect(successorsOf(register, '石桥镇', day('2021-01-01'))).toEqual(['东桥镇', '西桥镇']);
    expect(successorsOf(register, '石桥镇', day('2023-01-01'))).toEqual(['柳河乡', '西桥镇']);
    expect(successorOf(register, '石桥镇', day('2021-01-01'))).toBeUndefined();
  });

  test('re-established it stands for itself again', () => {
    const register = granted(
      registerWith((county) => {
        county.merge('石桥镇', '2010-01-01', '柳河乡');
        county.restore('石桥镇', '2015-01-01', 'township', '云溪县');
        county.merge('柳河乡', '2016-01-01', '石桥镇');
      }),
    );
    expect(successorOf(register, '石桥镇', day('2012-01-01'))).toBe('柳河乡');
    expect(successorOf(register, '石桥镇', day('2017-01-01'))).toBe('石桥镇');
    expect(successorOf(register, '柳河乡', day('2017-01-01'))).toBe('石桥镇');
  });

  test('abolished with no one named there is none', () => {
    const register = granted(registerWith((county) => county.abolish('石桥镇', '2010-01-01')));
    expect(successorsOf(register, '石桥镇', day('2012-01-01'))).toEqual([]);
  });
});

describe('the organs a report of 2025 covers', () => {
  const register = granted(
    registerWith((county) => {
      county.abolish('石桥镇', '2025-06-01');
      county.setUp('桃园乡', '2025-12-31', 'township', '云溪县');
      county.setUp('河口乡', '2026-01-01', 'township', '云溪县');
      county.rename('柳河乡', '2025-07-01', '柳河镇');
      county.setUp('旧桥乡', '2000-01-01', 'township', '云溪县');
      county.abolish('旧桥乡', '2025-01-01');
    }),
  );
  const names = (organs: { shortName: string }[]) => organs.map(({ shortName }) => shortName).sort();

  test('are those there were on any day of the year, each with its last name in it', () => {
    const during = listOrgansDuring(register, day('2025-01-01'), day('2025-12-31'));
    expect(names(during)).toEqual(['云溪县', '柳河镇', '桃园乡', '石桥镇'].sort());
  });

  test('are others than those there were on its last day', () => {
    expect(names(listOrgansAsOf(register, day('2025-12-31')))).toEqual(['云溪县', '柳河镇', '桃园乡'].sort());
  });
});

describe('the place of an organ in the tree', () => {
  const register = granted(
    registerWith((county) => {
      county.setUp('市', '2005-01-01', 'city');
      county.move('云溪县', '2005-01-01', '市');
      county.setUp('东桥村', '2001-01-01', 'village', '石桥镇');
      county.move('东桥村', '2010-01-01', '柳河乡');
      county.merge('柳河乡', '2020-01-01', '石桥镇');
      county.move('东桥村', '2020-01-01', '石桥镇');
    }),
  );
  test.each([
    ['东桥村', '2004-12-31', '云溪县/石桥镇/东桥村'],
    ['东桥村', '2005-01-01', '市/云溪县/石桥镇/东桥村'],
    ['东桥村', '2010-01-01', '市/云溪县/柳河乡/东桥村'],
    ['东桥村', '2020-01-01', '市/云溪县/石桥镇/东桥村'],
    // Its old records stay where they were.
    ['柳河乡', '2025-01-01', '市/云溪县/柳河乡'],
    ['东桥村', '2000-12-31', undefined],
  ])('%s on %s: %s', (organ, on, path) => {
    expect(placeAsOf(register, organ, day(on))?.path.join('/')).toBe(path);
  });
});

describe('the rules of the tree hold on every day, past and to come', () => {
  test.each<[string, (county: EventWriter) => void, string]>([
    [
      'no organ below one that was abolished',
      (county) => {
        county.setUp('东桥村', '2001-01-01', 'village', '石桥镇');
        county.setUp('西桥村', '2001-01-01', 'village', '石桥镇');
        county.abolish('石桥镇', '2010-01-01');
      },
      '其下还有 2 个机构（东桥村、西桥村）',
    ],
    [
      'no organ set up below one that was abolished before',
      (county) => {
        county.abolish('石桥镇', '2010-01-01');
        county.setUp('东桥村', '2015-01-01', 'village', '石桥镇');
      },
      '在 2015-01-01 已不存续',
    ],
    [
      'no organ below one that comes later',
      (county) => county.setUp('东桥村', '1999-01-01', 'village', '石桥镇'),
      '2000-01-01 才设立',
    ],
    ['no township at the top', (county) => county.setUp('桃园乡', '2001-01-01', 'township'), '选择上级机构'],
    [
      'no village right below the county',
      (county) => county.setUp('东桥村', '2001-01-01', 'village', '云溪县'),
      '不能设在',
    ],
    ['no township moved below a township', (county) => county.move('石桥镇', '2010-01-01', '柳河乡'), '不能设在'],
    ['no organ moved below itself', (county) => county.move('石桥镇', '2010-01-01', '石桥镇'), '不能设在'],
    ['no parent nobody knows', (county) => county.setUp('东桥村', '2001-01-01', 'village', '桃园乡'), '没有登记'],
    ['one county government', (county) => county.setUp('青岭县', '2001-01-01', 'county'), '只能有一个'],
    [
      'no two organs of one name below one organ',
      (county) => county.setUp('another', '2001-01-01', 'township', '云溪县', '石桥镇'),
      '已有“云溪县石桥镇”',
    ],
    [
      'no rename to the name of a sibling, even years ahead',
      (county) => county.rename('柳河乡', '2090-01-01', '石桥镇'),
      '已有“云溪县石桥镇”',
    ],
    ['no merger into itself', (county) => county.merge('石桥镇', '2010-01-01', '石桥镇'), '不能是该机构自己'],
    [
      'no merger into an organ that has ended',
      (county) => {
        county.abolish('柳河乡', '2009-01-01');
        county.merge('石桥镇', '2010-01-01', '柳河乡');
      },
      '已不存续，不能接收',
    ],
    [
      'no function to an organ to come',
      (county) => {
        county.setUp('桃园乡', '2015-01-01', 'township', '云溪县');
        county.transfer('石桥镇', '2010-01-01', '水利', '桃园乡');
      },
      '还没有设立',
    ],
  ])('%s', (_, write, said) => {
    expect(refusalOf(registerWith(write))).toContain(said);
  });

  test.each<[string, (county: EventWriter) => void]>([
    [
      'the same name below different organs',
      (county) => {
        county.setUp('one', '2001-01-01', 'village', '石桥镇', '中心村');
        county.setUp('two', '2001-01-01', 'village', '柳河乡', '中心村');
      },
    ],
    [
      'the name of a sibling that ended before',
      (county) => {
        county.abolish('石桥镇', '2010-01-01');
        county.setUp('another', '2010-01-01', 'township', '云溪县', '石桥镇');
      },
    ],
    [
      'names exchanged on one day',
      (county) => {
        county.rename('石桥镇', '2010-01-01', '柳河乡');
        county.rename('柳河乡', '2010-01-01', '石桥镇');
      },
    ],
    [
      'two merged into a new one on the day it is set up',
      (county) => {
        county.merge('石桥镇', '2010-01-01', '桃园乡');
        county.merge('柳河乡', '2010-01-01', '桃园乡');
        county.setUp('桃园乡', '2010-01-01', 'township', '云溪县');
      },
    ],
  ])('allowed: %s', (_, write) => {
    expect(refusalOf(registerWith(write))).toBe('');
  });
});
