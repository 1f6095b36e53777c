import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { conflict, forbidden, missing, success } from '../../../kernel/result.ts';
import { createLog } from '../../log/index.ts';
import { createHttpServer } from '../server.ts';
import {
  day,
  defineRoute,
  type Identity,
  instant,
  openApiDocument,
  pageOf,
  pageQuery,
  registerApi,
  type SignInStage,
  seenVersion,
} from './index.ts';

interface Rights {
  mayRead: boolean;
}

const route = defineRoute<Rights>();
const now = new Date('2026-05-06T01:02:03Z');

const routes = [
  route({
    method: 'GET',
    path: '/open',
    summary: '公开',
    access: 'anyone',
    answer: z.object({ word: z.string() }),
    handle: async () => success({ word: '好', secret: 'never' }),
  }),
  route({
    method: 'GET',
    path: '/records',
    summary: '列表',
    access: ({ mayRead }) => (mayRead ? success(true) : forbidden('您没有查看的权限，请联系安全管理员。')),
    query: pageQuery,
    answer: pageOf(z.object({ at: instant })),
    handle: async ({ query, now }) => success({ ...query, items: [{ at: now }], total: 1 }),
  }),
  route({
    method: 'POST',
    path: '/records',
    summary: '新增',
    access: 'signed-in',
    body: z.object({ name: z.string().min(2), day: z.iso.date() }),
    answer: z.object({ name: z.string(), by: z.string() }),
    handle: async ({ body, actor }) => success({ name: body.name, by: actor.name }),
  }),
  route({
    method: 'POST',
    path: '/notices',
    summary: '会公开的',
    access: 'signed-in',
    becomesPublic: true,
    body: z.object({ title: z.string(), lines: z.array(z.object({ note: z.string() })) }),
    answer: z.object({}),
    handle: async () => success({}),
  }),
  route({
    method: 'GET',
    path: '/records/:id',
    summary: '一条',
    access: 'session',
    params: z.object({ id: z.string() }),
    answer: z.object({}),
    handle: async ({ params }) => (params.id === 'gone' ? missing('没有这条记录。') : conflict('记录已被他人修改。')),
  }),
  route({
    method: 'GET',
    path: '/file',
    summary: '下载',
    access: 'signed-in',
    answer: 'file',
    handle: async () => success({ fileName: '清单 1.csv', mediaType: 'text/csv', content: Readable.from(['一,二\n']) }),
  }),
  route({
    method: 'DELETE',
    path: '/records/:id',
    summary: '删除',
    access: 'signed-in',
    handle: async () => success(undefined),
  }),
];

async function serve(who?: { stage?: SignInStage; mayRead?: boolean }) {
  const app = await createHttpServer({ log: createLog('silent'), trustedProxies: [], requestsPerMinute: 1_000 });
  const identity: Identity<Rights> = {
    actor: { countyId: 'c', personId: 'p', name: '测试员', sessionId: 's', from: '127.0.0.1' },
    stage: who?.stage ?? 'signed-in',
    csrfToken: 'token',
    authority: { mayRead: who?.mayRead ?? true },
  };
  await registerApi(app, {
    routes,
    identify: async () => (who ? identity : undefined),
    clock: () => now,
    findForbidden: (text) => (text.includes('机密★') ? ['密级标志'] : []),
  });
  return app;
}

const valid = { method: 'POST', url: '/api/records', payload: { name: '石桥镇', day: '2026-01-31' } } as const;
const token = { 'x-csrf-token': 'token' };

describe('words that can become public as they are sent', () => {
  const send = async (url: string, payload: object) =>
    (await serve({})).inject({ method: 'POST', url, headers: token, payload });

  test('are refused at their field where they hold what may never go out', async () => {
    const answer = await send('/api/notices', { title: '机密★5年', lines: [{ note: '好' }, { note: '机密★1年' }] });
    expect(answer.statusCode).toBe(400);
    const message = '这里有不得公开的内容：密级标志。请删去或者脱敏后再保存（《条例》第十四条、第十五条）。';
    expect(answer.json().fields).toEqual([
      { field: 'title', message },
      { field: 'lines.1.note', message },
    ]);
  });

  test('pass where they do not, and so does what becomes public through the checks of an item', async () => {
    expect((await send('/api/notices', { title: '通知', lines: [] })).statusCode).toBe(200);
    expect((await send('/api/records', { name: '机密★5年', day: '2026-01-31' })).statusCode).toBe(200);
  });
});

describe('the gate of the API', () => {
  test('lets anyone read what is open to anyone, and gives no field that is not declared', async () => {
    const answer = await (await serve()).inject('/api/open');
    expect(answer.json()).toEqual({ word: '好' });
  });

  test.each(['GET /api/records', 'POST /api/records', 'GET /api/records/1', 'GET /api/file', 'DELETE /api/records/1'])(
    'asks a stranger to sign in: %s',
    async (line) => {
      const [method = '', url = ''] = line.split(' ');
      const answer = await (await serve()).inject({ method: method as 'GET', url });
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'signed-out' });
    },
  );

  test.each(['second-factor', 'must-change-password', 'must-enrol-totp'] as const)(
    'keeps who has only come to %s from everything but going on',
    async (stage) => {
      const app = await serve({ stage });
      expect((await app.inject('/api/records')).json()).toMatchObject({ status: 403, code: 'sign-in-unfinished' });
      expect((await app.inject('/api/records/1')).statusCode).toBe(409);
    },
  );

  test('says why a policy refuses', async () => {
    const answer = await (await serve({ mayRead: false })).inject('/api/records');
    expect(answer.json()).toMatchObject({ status: 403, detail: '您没有查看的权限，请联系安全管理员。' });
  });

  test('changes nothing without the token of the session', async () => {
    const app = await serve({});
    expect((await app.inject(valid)).json()).toMatchObject({ status: 403, code: 'stale-page' });
    expect((await app.inject({ ...valid, headers: { 'x-csrf-token': 'other' } })).statusCode).toBe(403);
    const answer = await app.inject({ ...valid, headers: token });
    expect(answer.json()).toEqual({ name: '石桥镇', by: '测试员' });
  });

  test.each([
    ['a browser that names the site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['an older browser', { origin: 'https://elsewhere.example' }],
    ['a page without an origin', { origin: 'null' }],
  ])('changes nothing for another site: %s', async (_, headers) => {
    const app = await serve({});
    expect((await app.inject({ ...valid, headers: { ...token, ...headers } })).json()).toMatchObject({
      code: 'forbidden',
    });
  });

  test('works for its own pages in old and new browsers', async () => {
    const app = await serve({});
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost', host: 'localhost' }])
      expect((await app.inject({ ...valid, headers: { ...token, ...headers } })).statusCode).toBe(200);
  });

  test('names every field that is wrong, in Chinese', async () => {
    const app = await serve({});
    const answer = await app.inject({ ...valid, payload: { name: '石', day: '2026-02-30' }, headers: token });
    const { status, fields } = answer.json();
    expect(status).toBe(400);
    expect(fields.map(({ field }: { field: string }) => field)).toEqual(['name', 'day']);
    for (const { message } of fields) expect(message).toMatch(/[一-龥]/);
  });

  test('refuses what the database cannot hold at its field', async () => {
    const app = await serve({});
    const payload = { name: '石\u0000桥镇', day: '2026-01-31' };
    const answer = await app.inject({ ...valid, payload, headers: token });
    expect(answer.json()).toMatchObject({ status: 400, fields: [{ field: 'name' }] });
    expect((await app.inject('/api/records/%00')).json()).toMatchObject({ status: 400, fields: [{ field: 'id' }] });
  });

  test.each(['0000-01-01', '2026-02-29', '9999-12-31'])('knows no day %s, and says so once', (written) => {
    expect(day.safeParse(written).error?.issues).toHaveLength(1);
  });

  test.each([-1, 1.5, 2_147_483_648, '1'])('knows no version %s', (written) => {
    expect(seenVersion.safeParse(written).success).toBe(false);
  });

  test.each([
    ['/api/records?page=0', 'page'],
    ['/api/records?pageSize=1000', 'pageSize'],
    ['/api/records?page=x', 'page'],
  ])('refuses %s', async (url, field) => {
    const answer = await (await serve({})).inject(url);
    expect(answer.json()).toMatchObject({ status: 400, fields: [{ field }] });
  });

  test('gives pages, instants in UTC, and the statuses of refusals', async () => {
    const app = await serve({});
    expect((await app.inject('/api/records')).json()).toEqual({
      items: [{ at: '2026-05-06T01:02:03.000Z' }],
      total: 1,
      page: 1,
      pageSize: 20,
    });
    expect((await app.inject('/api/records/gone')).statusCode).toBe(404);
    expect((await app.inject('/api/records/other')).statusCode).toBe(409);
  });

  test('sends a file under its Chinese name, and nothing where nothing is to say', async () => {
    const app = await serve({});
    const file = await app.inject('/api/file');
    expect(file.body).toBe('一,二\n');
    expect(file.headers['content-disposition']).toBe(
      'attachment; filename="_ 1.csv"; filename*=UTF-8\'\'%E6%B8%85%E5%8D%95%201.csv',
    );
    const nothing = await app.inject({ method: 'DELETE', url: '/api/records/1', headers: token });
    expect([nothing.statusCode, nothing.body]).toEqual([204, '']);
  });
});

test('the description of the API has every route with what it takes and gives', () => {
  const { paths } = openApiDocument(routes, '1.0.0') as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  expect(
    Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((each) => `${each} ${path}`)),
  ).toEqual([
    'get /api/open',
    'get /api/records',
    'post /api/records',
    'post /api/notices',
    'get /api/records/{id}',
    'delete /api/records/{id}',
    'get /api/file',
  ]);
  expect(paths['/api/records']?.get?.parameters).toEqual([
    {
      name: 'page',
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100_000, default: 1 },
    },
    {
      name: 'pageSize',
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 20 },
    },
  ]);
  expect(paths['/api/records']?.get?.responses).toMatchObject({
    200: {
      content: {
        'application/json': {
          schema: { properties: { items: { items: { properties: { at: { format: 'date-time' } } } } } },
        },
      },
    },
  });
});
