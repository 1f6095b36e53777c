import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { type Actor, systemActor } from '../../kernel/actor.ts';
import { forbidden, success } from '../../kernel/result.ts';
import { generateSm2Key } from '../crypto/sm2.ts';
import { newId } from '../db/index.ts';
import { registerApi } from '../http/api/index.ts';
import { createHttpServer } from '../http/server.ts';
import { createLog } from '../log/index.ts';
import { change, now, tamper } from './fixtures/entries.ts';
import { auditActions, auditRoutes, checkExtract, defineActions, mergeVocabularies, write } from './index.ts';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-audit-'));
const key = generateSm2Key();
const auditor = { countyId: newId(), personId: newId(), name: '审计员', sessionId: 's', from: '10.0.0.1' };
const other: Actor = { countyId: newId(), name: '邻县', from: '10.0.0.2' };
const vocabulary = mergeVocabularies([
  auditActions,
  defineActions({ actions: { 'item.rename': '事项更名' }, recordKinds: { item: '事项' }, fields: { title: '标题' } }),
]);
let app: FastifyInstance;
let mayRead = true;

const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);

beforeAll(async () => {
  app = await createHttpServer({ log: createLog('silent'), trustedProxies: [], requestsPerMinute: 1_000 });
  await registerApi(app, {
    routes: auditRoutes<boolean>({
      db: database.db,
      vocabulary,
      key,
      sealFile: join(folder, 'audit-seals.jsonl'),
      nameCounty: async () => '云溪县',
      access: (may) => (may ? success(true) : forbidden('只有审计管理员可以查看审计记录。')),
    }),
    identify: async () => ({ actor: auditor, stage: 'signed-in', csrfToken: 't', authority: mayRead }),
    clock: () => now,
  });
  for (let at = 0; at < 25; at += 1) {
    const actor = { ...auditor, personId: newId(), name: at % 2 ? '张溪山' : '李云岭' };
    await write(database.db, actor, minutes(at * 60), async (_, record) => record(change(at)));
  }
  await write(database.db, auditor, minutes(1), async (_, record) =>
    record({ action: 'post.appoint', record: { kind: 'post', id: 'x', label: '100%_经办人' } }),
  );
  await write(database.db, other, now, async (_, record) => record(change('邻县')));
  await write(database.db, systemActor('系统任务'), now, async (_, record) => record(change('系统')));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (url: string) => (await app.inject(`/api${url}`)).json();
const post = (url: string, payload: object = {}) =>
  app.inject({ method: 'POST', url: `/api${url}`, payload, headers: { 'x-csrf-token': 't' } });
const labels = async (query: string): Promise<string[]> =>
  (await get(`/audit/entries?pageSize=200&${query}`)).items.map((item: { recordLabel: string }) => item.recordLabel);

describe('审计管理员查询', () => {
  test('最近的在前，分页，操作、类别、字段都有中文名', async () => {
    const page = await get('/audit/entries?pageSize=5&page=2');
    expect(page).toMatchObject({ total: 26, page: 2, pageSize: 5 });
    expect(page.items.map((item: { sequence: string }) => item.sequence)).toEqual(['21', '20', '19', '18', '17']);
    expect(page.items[0]).toMatchObject({
      personName: '李云岭',
      actionLabel: '事项更名',
      recordKindLabel: '事项',
      origin: '10.0.0.1',
      changes: [{ field: 'title', label: '标题', before: '旧20', after: '新20' }],
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('没有中文名的操作显示代码，不致看不见', async () => {
    expect((await get('/audit/entries?action=post.appoint')).items).toMatchObject([
      { actionLabel: 'post.appoint', recordKindLabel: 'post' },
    ]);
  });

  test.each([
    ['操作', 'action=post.appoint', ['100%_经办人']],
    ['记录类别', 'recordKind=post', ['100%_经办人']],
    ['记录', 'recordId=7', ['事项7']],
    ['人和记录', `person=${encodeURIComponent('溪山')}&recordId=8`, []],
    ['内容', `text=${encodeURIComponent('新13')}`, ['事项13']],
    ['记录名称', `text=${encodeURIComponent('经办')}`, ['100%_经办人']],
    ['百分号不是通配符', `text=${encodeURIComponent('0%_')}`, ['100%_经办人']],
    ['下划线不是通配符', `text=${encodeURIComponent('事_')}`, []],
    ['反斜杠', `text=${encodeURIComponent('\\')}`, []],
    ['起止日含当日（北京时间）', 'from=2026-11-21&to=2026-11-21&text=%E4%BA%8B%E9%A1%B914', ['事项14']],
    ['止日之后的不算', 'to=2026-11-20&text=%E4%BA%8B%E9%A1%B914', []],
  ])('按%s查', async (_, query, expected) => {
    expect(await labels(query)).toEqual(expected);
  });

  test('按人查得到那人的全部', async () => {
    expect(await labels(`person=${encodeURIComponent('张溪山')}`)).toHaveLength(12);
  });

  test('看不到别的县；系统自身的链分开看', async () => {
    expect(await labels(`text=${encodeURIComponent('邻县')}`)).toEqual([]);
    expect(await labels('chain=system')).toEqual(['事项系统']);
  });

  test('起日无效，在该栏说明', async () => {
    expect(await get('/audit/entries?from=2026-02-30')).toMatchObject({ status: 400, fields: [{ field: 'from' }] });
  });

  test('别的人一律拒绝', async () => {
    mayRead = false;
    for (const answer of [
      await app.inject('/api/audit/entries'),
      await app.inject('/api/audit/vocabulary'),
      await post('/audit/verify'),
      await post('/audit/export'),
    ])
      expect(answer.statusCode).toBe(403);
    mayRead = true;
  });
});

describe('导出与核对', () => {
  test('导出的文件自带签名，核对得出条数和起止，导出本身也留下记录', async () => {
    const answer = await post('/audit/export', { from: '2026-11-20', to: '2026-11-20' });
    expect(answer.statusCode).toBe(200);
    const checked = await checkExtract(linesOf(answer.body), key.publicKey);
    expect(checked).toMatchObject({
      ok: true,
      value: { chains: [{ countyId: auditor.countyId, name: '云溪县', first: 1n, last: 27n }], entries: 27 },
    });
    expect((await get('/audit/entries?action=audit.export')).items).toMatchObject([
      { actionLabel: '导出审计记录', personName: '审计员' },
    ]);
  });

  test('核对：完好时说明条数与封条；改动后指出哪一条', async () => {
    expect((await post('/audit/verify')).json()).toMatchObject({ intact: true, entries: 28, seals: 2, faults: [] });
    await tamper(
      database,
      `UPDATE audit_entry SET person_name = '别人' WHERE sequence = 9 AND county_id = '${auditor.countyId}'`,
    );
    expect((await post('/audit/verify')).json()).toMatchObject({
      intact: false,
      faults: [{ chain: 'county', sequence: '9', message: '第 9 条的内容与写入时不一致，已被改动。' }],
    });
  });
});

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.trimEnd().split('\n');
}
