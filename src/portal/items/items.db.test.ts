import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan } from '../../../tests/support/county.ts';
import { brokenReferences, textOf } from '../../../tests/support/portal.ts';
import { granted } from '../../../tests/support/result.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { buildApp } from '../../app.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import { newId } from '../../platform/db/index.ts';
import { addAttachment, receiveFile } from '../../platform/storage/index.ts';
import type { Item, ItemText, RelationKind } from '../../publication/domain/item.ts';
import { buildPublicItem } from '../../publication/service/fixtures/public-item.ts';
import { insertRelation } from '../../publication/store/relations.ts';
import { getText, saveText } from '../../publication/store/texts.ts';

const system = useSystem();
let app: FastifyInstance;
let organ: { countyId: string; organId: string };

const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } });
const pageOf = async ({ indexNumber = '' }: Item) => get(`/items/${indexNumber}`);

/** Another version of what an item says, public or not. */
async function addText(item: Item, number: number, changes: Partial<ItemText>): Promise<void> {
  const { db } = system.database;
  const text = await getText(db, item.countyId, item.id, 1);
  await db.transaction().execute((trx) => saveText(trx, item.countyId, item.id, { ...text, ...changes, number }));
}

/** A file that belongs to an item; whether the public sees it is another matter. @returns its id */
async function attach(item: Item, fileName: string, content: string): Promise<string> {
  const now = system.clock();
  const actor = { countyId: item.countyId, personId: item.authorId, name: '李小云', from: '192.0.2.7' };
  const sent = { fileName, content: Readable.from([Buffer.from(content)]) };
  const received = granted(await receiveFile(system.storage, actor, now, sent));
  const owner = { kind: 'publication-item', id: item.id, organId: item.organId };
  const attached = await write(system.database.db, actor, now, async (trx, record) =>
    success(await addAttachment({ trx, record, actor, now }, received, owner)),
  );
  return granted(attached).id;
}

beforeAll(async () => {
  const { db } = system.database;
  const county = await buildCounty(db);
  organ = { countyId: county.countyId, organId: await buildOrgan(db, county, '石桥镇') };
  app = await buildApp({
    system,
    jobs: () => {
      throw new Error('no jobs here');
    },
  });
});
afterAll(() => app.close());

describe('the page of an item, at an address that never changes', () => {
  test('begins with its elements and says what was published', async () => {
    const item = await buildPublicItem(system.database.db, organ, getPlainDate('2026-03-02'), {
      title: '关于调整集市时间的通告',
      summary: '集市改到周六。',
      bodyHtml: '<h2>一、时间</h2><p>自四月起，集市改到每周六。</p>',
    });
    const { statusCode, body, headers } = await pageOf(item);
    expect(statusCode).toBe(200);
    const words = textOf(body);
    for (const [label, value] of [
      ['索引号', item.indexNumber],
      ['发布机构', '石桥镇'],
      ['发布日期', '2026-03-02'],
      ['公开方式', '主动公开'],
      ['内容概述', '集市改到周六。'],
    ]) {
      expect(words).toMatch(new RegExp(`${label} [^ ]*${value}`));
    }
    expect(words).toContain('自四月起，集市改到每周六。');
    expect(brokenReferences(body)).toEqual([]);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('shows nothing of a draft that follows what is public', async () => {
    const { db } = system.database;
    const item = await buildPublicItem(db, organ, undefined, { title: '公开的标题', bodyHtml: '<p>公开的话</p>' });
    await addText(item, 2, { title: '未定的标题', bodyHtml: '<p>未定的话</p>' });
    await db
      .updateTable('publicationItem')
      .set({ title: '未定的标题', textNumber: 2, state: 'draft', documentNumber: '未定〔2026〕9号' })
      .where('id', '=', item.id)
      .execute();
    const { body } = await pageOf(item);
    expect(body).toContain('公开的话');
    expect(body).not.toContain('未定');
  });

  test('of what was taken down tells when and why, at once, and not what it was about', async () => {
    const { db } = system.database;
    const item = await buildPublicItem(db, organ, undefined, { title: '不应再看到的标题' });
    expect((await pageOf(item)).statusCode).toBe(200);
    await db
      .updateTable('publicationItem')
      .set({
        liveTextNumber: null,
        state: 'withdrawn',
        withdrawnAt: new Date('2026-03-05T01:00:00Z'),
        withdrawnBecause: '内容有误，更正后重新公开。',
      })
      .where('id', '=', item.id)
      .execute();
    const { statusCode, body } = await pageOf(item);
    expect(statusCode).toBe(410);
    expect(textOf(body)).toContain('已于2026年3月5日停止公开');
    expect(body).toContain('内容有误，更正后重新公开。');
    expect(body).not.toContain('不应再看到的标题');
  });

  test.each([
    '/items/',
    '/items/11990101X/2026-99999',
    '/items/%00',
    '/items/..%2f..%2fetc',
    '/files/1',
    '/files/..%2f',
  ])('there is nothing at %s, and the page says so', async (address) => {
    const { statusCode, body } = await get(address);
    expect(statusCode).toBe(404);
    expect(body).toContain('没有找到');
  });

  test('a document that was repealed is marked and leads to the one that did it, and back', async () => {
    const { db } = system.database;
    const document = { kind: 'normative-document' as const, columnKey: 'normative-documents' as const };
    const older = await buildPublicItem(db, organ, getPlainDate('2025-01-06'), {
      ...document,
      title: '集市管理办法（试行）',
      validity: 'repealed',
      validitySince: getPlainDate('2026-03-02'),
    });
    const later = await buildPublicItem(db, organ, undefined, {
      ...document,
      title: '集市管理办法',
      validity: 'valid',
    });
    const draft = await buildPublicItem(db, organ, undefined, { title: '还没有公开的解读', liveTextNumber: 1 });
    await db.updateTable('publicationItem').set({ liveTextNumber: null }).where('id', '=', draft.id).execute();
    await db.transaction().execute(async (trx) => {
      const said = later.liveSince ?? system.clock();
      const insert = (from: Item, kind: RelationKind, at: Date) =>
        insertRelation(trx, organ.countyId, { id: newId(), itemId: from.id, kind, toItemId: older.id }, at);
      await insert(later, 'repeals', said);
      await insert(draft, 'interprets', said);
      // What a revision says that nobody has decided upon yet.
      await insert(later, 'attached-to', new Date(said.getTime() + 1));
    });
    const old = await pageOf(older);
    expect(textOf(old.body)).toContain('废止 自2026年3月2日起');
    expect(old.body).toContain(`<a href="/items/${later.indexNumber}">集市管理办法</a>`);
    expect(old.body).not.toContain('还没有公开的解读');
    expect(old.body).not.toContain('配套');
    const { body } = await pageOf(later);
    expect(body).toContain(`<a href="/items/${older.indexNumber}">集市管理办法（试行）</a>`);
    expect(body).not.toContain('item-validity');
  });

  test('files are those of the text the public sees, and go with it', async () => {
    const { db } = system.database;
    const item = await buildPublicItem(db, organ, undefined, { title: '附件在此' });
    const shown = await attach(item, '内部名.txt', '公开的附件');
    const hidden = await attach(item, '草稿.txt', '还没有公开的附件');
    await db
      .updateTable('publicationText')
      .set({ attachments: JSON.stringify([{ id: shown, name: '集市安排.html' }]) })
      .where('itemId', '=', item.id)
      .execute();
    const { body } = await pageOf(item);
    expect(body).toContain(`<a href="/files/${shown}">集市安排.html.txt</a>`);
    const file = await get(`/files/${shown}`);
    expect(file.statusCode).toBe(200);
    expect(file.body).toBe('公开的附件');
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('集市安排.html.txt'));
    expect((await get(`/files/${hidden}`)).statusCode).toBe(404);
    await db.updateTable('publicationItem').set({ liveTextNumber: null }).where('id', '=', item.id).execute();
    expect((await get(`/files/${shown}`)).statusCode).toBe(404);
  });
});
