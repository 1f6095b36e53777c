import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, type TestCounty, testNow } from '../../../tests/support/county.ts';
import { buildPerson, cheapHash } from '../../../tests/support/people.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { registerApi } from '../../platform/http/api/index.ts';
import { createHttpServer } from '../../platform/http/server.ts';
import { createLog } from '../../platform/log/index.ts';
import type { Authority } from '../domain/authority.ts';
import { organisationRoutes } from '../routes.ts';
import { loadPersonAtWork } from '../service/authority.ts';
import { memoDesk } from '../service/memos.ts';

const database = useDatabase();
const lines: string[] = [];
let app: FastifyInstance;
let county: TestCounty;
let stone: string;
let system: string;
let security: string;
let wang: string;
let li: string;

beforeAll(async () => {
  const { db } = database;
  county = await buildCounty(db);
  stone = await buildOrgan(db, county, '石桥镇');
  system = await buildPerson(db, county, '孙建国', county.officeId, 'system-administrator');
  security = await buildPerson(db, county, '周敏', county.officeId, 'security-administrator');
  wang = await buildPerson(db, county, '王强', stone, 'office-clerk');
  li = await buildPerson(db, county, '李小云', stone);
  app = await createHttpServer({
    log: createLog('trace', { write: (line: string) => lines.push(line) }),
    trustedProxies: [],
    requestsPerMinute: 100_000,
  });
  await registerApi<Authority>(app, {
    routes: organisationRoutes({ db, deskSources: [memoDesk], checkSetUpCode: () => false, hashCost: cheapHash }),
    // Who asks stands in a header here; everything behind it is the real thing.
    identify: async (request, now) => {
      const personId = String(request.headers['x-person']);
      const person = await loadPersonAtWork(db, { countyId: county.countyId, personId }, now);
      return (
        person && {
          actor: { countyId: county.countyId, personId, sessionId: personId, name: person.name, from: request.ip },
          stage: 'signed-in',
          csrfToken: 'token',
          authority: person.authority,
        }
      );
    },
    clock: () => testNow,
  });
});
afterAll(() => app.close());

async function send(by: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) {
  const answer = await app.inject({
    method,
    url: `/api${path}`,
    headers: { 'x-person': by, 'x-csrf-token': 'token' },
    ...(body ? { payload: body } : {}),
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, json: isJson ? answer.json() : undefined, answer };
}

describe('people over HTTP', () => {
  test('everything wrong in a form comes back at its field, in Chinese', async () => {
    const { status, json } = await send(system, 'POST', '/people', {
      name: ' ',
      organId: '',
      mobilePhone: '12345',
      officePhone: 'abc',
      email: 'x',
    });
    expect(status).toBe(400);
    expect(json.fields).toEqual([
      { field: 'name', message: '请填写姓名' },
      { field: 'organId', message: '请选择单位' },
      { field: 'loginName', message: '请填写登录名' },
      { field: 'mobilePhone', message: '手机号应为 11 位数字' },
      { field: 'officePhone', message: '办公电话应写成 0871-1234567 或 1234567-801 的样子' },
      { field: 'email', message: '邮箱应写成 name@example.gov.cn 的样子' },
    ]);
  });

  test('somebody is entered, appointed, seen, changed, relieved and closed', async () => {
    const entered = await send(system, 'POST', '/people', {
      name: '张伟',
      organId: stone,
      loginName: 'zhangwei.http',
      mobilePhone: '13800001234',
      jobTitle: '',
    });
    expect(entered.status).toBe(200);
    const { id } = entered.json;
    const post = { role: 'office-clerk', organId: stone, from: '2026-03-02' };
    expect((await send(system, 'POST', `/people/${id}/posts`, post)).status).toBe(403);
    const appointed = await send(security, 'POST', `/people/${id}/posts`, post);
    expect(appointed.status).toBe(200);
    const seen = (await send(wang, 'GET', `/people/${id}`)).json;
    expect(seen).toMatchObject({
      name: '张伟',
      organ: { id: stone, name: '石桥镇' },
      posts: [{ id: appointed.json.id, roleName: '公开办经办人', from: '2026-03-02', withdrawn: false }],
      account: { loginName: 'zhangwei.http', closed: false },
      version: 1,
    });
    expect(seen.jobTitle).toBeUndefined();
    const changed = await send(system, 'PATCH', `/people/${id}`, { version: 1, mobilePhone: '', jobTitle: '干事' });
    expect(changed.json).toEqual({ version: 2 });
    expect((await send(wang, 'GET', `/people/${id}`)).json.mobilePhone).toBeUndefined();
    expect((await send(security, 'DELETE', `/people/${id}/posts/${appointed.json.id}`)).status).toBe(204);
    expect((await send(system, 'POST', `/people/${id}/close`)).status).toBe(204);
    const closed = await send(security, 'GET', `/people?state=closed&role=&organId=`);
    expect(closed.json.items.map((each: { name: string }) => each.name)).toEqual(['张伟']);
    expect((await send(id, 'GET', '/people')).status).toBe(401);
  });

  test('nobody outside of the reach is found, also by guessing the address', async () => {
    const willow = await buildOrgan(database.db, county, '柳河乡');
    const stranger = await buildPerson(database.db, county, '赵四海', willow, 'information-officer');
    expect((await send(wang, 'GET', `/people/${stranger}`)).status).toBe(404);
    expect((await send(wang, 'GET', '/people?search=赵四海')).json.total).toBe(0);
    expect((await send(stranger, 'GET', `/people/${wang}`)).status).toBe(404);
    expect((await send(stranger, 'GET', `/people/${wang}/desk`)).status).toBe(404);
    expect((await send(stranger, 'POST', `/people/${wang}/posts`, {})).status).toBe(403);
  });

  test('no telephone number and no password stands in the log', () => {
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toMatch(/13800001234|firstPassword/);
  });
});

describe('a hand-over over HTTP', () => {
  test('from the memo to the signed sheet', async () => {
    const memo = await send(wang, 'POST', '/memos', { title: '核对公开目录', text: '写到一半', due: '2026-03-09' });
    expect(memo.json).toMatchObject({ title: '核对公开目录', due: '2026-03-09', done: false, version: 1 });
    expect((await send(wang, 'PATCH', `/memos/${memo.json.id}`, { version: 1, text: '写完了' })).json.version).toBe(2);
    const desk = (await send(wang, 'GET', `/people/${wang}/desk`)).json.items;
    expect(desk).toMatchObject([{ kind: 'memo', label: '备忘', nextDate: '2026-03-09', text: '写完了' }]);

    const begun = await send(wang, 'POST', '/hand-overs', { fromPersonId: wang, toPersonId: li, reason: '调离' });
    const { id } = begun.json;
    expect((await send(li, 'GET', '/hand-overs?state=open')).json.items).toMatchObject([{ id, fromName: '王强' }]);
    const shown = (await send(li, 'GET', `/hand-overs/${id}`)).json;
    expect(shown).toMatchObject({
      state: 'open',
      stateName: '待接收人确认',
      items: [{ title: '核对公开目录', addedSince: false }],
      posts: [{ roleName: '公开办经办人', passed: false }],
      waitsForApproval: false,
      may: { confirm: true, approvePosts: false, end: 'declined' },
    });
    const sheet = await send(li, 'GET', `/hand-overs/${id}/sheet`);
    expect(sheet.answer.headers['content-type']).toContain('wordprocessingml');
    expect(sheet.answer.rawPayload.subarray(0, 2).toString()).toBe('PK');

    expect((await send(li, 'POST', `/hand-overs/${id}/confirm`, { seen: [] })).json).toMatchObject({
      code: 'desk-changed',
      detail: expect.stringContaining('新增1项（《核对公开目录》）'),
    });
    expect((await send(li, 'POST', `/hand-overs/${id}/confirm`, { seen: shown.items })).json).toEqual({
      items: 1,
      posts: 0,
    });
    expect((await send(li, 'GET', '/memos')).json.items).toHaveLength(1);
    expect((await send(wang, 'GET', '/memos')).json.items).toEqual([]);
  });
});
