import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, type TestCounty, testNow } from '../../../tests/support/county.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { newId } from '../../platform/db/index.ts';
import { registerApi } from '../../platform/http/api/index.ts';
import { createHttpServer } from '../../platform/http/server.ts';
import { createLog } from '../../platform/log/index.ts';
import type { Authority } from '../domain/authority.ts';
import { isRole, type Role } from '../domain/role.ts';
import { organisationRoutes } from '../routes.ts';

const database = useDatabase();
const personId = newId();
let app: FastifyInstance;
let county: TestCounty;
let stone: string;

beforeAll(async () => {
  const { db } = database;
  county = await buildCounty(db);
  stone = await buildOrgan(db, county, '石桥镇');
  app = await createHttpServer({ log: createLog('silent'), trustedProxies: [], requestsPerMinute: 100_000 });
  await registerApi<Authority>(app, {
    routes: organisationRoutes({ db, deskSources: [], checkSetUpCode: () => false }),
    // Whose role it is stands in a header here; everything behind it is the real thing.
    identify: async ({ headers }) => {
      const role = String(headers['x-role'] ?? 'county-supervisor');
      if (!isRole(role)) return undefined;
      const place = { organId: county.officeId, path: [county.governmentId, county.officeId] };
      const { actor, authority } = callerWith(county.countyId, role, place);
      return { actor: { ...actor, personId, sessionId: personId }, stage: 'signed-in', csrfToken: 'token', authority };
    },
    clock: () => testNow,
  });
});
afterAll(() => app.close());

const send = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object, role: Role = 'county-supervisor') =>
  app.inject({
    method,
    url: `/api${path}`,
    headers: { 'x-csrf-token': 'token', 'x-role': role },
    ...(body ? { payload: body } : {}),
  });

const upload = (fileName: string, content: string | Buffer, end = '\r\n--edge--\r\n') =>
  app.inject({
    method: 'POST',
    url: '/api/organs/imports',
    headers: { 'x-csrf-token': 'token', 'content-type': 'multipart/form-data; boundary=edge' },
    payload: Buffer.concat([
      Buffer.from(`--edge\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`),
      Buffer.from(content),
      Buffer.from(end),
    ]),
  });

describe('organs over HTTP', () => {
  test('an organ is registered, changed, renamed and read', async () => {
    const made = await send('POST', '/organs', {
      kind: 'village',
      fullName: '东桥村村民委员会',
      shortName: '东桥村',
      parentId: stone,
      profile: { phone: '0999-1234567' },
    });
    expect(made.statusCode).toBe(200);
    const { id } = made.json();
    const changed = await send('PATCH', `/organs/${id}`, { version: 2, profile: { phone: '0999-7654321' } });
    expect(changed.json()).toEqual({ version: 3 });
    const change = { kind: 'renamed', fullName: '东桥社区居民委员会', shortName: '东桥社区' };
    const renamed = await send('POST', `/organs/${id}/events`, {
      version: 3,
      day: '2026-03-02',
      change,
      documentNumber: '云政〔2026〕3号',
    });
    expect(renamed.json()).toEqual({ version: 4 });
    const detail = (await send('GET', `/organs/${id}`)).json();
    expect(detail).toMatchObject({
      version: 4,
      shortName: '东桥社区',
      status: 'living',
      profile: { phone: '0999-7654321' },
      path: [{ shortName: '云溪县' }, { shortName: '石桥镇' }, { shortName: '东桥社区' }],
      rights: { maintain: true, maintainContacts: true },
      events: [
        { kind: 'set-up', text: '设立，名称为“东桥村村民委员会”' },
        { kind: 'renamed', text: '更名为“东桥社区居民委员会”', documentNumber: '云政〔2026〕3号' },
      ],
    });
    expect((await send('GET', `/organs/${id}?asOf=2026-03-01`)).json().shortName).toBe('东桥村');
    const found = (await send('GET', '/organs?words=东桥&pageSize=10')).json();
    expect(found).toMatchObject({ total: 1, items: [{ id, shortName: '东桥社区' }] });
    const eventId = detail.events[1].id;
    const withdrawn = await send('POST', `/organs/${id}/events/${eventId}/withdraw`, {
      version: 4,
      because: '文件有误',
    });
    expect(withdrawn.json()).toEqual({ version: 5 });
    expect(
      (await send('GET', '/organs/tree')).json().organs.map((each: { shortName: string }) => each.shortName),
    ).toContain('东桥村');
  });

  test.each<[string, string, object, number, string]>([
    [
      'a day that is none',
      '/organs/STONE/events',
      { version: 2, day: '2026-02-30', change: { kind: 'abolished' } },
      400,
      'day',
    ],
    [
      'an event nobody knows',
      '/organs/STONE/events',
      { version: 2, day: '2026-03-02', change: { kind: 'sold' } },
      400,
      'change.kind',
    ],
    ['no reason', '/organs/STONE/events/STONE/withdraw', { version: 2, because: ' ' }, 400, 'because'],
    ['a kind nobody knows', '/organs', { kind: 'company', fullName: '甲', shortName: '甲' }, 400, 'kind'],
    ['no parent', '/organs', { kind: 'township', fullName: '甲', shortName: '甲' }, 422, 'parentId'],
    [
      'a name that is taken',
      '/organs',
      { kind: 'township', fullName: '石桥镇人民政府', shortName: '石桥', parentId: 'COUNTY' },
      422,
      'fullName',
    ],
  ])('%s comes back at its field, in Chinese', async (_, path, body, status, field) => {
    const fill = (text: string) => text.replaceAll('STONE', stone).replaceAll('COUNTY', county.governmentId);
    const answer = await send('POST', fill(path), JSON.parse(fill(JSON.stringify(body))));
    expect(answer.statusCode).toBe(status);
    expect(answer.json().fields.map((each: { field: string }) => each.field)).toEqual([field]);
    expect(answer.json().fields[0].message).toMatch(/[\u4e00-\u9fff]/);
  });

  test('what somebody else changed meanwhile is a conflict', async () => {
    const answer = await send('PATCH', `/organs/${stone}`, { version: 1, profile: { fax: '0999-1111111' } });
    expect(answer.statusCode).toBe(409);
  });

  test('an attachment nobody uploaded keeps the whole event out', async () => {
    const answer = await send('POST', `/organs/${stone}/events`, {
      version: 2,
      day: '2026-03-02',
      change: { kind: 'abolished' },
      attachmentId: newId(),
    });
    expect(answer.statusCode).toBe(409);
    expect((await send('GET', `/organs/${stone}`)).json()).toMatchObject({ status: 'living', version: 2 });
  });
});

describe('files of organs over HTTP', () => {
  test('what is exported can be sent back', async () => {
    for (const format of ['xlsx', 'csv']) {
      const file = await send('GET', `/organs/export?format=${format}`);
      expect(file.headers['content-disposition']).toContain(encodeURIComponent('云溪县机构名单'));
      const sent = await upload(`机构.${format}`, file.rawPayload);
      expect(sent.statusCode).toBe(200);
      const { differences } = (await send('GET', `/organs/imports/${sent.json().id}`)).json();
      expect(differences).toMatchObject({ created: [], changed: [], missing: [], problems: [] });
    }
  });

  test('an import is looked through, carried out, listed and undone', async () => {
    const { id } = (await upload('机构.csv', '全称,简称,类别,上级机构\n桃园乡人民政府,桃园乡,乡,云溪县\n')).json();
    expect((await send('POST', `/organs/imports/${id}/apply`)).json()).toEqual({ changed: 1 });
    expect((await send('POST', `/organs/imports/${id}/apply`)).statusCode).toBe(409);
    const listed = (await send('GET', '/organs/imports?pageSize=1')).json();
    expect(listed.items).toMatchObject([{ id, status: 'applied', fileName: '机构.csv', appliedBy: '李小云' }]);
    expect((await send('POST', `/organs/imports/${id}/undo`)).json()).toEqual({ changed: 1 });
  });

  test.each<[string, () => ReturnType<typeof upload>, number, string]>([
    ['no file', () => send('POST', '/organs/imports'), 422, '请选择要导入的机构名单'],
    ['one that breaks off', () => upload('机构.csv', '全称,类别\n', ''), 422, '上传没有完成'],
    ['one that is too large', () => upload('机构.csv', Buffer.alloc(6 * 1024 * 1024, 'a')), 422, '文件超过 5 MB'],
    ['a picture', () => upload('机构.csv', Buffer.from('89504e470d0a1a0a', 'hex')), 422, '机构.csv'],
  ])('%s is refused with a sentence', async (_, request, status, said) => {
    const answer = await request();
    expect(answer.statusCode).toBe(status);
    expect(answer.json().detail).toContain(said);
  });

  test('nobody but who keeps the tree comes near an import', async () => {
    for (const role of ['office-head', 'system-administrator', 'information-officer'] as const) {
      expect((await send('GET', '/organs/imports', undefined, role)).statusCode).toBe(403);
    }
  });
});
