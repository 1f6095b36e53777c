import { randomBytes } from 'node:crypto';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import type { Result } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import { newId } from '../db/index.ts';
import type { BlobStore } from './blob-store.ts';
import { actorOf, type Clerk, clerkOf, type Desk, openDesk, standardRules } from './fixtures/desk.ts';
import {
  type Attachment,
  type AttachmentChange,
  type AttachmentOwner,
  addAttachment,
  bindAttachments,
  collectGarbage,
  findAttachment,
  listAttachments,
  openAttachment,
  receiveFile,
  removeAttachment,
  restoreAttachment,
  stageFile,
  verifyStore,
} from './index.ts';

const database = useDatabase();
const day = 24 * 60 * 60 * 1_000;
const start = new Date('2026-03-02T01:30:00Z');
const later = (days: number) => new Date(start.getTime() + days * day);

let desk: Desk;
let clerk: Clerk;
beforeAll(async () => {
  desk = await openDesk(database.db);
});
afterAll(() => desk.close());
beforeEach(async () => {
  // Each test has a county and a store of its own.
  clerk = clerkOf(newId());
  desk.rules = standardRules();
  await database.db.deleteFrom('storageAttachment').execute();
  await database.db.deleteFrom('storageBlob').execute();
  await rm(desk.folder, { recursive: true, force: true });
});

const change = <T>(work: (change: AttachmentChange) => Promise<T>, by = clerk, now = start): Promise<T> =>
  write(database.db, actorOf(by), now, (trx, record) => work({ trx, record, actor: actorOf(by), now }));
const upload = async (
  fileName: string,
  content: string,
  { owner, by = clerk, now = start }: { owner?: AttachmentOwner; by?: Clerk; now?: Date } = {},
): Promise<Attachment> => {
  const sent = { fileName, content: Readable.from([Buffer.from(content)]) };
  const file = granted(await receiveFile(desk.storage, actorOf(by), now, sent));
  return change((context) => addAttachment(context, file, owner), by, now);
};
const recordOf = (kind = 'open-record'): AttachmentOwner => ({ kind, id: newId() });
const contentOf = async (id: string, countyId = clerk.countyId): Promise<string> => {
  const attachment = await findAttachment(database.db, countyId, id);
  if (!attachment) return 'no attachment';
  const opened = await openAttachment(desk.storage, attachment);
  return opened.ok ? text(opened.value) : opened.problem.code;
};
const bind = (owner: AttachmentOwner, ids: string[], by = clerk, now = start): Promise<Result<Attachment[]>> =>
  change((context) => bindAttachments(context, owner, ids), by, now);

describe('an attachment becomes part of a record', () => {
  test('when the record is saved, and is listed in the order of uploading', async () => {
    const owner = { ...recordOf(), organId: newId() };
    const first = await upload('一.txt', '甲', { now: start });
    const second = await upload('二.txt', '乙', { now: new Date(start.getTime() + 1_000) });
    granted(await bind(owner, [second.id, first.id]));
    const listed = await listAttachments(database.db, clerk.countyId, owner);
    expect(listed.map(({ fileName }) => fileName)).toEqual(['一.txt', '二.txt']);
    expect(listed[0]?.owner).toEqual(owner);
    expect(await listAttachments(database.db, newId(), owner)).toEqual([]);
  });

  test('and stays so when it is saved once more', async () => {
    const owner = recordOf();
    const { id } = await upload('一.txt', '甲');
    granted(await bind(owner, [id]));
    const saveAgain = (context: AttachmentChange) => {
      context.record({ action: 'record.save', record: { kind: owner.kind, id: owner.id, label: '记录' } });
      return bindAttachments(context, owner, [id, id]);
    };
    expect(granted(await change(saveAgain))).toHaveLength(1);
  });

  test.each<[string, () => Promise<string>]>([
    ['of somebody else', async () => (await upload('一.txt', '甲', { by: clerkOf(clerk.countyId) })).id],
    ['of another county', async () => (await upload('一.txt', '甲', { by: { ...clerk, countyId: newId() } })).id],
    ['of another record', async () => (await upload('一.txt', '甲', { owner: recordOf() })).id],
    ['of the day before yesterday', async () => (await upload('一.txt', '甲', { now: later(-2) })).id],
    [
      'that was removed',
      async () => {
        const { id } = await upload('一.txt', '甲');
        granted(await change((context) => removeAttachment(context, id)));
        return id;
      },
    ],
    ['that is not there', async () => newId()],
  ])('but not one %s; nothing is saved then', async (_, make) => {
    const owner = recordOf();
    const own = await upload('自己的.txt', '乙');
    const other = await make();
    expect(refusalOf(await bind(owner, [own.id, other]))).toContain('请删去该附件后重新上传');
    expect(await listAttachments(database.db, clerk.countyId, owner)).toEqual([]);
  });

  test('every step stands in the audit, without the name of the file', async () => {
    const { id } = await upload('张三的身份证.txt', '甲');
    granted(await bind(recordOf(), [id]));
    granted(await change((context) => removeAttachment(context, id)));
    granted(await change((context) => restoreAttachment(context, id)));
    const entries = await database.db
      .selectFrom('auditEntry')
      .selectAll()
      .where('recordId', '=', id)
      .orderBy('sequence')
      .execute();
    expect(entries.map(({ action }) => action)).toEqual([
      'attachment.upload',
      'attachment.bind',
      'attachment.remove',
      'attachment.restore',
    ]);
    expect(JSON.stringify(entries)).not.toContain('张三');
    expect(entries[0]?.recordLabel).toBe('附件（txt）');
  });
});

describe('what is cleared away', () => {
  test('an upload that no record took within a day, with its content and its row', async () => {
    const { id, sha256 } = await upload('草稿.txt', '没有保存的草稿');
    expect(await collectGarbage(desk.storage, later(0.9))).toMatchObject({ expired: 0, collected: 0 });
    expect(await contentOf(id)).toBe('没有保存的草稿');
    expect(await collectGarbage(desk.storage, later(1.1))).toMatchObject({ expired: 1, collected: 1, bytes: 21 });
    expect(await findAttachment(database.db, clerk.countyId, id)).toBeUndefined();
    expect(await desk.files()).toEqual([]);
    expect(await database.db.selectFrom('storageBlob').selectAll().where('sha256', '=', sha256).execute()).toEqual([]);
  });

  test('the content of a removed attachment after the days that are set; its record stays', async () => {
    const { id } = await upload('旧稿.txt', '旧稿', { owner: recordOf() });
    granted(await change((context) => removeAttachment(context, id)));
    expect(await collectGarbage(desk.storage, later(29))).toMatchObject({ collected: 0 });
    expect(await collectGarbage(desk.storage, later(31))).toMatchObject({ collected: 1 });
    expect(await desk.files()).toEqual([]);
    expect(await findAttachment(database.db, clerk.countyId, id)).toMatchObject({
      fileName: '旧稿.txt',
      removedAt: start,
    });
    expect(refusalOf(await change((context) => restoreAttachment(context, id)))).toContain('内容已经清除');
    expect(await collectGarbage(desk.storage, later(32))).toMatchObject({ collected: 0 });
  });

  test('not what was brought back before', async () => {
    const { id } = await upload('误删.txt', '误删', { owner: recordOf() });
    granted(await change((context) => removeAttachment(context, id)));
    granted(await change((context) => restoreAttachment(context, id), clerk, later(20)));
    expect(await collectGarbage(desk.storage, later(100))).toMatchObject({ collected: 0 });
    expect(await contentOf(id)).toBe('误删');
  });

  test('not a content that another attachment still has, though another county removed the same', async () => {
    const owner = recordOf();
    const [removed, kept] = [await upload('甲.txt', '同一份', { owner }), await upload('乙.txt', '同一份', { owner })];
    const neighbour = { ...clerk, countyId: newId() };
    const other = await upload('丙.txt', '同一份', { owner, by: neighbour });
    granted(await change((context) => removeAttachment(context, removed.id)));
    granted(await change((context) => removeAttachment(context, other.id), neighbour));
    expect(await collectGarbage(desk.storage, later(60))).toMatchObject({ collected: 1 });
    expect(await contentOf(kept.id)).toBe('同一份');
    expect(await contentOf(other.id, neighbour.countyId)).toBe('not-found');
    expect(await desk.files()).toHaveLength(1);
  });

  test('a content that comes again after it was cleared away is there again', async () => {
    const owner = recordOf();
    const { id } = await upload('甲.txt', '去而复返', { owner });
    granted(await change((context) => removeAttachment(context, id)));
    await collectGarbage(desk.storage, later(60));
    const again = await upload('乙.txt', '去而复返', { owner, now: later(61) });
    expect(await contentOf(again.id)).toBe('去而复返');
    expect(await collectGarbage(desk.storage, later(90))).toMatchObject({ collected: 0 });
  });

  test('contents the database does not know, when they are old enough', async () => {
    const file = await stageFile(desk.storage.stagingFolder, Readable.from([Buffer.from('无主')]));
    await desk.storage.store.put(clerk.countyId, file);
    expect(await collectGarbage(desk.storage, new Date())).toMatchObject({ collected: 0 });
    expect(await collectGarbage(desk.storage, new Date(Date.now() + 2 * day))).toMatchObject({ collected: 1 });
    expect(await desk.files()).toEqual([]);
  });

  test('what a killed process left half received', async () => {
    await stageFile(desk.storage.stagingFolder, Readable.from([Buffer.from('x')]));
    const old = join(desk.storage.stagingFolder, 'old');
    await writeFile(old, 'half');
    await utimes(old, new Date(), new Date(Date.now() - 2 * day));
    expect(await collectGarbage(desk.storage, new Date())).toMatchObject({ stale: 1 });
    expect(await desk.files()).toHaveLength(1);
  });

  test('one line in the audit of the county tells how much', async () => {
    await upload('草稿.txt', '草稿');
    await collectGarbage(desk.storage, later(2));
    const entries = await database.db
      .selectFrom('auditEntry')
      .select(['action', 'after', 'personName'])
      .where('countyId', '=', clerk.countyId)
      .where('personName', '=', '附件清理')
      .orderBy('sequence')
      .execute();
    expect(entries.map(({ action }) => action)).toEqual(['attachment.expire', 'attachment.collect']);
    expect(JSON.stringify(entries[1]?.after)).toContain('collected');
  });
});

describe('while contents are cleared away', () => {
  /** Runs the clearing, and something else at a given moment of it; the store takes its time meanwhile. */
  async function clearAnd<T>(moment: 'before' | 'deleting' | 'deleted' | 'after', other: () => Promise<T>): Promise<T> {
    const { store } = desk.storage;
    let started: Promise<T> | undefined;
    const reach = async (reached: string): Promise<void> => {
      if (reached === moment) started ??= other();
      await sleep(30);
    };
    const slow: BlobStore = {
      ...store,
      put: async (countyId, file) => {
        // The clearing begins when the upload has looked whether the content is there.
        if (moment === 'before') await sleep(60);
        await store.put(countyId, file);
      },
      delete: async (blob) => {
        await reach('deleting');
        await store.delete(blob);
        await reach('deleted');
      },
    };
    desk.storage.store = slow;
    await reach('before');
    const { collected } = await collectGarbage(desk.storage, start);
    expect(collected).toBe(moment === 'before' ? 0 : 1);
    await reach('after');
    if (!started) throw new Error(`the clearing did not come to ${moment}`);
    const value = await started;
    desk.storage.store = store;
    return value;
  }
  const removeLongAgo = async (content: string): Promise<Attachment> => {
    const old = await upload('旧.txt', content, { owner: recordOf(), now: later(-90) });
    granted(await change((context) => removeAttachment(context, old.id), clerk, later(-90)));
    return old;
  };

  test.each(['before', 'deleting', 'deleted', 'after'] as const)(
    'the same content is uploaded (%s): its attachment has it',
    async (moment) => {
      await removeLongAgo('同时上传');
      const fresh = await clearAnd(moment, () => upload('新.txt', '同时上传', { owner: recordOf() }));
      expect(await contentOf(fresh.id)).toBe('同时上传');
      expect((await verifyStore(desk.storage, { readsContents: true })).findings).toEqual([]);
      await collectGarbage(desk.storage, later(10));
      expect(await contentOf(fresh.id)).toBe('同时上传');
    },
  );

  test('a content is uploaded that was about to be next: it stays', async () => {
    const removed = [await removeLongAgo('先清理的'), await removeLongAgo('后清理的')];
    const [first, next] = removed.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
    const { store } = desk.storage;
    let fresh: Promise<Attachment> | undefined;
    desk.storage.store = {
      ...store,
      put: async (countyId, file) => {
        await store.put(countyId, file);
        // The upload has seen that the content is there, and no attachment has it yet.
        await sleep(80);
      },
      delete: async (blob) => {
        if (blob.sha256 === first?.sha256) {
          const content = next === removed[0] ? '先清理的' : '后清理的';
          fresh = upload('新.txt', content, { owner: recordOf() });
          await sleep(40);
        }
        await store.delete(blob);
      },
    };
    expect(await collectGarbage(desk.storage, start)).toMatchObject({ collected: 1 });
    const attachment = await fresh;
    desk.storage.store = store;
    expect(attachment?.sha256).toBe(next?.sha256);
    expect(await contentOf(attachment?.id ?? '')).toBe(next === removed[0] ? '先清理的' : '后清理的');
  });

  test.each([
    ['before', true],
    ['deleting', false],
    ['deleted', false],
    ['after', false],
  ] as const)('what was removed is brought back (%s): it has its content, or is refused', async (moment, isInTime) => {
    const old = await removeLongAgo('找回');
    const restored = await clearAnd(moment, () => change((context) => restoreAttachment(context, old.id)));
    expect(restored.ok).toBe(isInTime);
    expect(await contentOf(old.id)).toBe(isInTime ? '找回' : 'not-found');
  });

  test('in any order of steps nobody ends up with an attachment that has no content', async () => {
    for (let round = 0; round < 20; round++) {
      const content = `第${round}轮${randomBytes(8).toString('hex')}`;
      await removeLongAgo(content);
      const uploadSoon = async () => {
        await sleep(Math.random() * 40);
        return upload('新.txt', content, { owner: recordOf() });
      };
      const [, first, second] = await Promise.all([collectGarbage(desk.storage, start), uploadSoon(), uploadSoon()]);
      expect([await contentOf(first.id), await contentOf(second.id)]).toEqual([content, content]);
    }
    expect((await verifyStore(desk.storage, { readsContents: true })).findings).toEqual([]);
  });
});

describe('the store is compared with the database', () => {
  const pathOf = async (sha256: string): Promise<string> =>
    join(desk.folder, clerk.countyId, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  test('and all is well', async () => {
    await upload('甲.txt', '甲', { owner: recordOf() });
    await upload('乙.txt', '甲', { owner: recordOf() });
    expect(await verifyStore(desk.storage, { readsContents: true })).toEqual({
      contents: 1,
      bytes: 3,
      findings: [],
      findingCount: 0,
    });
  });

  test('and a content is missing, altered, unknown: each is named with its attachments', async () => {
    const [gone, cut, forged] = [
      await upload('丢失.txt', '丢失', { owner: recordOf() }),
      await upload('截断.txt', '截断的', { owner: recordOf() }),
      await upload('改写.txt', '原文', { owner: recordOf() }),
    ];
    const twin = await upload('丢失2.txt', '丢失', { owner: recordOf() });
    await rm(await pathOf(gone.sha256));
    await writeFile(await pathOf(cut.sha256), '截');
    await writeFile(await pathOf(forged.sha256), '假的');
    await desk.storage.store.put(
      clerk.countyId,
      await stageFile(desk.storage.stagingFolder, Readable.from([Buffer.from('无主')])),
    );

    const found = async (readsContents: boolean) => {
      const { findings } = await verifyStore(desk.storage, { readsContents });
      return Object.fromEntries(
        findings.map(({ sha256, kind, attachmentIds }) => [sha256, [kind, attachmentIds.toSorted()]]),
      );
    };
    const all = await found(true);
    expect(all).toMatchObject({
      [gone.sha256]: ['missing', [gone.id, twin.id].sort()],
      [cut.sha256]: ['altered', [cut.id]],
      [forged.sha256]: ['altered', [forged.id]],
    });
    expect(Object.values(all).filter(([kind]) => kind === 'unknown')).toEqual([['unknown', []]]);
    // Without reading them a content of the same size looks right.
    expect(await found(false)).not.toHaveProperty(forged.sha256);
  });

  test('and what was removed or cleared away is not missed', async () => {
    const { id } = await upload('旧稿.txt', '旧稿', { owner: recordOf() });
    granted(await change((context) => removeAttachment(context, id)));
    await collectGarbage(desk.storage, later(60));
    expect((await verifyStore(desk.storage, { readsContents: true })).findings).toEqual([]);
  });
});
