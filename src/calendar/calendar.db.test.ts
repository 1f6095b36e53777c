import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { buildCounty, callerWith, supervisorOf, type TestCounty, testNow } from '../../tests/support/county.ts';
import { useDatabase } from '../../tests/support/test-database.ts';
import { systemActor } from '../kernel/actor.ts';
import { forbidden, success } from '../kernel/result.ts';
import type { Authority } from '../organisation/index.ts';
import { newId } from '../platform/db/index.ts';
import { registerApi } from '../platform/http/api/index.ts';
import { createHttpServer } from '../platform/http/server.ts';
import { createLog } from '../platform/log/index.ts';
import { on } from './domain/fixtures/calendars.ts';
import type { LocalRule, YearNotice } from './domain/notice.ts';
import { writeNotice } from './domain/notice-text.ts';
import { addWorkingDays, calendarRoutes, importNotice, loadCalendar, removeNotice } from './index.ts';
import { addLocalRule, removeLocalRule } from './service/local-rules.ts';

const database = useDatabase();
let county: TestCounty;
let other: TestCounty;
beforeAll(async () => {
  county = await buildCounty(database.db);
  other = await buildCounty(database.db, '青河县');
});
beforeEach(async () => {
  await database.db.deleteFrom('calendarNotice').execute();
  await database.db.deleteFrom('calendarLocalRule').execute();
  await database.pool.query('DELETE FROM pgboss.job');
});

const operator = systemActor('运维命令');
const actor = () => supervisorOf(county).actor;
const importText = (text: string) => importNotice(database.db, operator, testNow, text);
const jobs = async () =>
  (await database.pool.query(`SELECT data FROM pgboss.job WHERE name = 'calendar-changed' ORDER BY created_on, id`))
    .rows;
const entries = async (action: string) =>
  database.db.selectFrom('auditEntry').selectAll().where('action', '=', action).orderBy('sequence').execute();

const invented: YearNotice = {
  year: 2027,
  title: '国务院办公厅关于2027年部分节假日安排的通知',
  documentNumber: '国办发明电〔2026〕9号',
  publishedOn: on('2026-11-06'),
  holidays: [
    { name: '元旦', from: on('2027-01-01'), to: on('2027-01-03'), makeUpDays: [] },
    { name: '春节', from: on('2027-02-05'), to: on('2027-02-11'), makeUpDays: [on('2027-01-31'), on('2027-02-14')] },
    { name: '清明节', from: on('2027-04-05'), to: on('2027-04-05'), makeUpDays: [] },
    { name: '劳动节', from: on('2027-05-01'), to: on('2027-05-05'), makeUpDays: [on('2027-04-25'), on('2027-05-08')] },
    { name: '端午节', from: on('2027-06-09'), to: on('2027-06-09'), makeUpDays: [] },
    { name: '中秋节', from: on('2027-09-15'), to: on('2027-09-15'), makeUpDays: [] },
    { name: '国庆节', from: on('2027-10-01'), to: on('2027-10-07'), makeUpDays: [on('2027-09-26'), on('2027-10-09')] },
  ],
};

describe('导入年度放假安排', () => {
  it('前是估算，导入后按安排计算，移除后又是估算', async () => {
    const dueOf = async () => {
      const { due, estimated } = addWorkingDays(await loadCalendar(database.db, county.countyId), on('2027-01-29'), 5);
      return { due, estimated };
    };
    expect(await dueOf()).toEqual({ due: '2027-02-05', estimated: true });
    expect(await importText(writeNotice(invented))).toMatchObject({ ok: true, value: { isKnown: false } });
    expect(await dueOf()).toEqual({ due: '2027-02-04', estimated: false });
    expect(await removeNotice(database.db, operator, testNow, 2027)).toMatchObject({
      ok: true,
      value: { shipped: false },
    });
    expect(await dueOf()).toEqual({ due: '2027-02-05', estimated: true });
  });

  it('对每个县都有效', async () => {
    await importText(writeNotice(invented));
    const calendar = await loadCalendar(database.db, other.countyId);
    expect(calendar.explainDay(on('2027-02-14'))).toMatchObject({
      kind: 'make-up',
      working: true,
      source: '国办发明电〔2026〕9号',
    });
  });

  it('替换随程序提供的一年，告知变动的日子，记入审计，移除后恢复', async () => {
    const text = (await import('./service/shipped.ts')).listShippedNotices().find(({ year }) => year === 2026);
    if (!text) throw new Error('2026 is shipped');
    const changed = writeNotice(text).replace(
      '6月19日（周五）至6月21日（周日）放假，共3天',
      '6月19日（周五）放假，共1天',
    );
    const done = await importText(changed);
    expect(done).toMatchObject({ ok: true, value: { isKnown: true } });
    expect(done.ok && done.value.changes.map(({ day, after }) => [day, after])).toEqual([
      ['2026-06-20', '周末'],
      ['2026-06-21', '周末'],
    ]);
    const recorded = (await entries('calendar.import-notice')).at(-1);
    expect(recorded).toMatchObject({ recordLabel: '2026年放假安排', personName: '运维命令' });
    expect(JSON.stringify(recorded?.after)).toContain('端午节放假 → 周末');
    expect(await removeNotice(database.db, operator, testNow, 2026)).toMatchObject({
      ok: true,
      value: { shipped: true },
    });
    expect((await loadCalendar(database.db, county.countyId)).explainDay(on('2026-06-20')).kind).toBe('holiday');
  });

  it('请后台重算整年的期限；不采用的通知什么也不改', async () => {
    await importText(writeNotice(invented));
    expect(await jobs()).toEqual([{ data: { from: '2026-12-01', to: '2027-12-31' } }]);
    const refused = await importText(writeNotice(invented).replace('共7天', '共8天'));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    expect(await jobs()).toHaveLength(1);
  });

  it('没有导入过的一年不能移除', async () => {
    expect(await removeNotice(database.db, operator, testNow, 2026)).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});

describe('本地放假', () => {
  const closing: LocalRule = {
    kind: 'holiday',
    name: '防汛停工',
    from: on('2026-07-08'),
    to: on('2026-07-09'),
    basis: '防汛抗旱指挥部第2号令',
  };
  const add = (rule: Partial<LocalRule> = {}) => addLocalRule(database.db, actor(), testNow, { ...closing, ...rule });

  it('只在登记的县有效，登记和移除都记入审计，并请后台重算', async () => {
    const added = await add();
    expect((await loadCalendar(database.db, county.countyId)).isWorkingDay(on('2026-07-08'))).toBe(false);
    expect((await loadCalendar(database.db, other.countyId)).isWorkingDay(on('2026-07-08'))).toBe(true);
    if (!added.ok) throw new Error(added.problem.message);
    expect(await removeLocalRule(database.db, supervisorOf(other).actor, testNow, added.value.id)).toMatchObject({
      ok: false,
    });
    expect(await removeLocalRule(database.db, actor(), testNow, added.value.id)).toMatchObject({ ok: true });
    expect((await loadCalendar(database.db, county.countyId)).isWorkingDay(on('2026-07-08'))).toBe(true);
    expect((await entries('calendar.add-local')).at(-1)).toMatchObject({ countyId: county.countyId });
    expect((await entries('calendar.remove-local')).at(-1)).toMatchObject({ recordId: added.value.id });
    const change = { countyId: county.countyId, from: '2026-07-08', to: '2026-07-09' };
    expect(await jobs()).toEqual([{ data: change }, { data: change }]);
  });

  it.each([
    ['最后一天早于第一天', { to: on('2026-07-07') }, '早于'],
    ['超过一个月', { to: on('2026-08-09') }, '最多登记31天'],
    ['本来就不上班的周末', { from: on('2026-07-11'), to: on('2026-07-12') }, '本来就不上班'],
    ['本来就上班的日子登记为上班', { kind: 'make-up' as const }, '本来就上班'],
  ])('%s，不予登记', async (_, rule, told) => {
    const refused = await add(rule);
    expect(refused).toMatchObject({ ok: false, problem: { message: expect.stringContaining(told) } });
    expect(await jobs()).toEqual([]);
  });

  it('同一天不能登记两次，两个人同时登记也只成一个', async () => {
    const both = await Promise.all([add(), add({ from: on('2026-07-09'), to: on('2026-07-10') })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'conflict' } });
  });
});

describe('工作日历的接口', () => {
  let app: FastifyInstance;
  const personId = newId();
  beforeAll(async () => {
    app = await createHttpServer({ log: createLog('silent'), trustedProxies: [], requestsPerMinute: 100_000 });
    await registerApi<Authority>(app, {
      routes: calendarRoutes<Authority>({
        db: database.db,
        access: { maintain: () => success(true), importNotices: () => forbidden('请联系系统管理员。') },
      }),
      identify: async () => {
        const place = { organId: county.officeId, path: [county.governmentId, county.officeId] };
        const called = callerWith(county.countyId, 'county-supervisor', place);
        return {
          actor: { ...called.actor, personId, sessionId: personId },
          stage: 'signed-in',
          csrfToken: 'token',
          authority: called.authority,
        };
      },
      clock: () => testNow,
    });
  });
  afterAll(() => app.close());
  const send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    app.inject({
      method,
      url: `/api/calendar${path}`,
      headers: { 'x-csrf-token': 'token' },
      ...(body ? { payload: body } : {}),
    });

  test('一年的日历列出每个特殊的日子和依据，以及本地放假', async () => {
    const rule = { kind: 'holiday', name: '防汛停工', from: '2026-07-08', to: '2026-07-08', basis: '第2号令' };
    expect((await send('POST', '/local-rules', rule)).statusCode).toBe(200);
    const year = (await send('GET', '/years/2026')).json();
    expect(year).toMatchObject({ year: 2026, workingDays: 247, estimated: true });
    expect(year.days).toHaveLength(33 + 6 + 1);
    expect(year.days.find(({ day }: { day: string }) => day === '2026-02-28')).toEqual({
      day: '2026-02-28',
      kind: 'make-up',
      working: true,
      name: '春节',
      source: '国办发明电〔2025〕7号',
      estimated: false,
    });
    expect(year.localRules).toEqual([{ ...rule, id: expect.any(String) }]);
    expect((await send('GET', '/years/2025')).json()).toMatchObject({ estimated: false, workingDays: 248 });
    expect((await send('GET', '')).json().localRules).toHaveLength(1);
  });

  test('期限逐日说明，也能下载成 Word', async () => {
    const { due, lines, estimated } = (await send('GET', '/deadline?from=2026-02-10&days=20')).json();
    expect({ due, estimated, last: lines.at(-1) }).toEqual({
      due: '2026-03-16',
      estimated: false,
      last: '3月16日（周一）第20日，期限届满',
    });
    const natural = (await send('GET', '/deadline?from=2026-09-20&days=15&kind=calendar-days')).json();
    expect(natural.due).toBe('2026-10-08');
    const file = await send('GET', '/deadline/document?from=2026-02-10&days=20');
    expect(file.headers['content-disposition']).toContain(
      encodeURIComponent('期限计算说明-2026-02-10-20个工作日.docx'),
    );
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test.each([
    ['/deadline?from=2026-02-30&days=20', 'from'],
    ['/deadline?from=2026-02-10&days=1001', 'days'],
    ['/deadline?from=2026-02-10&days=1.5', 'days'],
    ['/deadline?from=2026-02-10&days=5&kind=hours', 'kind'],
    ['/years/abc', 'year'],
  ])('%s 指出填错的是 %s', async (path, field) => {
    const answer = await send('GET', path);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().fields.map((each: { field: string }) => each.field)).toEqual([field]);
  });

  test('没有导入权限的，核对、导入、移除都不行', async () => {
    const text = writeNotice(invented);
    for (const answer of [
      await send('POST', '/notices/preview', { text }),
      await send('POST', '/notices', { text }),
      await send('DELETE', '/notices/2026'),
    ]) {
      expect(answer.statusCode).toBe(403);
    }
  });
});
