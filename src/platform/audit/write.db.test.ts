import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { asOwner, useDatabase } from '../../../tests/support/test-database.ts';
import type { Actor } from '../../kernel/actor.ts';
import { failure, success } from '../../kernel/result.ts';
import { newId, openDatabase } from '../db/index.ts';
import { createLog } from '../log/index.ts';
import { change, now } from './fixtures/entries.ts';
import { verifyAudit } from './verify.ts';
import { write } from './write.ts';

const database = useDatabase();
const actorOf = (countyId = newId()): Actor => ({ countyId, personId: newId(), name: '张溪山', from: '10.1.2.3' });

beforeAll(() =>
  asOwner(database.ownerConnection, (client) =>
    client.query(`CREATE TABLE test_item (county_id uuid, id text, PRIMARY KEY (county_id, id),
      CONSTRAINT later UNIQUE (id) DEFERRABLE INITIALLY DEFERRED); GRANT ALL ON test_item TO gongkai_app`),
  ),
);

const insertItem = (db: typeof database.db, countyId: string, id: string) =>
  sql`INSERT INTO test_item VALUES (${countyId}, ${id})`.execute(db);

const countItems = async (countyId: string): Promise<number> =>
  (await database.pool.query('SELECT count(*)::int AS n FROM test_item WHERE county_id = $1', [countyId])).rows[0].n;

const listEntries = async (countyId: string) =>
  (await database.pool.query('SELECT * FROM audit_entry WHERE county_id = $1 ORDER BY sequence', [countyId])).rows;

const verified = async (countyId: string) => {
  const chain = (await verifyAudit(database.db)).find((each) => each.countyId === countyId);
  return chain?.fault?.message ?? Number(chain?.entries ?? 0);
};

describe('改动与审计同在一个事务', () => {
  test('记下谁、替谁、做了什么、哪条记录、何时、从何处、前后内容', async () => {
    const actor: Actor = {
      ...actorOf(),
      onBehalfOf: { personId: newId(), name: '李云岭' },
      from: '::ffff:203.0.113.77',
    };
    const organId = newId();
    const value = await write(database.db, actor, now, async (trx, record) => {
      await insertItem(trx, actor.countyId, newId());
      record(change('甲', { organId, before: { title: '旧', same: 1 }, after: { title: '新', same: 1 } }));
      return success('完成');
    });
    expect(value).toEqual({ ok: true, value: '完成' });
    expect(await countItems(actor.countyId)).toBe(1);
    expect(await listEntries(actor.countyId)).toEqual([
      expect.objectContaining({
        sequence: '1',
        at: now,
        person_id: actor.personId,
        person_name: '张溪山',
        behalf_id: actor.onBehalfOf?.personId,
        behalf_name: '李云岭',
        action: 'item.rename',
        record_kind: 'item',
        record_id: '甲',
        record_label: '事项甲',
        organ_id: organId,
        origin: '203.0.113.*',
        before: { title: '旧' },
        after: { title: '新' },
        previous_hash: Buffer.alloc(32),
      }),
    ]);
  });

  test('一次改动可以记多条，先后相连', async () => {
    const actor = actorOf();
    await write(database.db, actor, now, async (_, record) => {
      for (const id of ['一', '二', '三']) record(change(id));
    });
    expect((await listEntries(actor.countyId)).map(({ record_id }) => record_id)).toEqual(['一', '二', '三']);
    expect(await verified(actor.countyId)).toBe(3);
  });

  test('业务出错，改动与审计都不留下；之后的编号不跳', async () => {
    const actor = actorOf();
    await write(database.db, actor, now, async (_, record) => record(change(1)));
    const wrong = write(database.db, actor, now, async (trx, record) => {
      await insertItem(trx, actor.countyId, newId());
      record(change(2));
      throw new Error('半途出错');
    });
    await expect(wrong).rejects.toThrow('半途出错');
    await write(database.db, actor, now, async (_, record) => record(change(3)));
    expect(await countItems(actor.countyId)).toBe(0);
    expect((await listEntries(actor.countyId)).map(({ sequence }) => sequence)).toEqual(['1', '2']);
    expect(await verified(actor.countyId)).toBe(2);
  });

  test('提交时才发现的错误同样两者皆无，随后照常写入', async () => {
    const [actor, id] = [actorOf(), newId()];
    await database.pool.query('INSERT INTO test_item VALUES ($1, $2)', [newId(), id]);
    const wrong = write(database.db, actor, now, async (trx, record) => {
      await insertItem(trx, actor.countyId, id);
      record(change(1));
    });
    await expect(wrong).rejects.toMatchObject({ code: '23505' });
    expect(await listEntries(actor.countyId)).toEqual([]);
    await write(database.db, actor, now, async (_, record) => record(change(2)));
    expect(await verified(actor.countyId)).toBe(1);
  });

  test('被拒绝的办理撤回改动，不要求留记录，原样返回拒绝的理由', async () => {
    const actor = actorOf();
    const refusal = failure('forbidden', '您没有办理的权限。');
    const value = await write(database.db, actor, now, async (trx, record) => {
      await insertItem(trx, actor.countyId, newId());
      record(change(1));
      return refusal;
    });
    expect(value).toBe(refusal);
    expect([await countItems(actor.countyId), await listEntries(actor.countyId)]).toEqual([0, []]);
  });

  test('改了而没有记录的，视为程序错误，撤回', async () => {
    const actor = actorOf();
    const silent = write(database.db, actor, now, (trx) => insertItem(trx, actor.countyId, newId()));
    await expect(silent).rejects.toThrow('recorded nothing');
    expect(await countItems(actor.countyId)).toBe(0);
  });

  test('事务里不能再开事务', async () => {
    const nested = write(database.db, actorOf(), now, async (trx, record) => {
      record(change(1));
      await (trx as typeof database.db).transaction().execute(async () => undefined);
    });
    await expect(nested).rejects.toThrow();
  });

  test.each([
    ['引号与反斜杠', `'; DROP TABLE audit_entry; -- \\' \\\\ "`],
    ['换行、制表符与零字符', 'a\n\tb\u0000c'],
    ['半个代理对', '\ud800坏'],
    ['美元引用', '$$ $1 $tag$'],
    ['表情与生僻字', '😀𠮷'],
  ])('任何文字都原样入链：%s', async (_, text) => {
    const actor = { ...actorOf(), name: text };
    await write(database.db, actor, now, async (_trx, record) => {
      record(change(text, { after: { [text]: text }, record: { kind: 'item', id: 'x', label: text } }));
    });
    const [entry] = await listEntries(actor.countyId);
    const kept = text.toWellFormed().replace('\u0000', '\ufffd');
    expect([entry.person_name, entry.record_label, entry.after]).toEqual([kept, kept, { [kept]: kept }]);
    expect(await verified(actor.countyId)).toBe(1);
  });
});

describe('同时写入', () => {
  test('一个进程里多人同时写：编号从 1 连续，无缺无重，逐条相接', async () => {
    const actor = actorOf();
    await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        write(database.db, actor, now, async (trx, record) => {
          await insertItem(trx, actor.countyId, `${actor.countyId} ${at}`);
          // Some come to nothing, so that the order of beginning is not the order of the chain.
          if (at % 7 === 3) return failure('no', '不办。');
          record(change(at));
          return success(at);
        }),
      ),
    );
    const entries = await listEntries(actor.countyId);
    expect(entries.map(({ sequence }) => Number(sequence))).toEqual(entries.map((_, at) => at + 1));
    expect(entries.length).toBe(await countItems(actor.countyId));
    expect(await verified(actor.countyId)).toBe(entries.length);
  });

  test('几个进程写同一条链，互不知道对方写到哪里，也连续', async () => {
    const actor = actorOf();
    const processes = Array.from({ length: 3 }, () =>
      openDatabase({ connection: database.ownerConnection, log: createLog('silent') }),
    );
    await Promise.all(
      processes.flatMap(({ db }) =>
        Array.from({ length: 5 }, async () => {
          for (let at = 0; at < 20; at += 1) {
            await write(db, actor, now, async (trx, record) => {
              await insertItem(trx, actor.countyId, newId());
              record(change(at));
            });
          }
        }),
      ),
    );
    await Promise.all(processes.map(({ close }) => close()));
    expect(await verified(actor.countyId)).toBe(300);
    expect(await countItems(actor.countyId)).toBe(300);
  });

  test('各县的链互不等待、互不相干', async () => {
    const actors = Array.from({ length: 5 }, () => actorOf());
    await Promise.all(
      actors.flatMap((actor) =>
        [1, 2, 3].map((at) => write(database.db, actor, now, async (_, record) => record(change(at)))),
      ),
    );
    for (const { countyId } of actors) expect(await verified(countyId)).toBe(3);
  });
});

describe('数据库自己守住审计', () => {
  const refused = [
    ['改', 'UPDATE audit_entry SET action = action'],
    ['删', 'DELETE FROM audit_entry'],
    ['清空', 'TRUNCATE audit_entry'],
    ['清空链头', 'TRUNCATE audit_head'],
    ['删链头', 'DELETE FROM audit_head'],
  ] as const;

  test.each(refused)('程序的角色不能%s', async (_, statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test.each(refused)('数据库的主人也不能%s，一条记录也没有时同样', async (_, statement) => {
    await asOwner(database.ownerConnection, async (client) => {
      await client.query("SET session_replication_role = 'replica'");
      await expect(client.query(statement)).rejects.toThrow('never allowed');
      await expect(
        client.query(statement.replace(/$/, statement.startsWith('T') ? '' : ' WHERE false')),
      ).rejects.toThrow('never allowed');
    });
  });

  test('程序的角色对记录只能读和加，对链头只能读', async () => {
    const { rows } = await database.pool.query(`SELECT t, p FROM unnest(ARRAY['audit_entry', 'audit_head']) t,
      unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
      WHERE has_table_privilege('gongkai_app', t, p) ORDER BY t, p`);
    expect(rows.map(({ t, p }) => `${p} ${t}`)).toEqual([
      'INSERT audit_entry',
      'SELECT audit_entry',
      'SELECT audit_head',
    ]);
  });

  test('绕过程序直接插入的，只有接在链尾的才收', async () => {
    const actor = actorOf();
    await write(database.db, actor, now, async (_, record) => record(change(1)));
    const insert = (sequence: number, previous: string) =>
      database.pool.query(`INSERT INTO audit_entry SELECT county_id, ${sequence}, at, person_id, person_name, behalf_id,
        behalf_name, action, record_kind, record_id, record_label, organ_id, origin, before, after, content_hash,
        ${previous}, hash FROM audit_entry WHERE county_id = '${actor.countyId}' AND sequence = 1`);
    await expect(insert(3, 'hash')).rejects.toMatchObject({ code: 'GK001' });
    await expect(insert(2, 'previous_hash')).rejects.toMatchObject({ code: 'GK001' });
    await expect(insert(1, 'previous_hash')).rejects.toMatchObject({ code: 'GK001' });
    expect(await verified(actor.countyId)).toBe(1);
  });
});
