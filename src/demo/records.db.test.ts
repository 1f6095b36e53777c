import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useSystem } from '../../tests/support/test-system.ts';
import { todayOfCatalogue } from '../catalogue/index.ts';
import { dayInChina, getPlainDate } from '../kernel/plain-date.ts';
import { loadAuthority, putMemo } from '../organisation/index.ts';
import { write } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import { textOfHtml } from '../platform/documents/rich-text/index.ts';
import { missingSteps, readHistory } from '../publication/domain/history.ts';
import type { Item, ItemText } from '../publication/domain/item.ts';
import { kindKeys } from '../publication/domain/kinds/index.ts';
import { isReviewStep } from '../publication/domain/states.ts';
import { channelsOfToday, todayOfPublication } from '../publication/index.ts';
import { mayLeaveDraft } from '../publication/service/check-judging.ts';
import { checkItem } from '../publication/service/checking.ts';
import { findDuplicates } from '../publication/service/duplicates.ts';
import { countFigures, openFigure } from '../publication/service/figures.ts';
import { shareKeyOf } from '../publication/service/reviews.ts';
import { listEventsByItem } from '../publication/store/events.ts';
import { listItemsById } from '../publication/store/items.ts';
import { getText } from '../publication/store/texts.ts';
import { loadDemo, loadDemoRecords } from './index.ts';
import { planDemo } from './plan.ts';

const now = new Date('2026-03-02T01:00:00Z');
const today = dayInChina(now);

describe('the records of the demonstration', () => {
  const system = useSystem();
  let db: Db;
  let countyId = '';
  let items: Item[] = [];

  const count = async (query: string): Promise<number> => {
    const { rows } = await sql<{ n: number }>`${sql.raw(`SELECT count(*)::int AS n FROM ${query}`)}`.execute(db);
    return rows[0]?.n ?? -1;
  };
  const personOf = async (loginName: string) => {
    const { rows } = await sql<{ id: string }>`
      SELECT person_id AS id FROM auth_account WHERE login_name = ${loginName}`.execute(db);
    return rows[0]?.id ?? '';
  };
  const callerOf = async (loginName: string) => {
    const personId = await personOf(loginName);
    const authority = await loadAuthority(db, countyId, personId, today);
    return { actor: { countyId, personId, name: loginName, from: '192.0.2.7' }, authority, now };
  };

  beforeAll(async () => {
    db = system.database.db;
    await loadDemo(db, system.ring, now);
    expect(await loadDemoRecords({ ...system, db }, now)).toEqual({ ok: true, value: true });
    const county = await db.selectFrom('organisationCounty').select('id').executeTakeFirstOrThrow();
    countyId = county.id;
    const rows = await db.selectFrom('publicationItem').select('id').execute();
    items = await listItemsById(
      db,
      countyId,
      rows.map(({ id }) => id),
    );
  });

  test('are some three thousand, of every kind and in every state, at every organ', async () => {
    expect(items.length).toBeGreaterThan(2_800);
    expect(items.length).toBeLessThan(4_000);
    const kinds = new Set(items.map(({ kind }) => kind));
    // What the county was spared.
    expect(kindKeys.filter((kind) => !kinds.has(kind))).toEqual(['emergency-response']);
    expect(new Set(items.map(({ state }) => state))).toEqual(
      new Set([
        'draft',
        'department-check',
        'secrecy-review',
        'office-review',
        'deputy-approval',
        'chief-approval',
        'referred',
        'approved',
        'published',
        'filed',
        'withdrawn',
        'discarded',
      ]),
    );
    expect(new Set(items.map(({ organId }) => organId)).size).toBe(21);
    expect(
      await count("(SELECT DISTINCT channel FROM publication_channel WHERE state = 'done') AS used"),
    ).toBeGreaterThan(7);
  });

  test('stand as their events say, and were published only with every opinion their route asks for', async () => {
    const events = await listEventsByItem(
      db,
      countyId,
      items.map(({ id }) => id),
    );
    for (const item of items) {
      const history = readHistory(events.get(item.id) ?? []);
      expect(history.state, item.title).toBe(item.state);
      expect(history.owed.length > 0, item.title).toBe(item.secondLookDueOn !== undefined);
      const done = events.get(item.id)?.findLast(({ act }) => act === 'publish' || act === 'file');
      if (!done || !history.round || item.state === 'draft') continue;
      expect(missingSteps(history.round), item.title).toEqual([]);
      expect(history.round.opinions.at(-1)?.personId, item.title).not.toBe(item.authorId);
      for (const { opinion, act } of events.get(item.id) ?? []) {
        if (act === 'pass' || act === 'return') expect(opinion, item.title).not.toBe('');
      }
    }
  });

  test('have 索引号 without gaps, each once, and the series stand where they end', async () => {
    const { rows } = await sql<{ series: string; last: number }>`SELECT series, last FROM publication_serial`.execute(
      db,
    );
    const numbers = items.flatMap(({ indexNumber }) => indexNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    // What came with a ledger has the number it had there, or none.
    const own = items.filter(({ source }) => source !== 'import');
    expect(own.filter((item) => (item.indexNumber === undefined) !== (item.publishedAt === undefined))).toEqual([]);
    const used = Map.groupBy(numbers, (number) => number.replace(/\d{5}$/, '#'));
    expect(rows.length).toBe(used.size);
    for (const { series, last } of rows) {
      const serials = (used.get(series) ?? []).map((number) => Number(number.slice(-5))).sort((a, b) => a - b);
      expect(serials, series).toEqual(Array.from({ length: last }, (_, at) => at + 1));
    }
  });

  test('are in the index of repetitions, the evidence and the channels as far as they are public', async () => {
    const live = items.filter(({ liveTextNumber }) => liveTextNumber !== undefined);
    expect(await count('publication_fingerprint')).toBe(live.length);
    expect(await count('catalogue_evidence')).toBe(items.filter(({ publishedAt }) => publishedAt).length);
    expect(await count('catalogue_evidence WHERE ended IS NULL')).toBe(live.length);
    expect(
      await count(`publication_item i LEFT JOIN publication_channel c
        ON c.county_id = i.county_id AND c.item_id = i.id AND c.channel = 'portal'
        WHERE i.source <> 'import' AND (i.live_text_number IS NOT NULL) <> (coalesce(c.state, 'none') = 'done')`),
    ).toBe(0);
    expect(
      await count(`publication_item i JOIN publication_channel c ON c.county_id = i.county_id AND c.item_id = i.id
        AND c.channel = 'portal' WHERE c.state = 'done' AND c.text_number <> i.live_text_number`),
    ).toBe(0);
  });

  test('hold the mistakes that are there to be found', async () => {
    expect(await count('publication_item WHERE published_on > due_on')).toBeGreaterThan(60);
    expect(
      await count(`publication_item WHERE published_on IS NULL AND due_on < '${today}'
        AND state NOT IN ('discarded', 'filed', 'withdrawn')`),
    ).toBeGreaterThan(5);
    expect(await count("publication_event WHERE act = 'return'")).toBeGreaterThan(100);
    expect(await count("publication_event WHERE act = 'withdraw' AND opinion <> ''")).toBeGreaterThan(10);
    expect(
      await count("publication_channel WHERE channel = 'wechat' AND state = 'failed' AND error <> ''"),
    ).toBeGreaterThan(0);
    expect(await count("publication_channel WHERE channel = 'bulletin-board' AND state = 'waiting'")).toBeGreaterThan(
      0,
    );
    expect(await count("publication_item WHERE second_look_due_on IS NOT NULL AND state = 'published'")).toBe(2);
    expect(
      await count('publication_item WHERE expired_at IS NOT NULL AND live_text_number IS NOT NULL'),
    ).toBeGreaterThan(10);
    expect(await count("publication_item WHERE expired_at IS NOT NULL AND state = 'withdrawn'")).toBeGreaterThan(100);
    expect(
      await count(`publication_item WHERE disclosure <> 'proactive' AND reassess_on < '${today}'`),
    ).toBeGreaterThan(10);
    expect(await count("publication_referral WHERE state = 'open'")).toBeGreaterThan(1);
    expect(await count("publication_referral WHERE state = 'answered'")).toBeGreaterThan(1);
    const validities = new Set(items.flatMap(({ validity }) => validity ?? []));
    expect(validities).toEqual(new Set(['valid', 'amended', 'repealed']));
  });

  test('link what repeals or amends with what is repealed or amended', async () => {
    expect(
      await count(`publication_relation r
        JOIN publication_item later ON later.county_id = r.county_id AND later.id = r.item_id
        JOIN publication_item older ON older.county_id = r.county_id AND older.id = r.to_item_id
        WHERE r.kind IN ('repeals', 'amends') AND later.live_text_number IS NOT NULL AND older.live_text_number IS NOT NULL
          AND older.validity NOT IN ('amended', 'repealed')`),
    ).toBe(0);
    expect(await count("publication_relation WHERE kind = 'interprets'")).toBeGreaterThan(15);
  });

  test('count in every figure as many as its list opens', async () => {
    const caller = await callerOf('xian.zhuguan');
    const search = { from: getPlainDate('2025-01-01'), to: getPlainDate('2025-12-31') };
    const figures = await countFigures(db, caller, search, 'organ');
    if (!figures.ok) throw new Error(figures.problem.message);
    expect(figures.value.lines.length).toBe(21);
    expect(figures.value.total.information).toBe(
      items.filter(({ publishedOn }) => publishedOn?.startsWith('2025')).length,
    );
    for (const { key, information, deliveries } of figures.value.lines) {
      for (const [what, figure] of [
        ['information', information],
        ['deliveries', deliveries],
      ] as const) {
        const opened = await openFigure(db, caller, search, { what, by: 'organ', key }, { page: 1, pageSize: 1 });
        expect(opened.ok && opened.value.total, `${key} ${what}`).toBe(figure);
      }
    }
  });

  test('read as the editor would have kept them', async () => {
    for (const { id, title, textNumber } of items.filter((_, at) => at % 40 === 0)) {
      const { bodyHtml, bodyText } = await getText(db, countyId, id, textNumber);
      expect(bodyText.split('\n'), title).toEqual(textOfHtml(bodyHtml).split('\n'));
    }
  });

  test('repeat each other where a township copied a department', async () => {
    const copies = items.filter(({ title, liveTextNumber }) => title.includes('转发') && liveTextNumber !== undefined);
    expect(copies.length).toBeGreaterThan(10);
    for (const item of copies.slice(0, 8)) {
      const text: ItemText = await getText(db, countyId, item.id, item.textNumber);
      const found = await findDuplicates(db, { now }, item, text, 0.6);
      expect(found.length, item.title).toBeGreaterThan(0);
      expect(found[0]?.passages.length, item.title).toBeGreaterThan(0);
    }
  });

  test('could be published as they wait: nothing the checks find is open', async () => {
    const waiting = items.filter(({ state }) => state === 'approved' || isReviewStep(state));
    expect(waiting.length).toBeGreaterThan(20);
    for (const item of waiting) {
      const text = await getText(db, countyId, item.id, item.textNumber);
      expect(await mayLeaveDraft(db, item, text), item.title).toEqual({ ok: true, value: true });
    }
  });

  test('hold a draft with numbers that must not go out, and one whose number is written wrongly', async () => {
    const caller = { actor: { countyId, name: '测试', from: '192.0.2.7' }, now };
    const found = new Set<string>();
    for (const item of items.filter(({ state }) => state === 'draft')) {
      const text = await getText(db, countyId, item.id, item.textNumber);
      const { findings } = await checkItem({ ...system, db }, caller, item, text);
      for (const { check, severity } of findings) if (severity === 'block') found.add(check);
    }
    expect(found).toEqual(new Set(['id-18', 'missing-field']));
  });

  test('leave something to do for every account that is shown, except the 三员', async () => {
    const shown = planDemo().people.filter(
      (each) => each.shown && !each.roles.some((role) => role.endsWith('administrator')),
    );
    expect(shown.length).toBeGreaterThan(8);
    for (const { loginName } of shown) {
      const { authority } = await callerOf(loginName);
      const lists = await Promise.all([
        todayOfPublication(db)(authority, now),
        todayOfCatalogue(db)(authority, now),
        channelsOfToday(db, authority, now),
      ]);
      const [own = []] = lists;
      expect(own.length, loginName).toBeGreaterThan(0);
    }
  });

  test('owe, have fulfilled and have been reminded of duties, some in time and some late', async () => {
    expect(await count("catalogue_duty WHERE state = 'done' AND done_on <= due_on")).toBeGreaterThan(300);
    expect(await count("catalogue_duty WHERE state = 'done' AND done_on > due_on")).toBeGreaterThan(20);
    expect(await count(`catalogue_duty WHERE state = 'open' AND due_on < '${today}'`)).toBeGreaterThan(10);
    expect(await count(`catalogue_duty WHERE state = 'open' AND due_on >= '${today}'`)).toBeGreaterThan(10);
    expect(await count('catalogue_reminder WHERE settled_on IS NULL AND answer IS NULL')).toBeGreaterThan(0);
    expect(await count('catalogue_reminder WHERE settled_on IS NOT NULL')).toBeGreaterThan(2);
  });

  test('hold decisions of one spreadsheet that may be passed with one opinion', async () => {
    const bulk = items.filter(({ source }) => source === 'bulk');
    expect(new Set(bulk.map(shareKeyOf)).size).toBe(1);
    expect(bulk.length).toBe(5);
    expect(await count("publication_batch WHERE status = 'entered'")).toBe(1);
  });

  test('go on from what two townships had published elsewhere', async () => {
    expect(await count("publication_item WHERE source = 'import' AND import_id IS NOT NULL")).toBeGreaterThan(30);
    expect(await count("publication_import WHERE status = 'applied'")).toBe(2);
  });

  test('are told of in the audit once for each organ and year', async () => {
    const entries = await count("audit_entry WHERE action = 'item.bring-in'");
    const own = items.filter(({ source }) => source !== 'import');
    expect(entries).toBe(new Set(own.map(({ organId, formedOn }) => organId + formedOn.slice(0, 4))).size);
    expect(entries).toBeLessThan(100);
  });

  test('are brought in once', async () => {
    expect(await loadDemoRecords({ ...system, db }, now)).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
    expect(await count('publication_item')).toBe(items.length);
  });
});

describe('a demonstration somebody has worked in', () => {
  const system = useSystem();

  test('gets no records', async () => {
    const { db } = system.database;
    await loadDemo(db, system.ring, now);
    const person = await sql<{ id: string; county: string }>`
      SELECT id, county_id AS county FROM organisation_person LIMIT 1`.execute(db);
    const { id = '', county = '' } = person.rows[0] ?? {};
    const actor = { countyId: county, personId: id, name: '李小云', from: '192.0.2.7' };
    await write(db, actor, now, (trx, record) =>
      putMemo(trx, record, { countyId: county, personId: id }, { title: '备忘', text: '' }, now),
    );
    expect(await loadDemoRecords({ ...system, db }, now)).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
  });
});
