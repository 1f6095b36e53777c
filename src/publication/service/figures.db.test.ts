import { beforeAll, describe, expect, it } from 'vitest';
import { buildCounty, buildOrgan, callerWith, supervisorOf, type TestCounty } from '../../../tests/support/county.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { seededRandom } from '../../kernel/random.ts';
import { type ChannelKey, channelKeys } from '../domain/channels.ts';
import { type Breakdown, breakdowns, type FigureKind } from '../domain/figures.ts';
import { insertItemChannels } from '../store/channels.ts';
import { countFigures, exportFigures, type FigureSearch, openFigure } from './figures.ts';
import { buildPublicItem } from './fixtures/public-item.ts';

const database = useDatabase();
const now = new Date('2026-03-20T02:00:00Z');
let county: TestCounty;
let townId: string;
let otherTownId: string;
let villageId: string;

const day = getPlainDate;
const search: FigureSearch = { from: day('2024-01-01'), to: day('2026-12-31') };
const page = { page: 1, pageSize: 200 };

beforeAll(async () => {
  const { db } = database;
  county = await buildCounty(db);
  townId = await buildOrgan(db, county, '石桥镇');
  otherTownId = await buildOrgan(db, county, '柳河乡');
  villageId = await buildOrgan(db, county, '柳树村', { kind: 'village', parentId: townId });
  const { pick, chance, integer } = seededRandom(20_260_301);
  for (let at = 0; at < 60; at += 1) {
    const publishedOn = day(
      `${pick([2024, 2025, 2026])}-${pick(['01', '02', '03'])}-${String(integer(1, 28)).padStart(2, '0')}`,
    );
    const isGone = chance(0.2);
    const item = await buildPublicItem(
      db,
      { countyId: county.countyId, organId: pick([townId, otherTownId, villageId]) },
      publishedOn,
      {
        kind: pick(['news', 'public-notice']),
        columnKey: pick(['news', 'licences', 'plans'] as const),
        ...(chance(0.5) ? { fieldKey: pick(['health', 'employment']) } : {}),
        ...(isGone ? { state: 'withdrawn' } : {}),
      },
    );
    if (isGone) {
      await db.updateTable('publicationItem').set({ liveTextNumber: null }).where('id', '=', item.id).execute();
    }
    const used = channelKeys.filter(() => chance(0.25));
    await db.transaction().execute((trx) =>
      insertItemChannels(
        trx,
        used.map((channel) => ({
          item,
          row: {
            channel,
            attempts: 0,
            isAutomatic: false,
            stateSince: now,
            ...(chance(0.7)
              ? {
                  state: isGone ? ('recalled' as const) : ('done' as const),
                  doneOn: pick([publishedOn, day('2026-03-05')]),
                }
              : { state: 'waiting' as const }),
          },
        })),
      ),
    );
  }
});

const supervisor = () => supervisorOf(county, { now });

async function figuresOf(by: Breakdown, filter: FigureSearch = search, caller = supervisor()) {
  const counted = await countFigures(database.db, caller, filter, by);
  if (!counted.ok) throw new Error(counted.problem.message);
  return counted.value;
}

async function opened(
  by: Breakdown,
  cell: { what: FigureKind; key?: string; channel?: ChannelKey },
  filter: FigureSearch = search,
  caller = supervisor(),
) {
  const found = await openFigure(database.db, caller, filter, { by, ...cell }, page);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

describe('figures of what was published', () => {
  it.each(Object.keys(breakdowns) as Breakdown[])(
    'by %s: behind every number stand as many records as it says',
    async (by) => {
      const { lines, total } = await figuresOf(by);
      expect(total.information).toBe(60);
      expect(total.deliveries).toBeGreaterThan(60);
      for (const line of [...lines, { key: undefined, ...total }]) {
        const at = line.key === undefined ? {} : { key: line.key };
        const information = await opened(by, { what: 'information', ...at });
        expect(information.total).toBe(line.information);
        expect(new Set(information.items.map(({ id }) => id)).size).toBe(line.information);
        const withdrawn = await opened(by, { what: 'withdrawn', ...at });
        expect(withdrawn.total).toBe(line.withdrawn);
        expect(withdrawn.items.every(({ live }) => !live)).toBe(true);
        const deliveries = await opened(by, { what: 'deliveries', ...at });
        expect(deliveries.total).toBe(line.deliveries);
        for (const channel of channelKeys) {
          const on = await opened(by, { what: 'deliveries', ...at, channel });
          expect(on.total).toBe(line.channels[channel] ?? 0);
          expect(on.items.every((item) => item.channel === channel)).toBe(true);
        }
      }
    },
  );

  it('every filter narrows figures and records alike', async () => {
    for (const filter of [
      { ...search, withinId: townId },
      { ...search, kind: 'news' },
      { ...search, columnKey: 'plans' },
      { ...search, fieldKey: 'health' },
      { ...search, fieldKey: '' },
      { from: day('2025-01-01'), to: day('2025-12-31'), withinId: townId, kind: 'news' },
    ]) {
      const { total } = await figuresOf('column', filter);
      expect(total.information).toBeGreaterThan(0);
      expect(total.information).toBeLessThan(60);
      expect((await opened('column', { what: 'information' }, filter)).total).toBe(total.information);
      expect((await opened('column', { what: 'deliveries' }, filter)).total).toBe(total.deliveries);
    }
  });

  it('a township has its villages in its figures, and sees nothing of another', async () => {
    const clerk = callerWith(
      county.countyId,
      'office-clerk',
      { organId: townId, path: [county.governmentId, townId] },
      { now },
    );
    const own = await figuresOf('organ', search, clerk);
    expect(own.lines.map(({ name }) => name).sort()).toEqual(['柳树村', '石桥镇'].sort());
    const within = await figuresOf('organ', { ...search, withinId: townId });
    expect(own.total).toEqual(within.total);
    const other = await figuresOf('organ', { ...search, withinId: otherTownId }, clerk);
    expect(other.total.information).toBe(0);
    const all = await figuresOf('organ');
    expect(all.lines.find(({ key }) => key === otherTownId)?.information).toBe(60 - own.total.information);
  });

  it('an item whose column changes is counted in its new one, on every channel', async () => {
    const { db } = database;
    const before = await figuresOf('column', { ...search, columnKey: 'organ-functions' });
    expect(before.total).toMatchObject({ information: 0, deliveries: 0 });
    const [moved] = (await opened('column', { what: 'deliveries' })).items;
    await db
      .updateTable('publicationItem')
      .set({ columnKey: 'organ-functions' })
      .where('id', '=', moved?.id ?? '')
      .execute();
    const after = await figuresOf('column', { ...search, columnKey: 'organ-functions' });
    expect(after.total.information).toBe(1);
    expect(after.total.deliveries).toBeGreaterThan(0);
  });

  it('another county counts for itself', async () => {
    const other = await buildCounty(database.db, '清溪县');
    const counted = await figuresOf('organ', search, supervisorOf(other, { now }));
    expect(counted.total).toMatchObject({ information: 0, deliveries: 0 });
  });

  it('a time that ends before it begins is refused, and the workbook has the lines', async () => {
    const turned = { from: day('2026-02-01'), to: day('2026-01-01') };
    expect(await countFigures(database.db, supervisor(), turned, 'organ')).toMatchObject({
      ok: false,
      problem: { code: 'invalid' },
    });
    const file = await exportFigures(database.db, supervisor(), search, 'organ');
    if (!file.ok) throw new Error(file.problem.message);
    expect(file.value.fileName).toMatch(/\.xlsx$/);
    expect(Buffer.from(file.value.content.subarray(0, 2)).toString()).toBe('PK');
  });
});
