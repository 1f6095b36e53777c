import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import type { Actor } from '../../kernel/actor.ts';
import { openSigningKey, type Sm2PrivateKey } from '../crypto/index.ts';
import { newId } from '../db/index.ts';
import { emptyChain, hashChained, hashContent } from './entry.ts';
import { change, now, tamper, writeMany } from './fixtures/entries.ts';
import { readSeals, sealChains } from './seals.ts';
import { streamEntries } from './stream.ts';
import { verifyAudit } from './verify.ts';
import { write } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-seals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sealFile = join(folder, 'audit-seals.jsonl');
const key = ((): Sm2PrivateKey => {
  const opened = openSigningKey(folder);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
})();

/** Each case has a chain of ten entries of its own, of which the sixth is sealed. */
function useChain() {
  const database = useDatabase();
  const actor: Actor = { countyId: newId(), name: '张溪山', from: '10.1.2.3' };
  beforeAll(async () => {
    await writeMany(database, actor, 6);
    await sealChains(database.db, key, sealFile, now);
    await writeMany(database, actor, 4);
  });
  const at = (sequence: number) => `county_id = '${actor.countyId}' AND sequence = ${sequence}`;
  const verify = async (withSeals = false) => {
    const seals = withSeals ? (await readSeals(sealFile, key.publicKey)).seals : undefined;
    const chains = await verifyAudit(database.db, seals ? { seals } : {});
    return chains.find(({ countyId }) => countyId === actor.countyId);
  };
  return { database, actor, at, verify };
}

/** Writes a chain anew from one entry on, so that it fits in itself again. */
async function rewrite({ database, actor }: ReturnType<typeof useChain>, from: number): Promise<void> {
  const statements: string[] = [];
  let last = emptyChain;
  for await (const entry of streamEntries(database.db, actor.countyId)) {
    const contentHash = hashContent(entry);
    const place = { countyId: actor.countyId, sequence: last.sequence + 1n, previousHash: last.hash };
    last = { sequence: place.sequence, hash: hashChained(place, contentHash) };
    if (place.sequence < from) continue;
    statements.push(`UPDATE audit_entry SET content_hash = '\\x${contentHash}', previous_hash = '\\x${place.previousHash}',
      hash = '\\x${last.hash}' WHERE county_id = '${actor.countyId}' AND sequence = ${place.sequence}`);
  }
  statements.push(
    `UPDATE audit_head SET hash = '\\x${last.hash}', sequence = ${last.sequence} WHERE county_id = '${actor.countyId}'`,
  );
  await tamper(database, ...statements);
}

describe('没有动过的审计', () => {
  const chain = useChain();
  test('核对通过，报出条数和比对过的封条数', async () => {
    expect(await chain.verify(true)).toEqual({ countyId: chain.actor.countyId, entries: 10n, seals: 1 });
  });
});

describe('改动一条', () => {
  const columns = [
    ['时间', `at = at + interval '1 microsecond'`],
    ['人', `person_name = '李云岭'`],
    ['替谁', `behalf_name = '王'`],
    ['做了什么', `action = 'item.view'`],
    ['记录', `record_id = '9'`],
    ['记录名称', `record_label = record_label || ' '`],
    ['机关', `organ_id = '${newId()}'`],
    ['从何处', `origin = '10.1.2.4'`],
    ['改前内容', `before = '{"title":"另外"}'`],
    ['改后内容去掉', `after = NULL`],
    ['改后内容的写法', `after = (after::text || ' ')::json`],
  ] as const;
  const chain = useChain();
  test.each(columns)('%s：指出就是第 4 条', async (_, assignment) => {
    const { at, database, verify } = chain;
    await tamper(
      database,
      `CREATE TABLE kept AS SELECT * FROM audit_entry WHERE ${at(4)}`,
      `UPDATE audit_entry SET ${assignment} WHERE ${at(4)}`,
    );
    expect((await verify())?.fault).toMatchObject({ sequence: 4n, kind: 'changed' });
    await tamper(
      database,
      `DELETE FROM audit_entry WHERE ${at(4)}`,
      'INSERT INTO audit_entry SELECT * FROM kept',
      'DROP TABLE kept',
    );
    expect((await verify())?.fault).toBeUndefined();
  });

  test('连同本条的杂凑值一起改（整条替换）：指出第 4 条', async () => {
    const { at, database, verify, actor } = chain;
    await tamper(database, `UPDATE audit_entry SET action = 'item.view' WHERE ${at(4)}`);
    for await (const entry of streamEntries(database.db, actor.countyId, { first: 4n, last: 4n })) {
      const contentHash = hashContent(entry);
      await tamper(
        database,
        `UPDATE audit_entry SET content_hash = '\\x${contentHash}', hash = '\\x${hashChained(entry, contentHash)}' WHERE ${at(4)}`,
      );
    }
    expect((await verify())?.fault).toMatchObject({ sequence: 4n, kind: 'replaced' });
  });
});

describe('删去中间一条', () => {
  const chain = useChain();
  test('指出缺的是第 5 条', async () => {
    await tamper(chain.database, `DELETE FROM audit_entry WHERE ${chain.at(5)}`);
    expect((await chain.verify())?.fault).toMatchObject({
      sequence: 5n,
      kind: 'missing',
      message: expect.stringContaining('第 5 条缺失'),
    });
  });
});

describe('删去开头三条', () => {
  const chain = useChain();
  test('指出缺的是第 1 至 3 条', async () => {
    await tamper(chain.database, `DELETE FROM audit_entry WHERE sequence <= 3`);
    expect((await chain.verify())?.fault).toMatchObject({
      sequence: 1n,
      kind: 'missing',
      message: expect.stringContaining('第 1 至 3 条'),
    });
  });
});

describe('删去一条后把后面的编号前移', () => {
  const chain = useChain();
  test('指出第 5 条不是原来的第 5 条', async () => {
    const { database, at } = chain;
    await tamper(
      database,
      `DELETE FROM audit_entry WHERE ${at(5)}`,
      'UPDATE audit_entry SET sequence = sequence + 100 WHERE sequence > 5',
      'UPDATE audit_entry SET sequence = sequence - 101 WHERE sequence > 100',
    );
    expect((await chain.verify())?.fault).toMatchObject({ sequence: 5n, kind: 'moved' });
  });
});

describe('调换两条', () => {
  const chain = useChain();
  test('指出从第 3 条起顺序不对', async () => {
    const { database, at } = chain;
    await tamper(
      database,
      `UPDATE audit_entry SET sequence = 99 WHERE ${at(3)}`,
      `UPDATE audit_entry SET sequence = 3 WHERE ${at(7)}`,
      `UPDATE audit_entry SET sequence = 7 WHERE ${at(99)}`,
    );
    expect((await chain.verify())?.fault).toMatchObject({ sequence: 3n, kind: 'moved' });
  });
});

describe('插入一条', () => {
  const chain = useChain();
  test('伪造的一条自身写得再圆，后面也接不上', async () => {
    const { database, actor, at } = chain;
    await tamper(
      database,
      'UPDATE audit_entry SET sequence = sequence + 100 WHERE sequence >= 5',
      'UPDATE audit_entry SET sequence = sequence - 99 WHERE sequence > 100',
      `INSERT INTO audit_entry SELECT * FROM (SELECT * FROM audit_entry WHERE ${at(4)}) t`.replace(
        'SELECT *',
        "SELECT county_id, 5, at, person_id, '伪造', behalf_id, behalf_name, action, record_kind, record_id, record_label, organ_id, origin, before, after, content_hash, hash, hash",
      ),
    );
    for await (const entry of streamEntries(database.db, actor.countyId, { first: 5n, last: 5n })) {
      const contentHash = hashContent(entry);
      await tamper(
        database,
        `UPDATE audit_entry SET content_hash = '\\x${contentHash}', hash = '\\x${hashChained(entry, contentHash)}' WHERE ${at(5)}`,
      );
    }
    expect((await chain.verify())?.fault).toMatchObject({ sequence: 6n, kind: 'moved' });
  });
});

describe('删去末尾', () => {
  const chain = useChain();
  test('链头还在：指出从第 9 条起缺失', async () => {
    await tamper(chain.database, 'DELETE FROM audit_entry WHERE sequence > 8');
    expect((await chain.verify())?.fault).toMatchObject({ sequence: 9n, kind: 'cut' });
  });

  test('链头一并改成第 5 条：封条证明曾有第 6 条', async () => {
    const { database, at, verify } = chain;
    await tamper(
      database,
      'DELETE FROM audit_entry WHERE sequence > 5',
      `UPDATE audit_head SET sequence = 5, hash = (SELECT hash FROM audit_entry WHERE ${at(5)})`,
    );
    expect((await verify())?.fault).toBeUndefined();
    expect((await verify(true))?.fault).toMatchObject({
      sequence: 6n,
      kind: 'cut',
      message: expect.stringContaining('2026年11月20日'),
    });
  });

  test('整条链连链头一起删光：封条证明曾经有过', async () => {
    await tamper(chain.database, 'DELETE FROM audit_entry', 'DELETE FROM audit_head');
    expect((await chain.verify(true))?.fault).toMatchObject({ sequence: 1n, kind: 'cut' });
  });
});

describe('从第 3 条起整条链重写', () => {
  const chain = useChain();
  test('自身严丝合缝，封条指出与第 6 条不符', async () => {
    await tamper(chain.database, `UPDATE audit_entry SET person_name = '李云岭' WHERE ${chain.at(3)}`);
    await rewrite(chain, 3);
    expect(await chain.verify()).toMatchObject({ entries: 10n });
    expect((await chain.verify())?.fault).toBeUndefined();
    expect((await chain.verify(true))?.fault).toMatchObject({ sequence: 6n, kind: 'rewritten' });
  });
});

describe('链头被改', () => {
  const chain = useChain();
  test('指出链头与最后一条不符', async () => {
    await tamper(chain.database, "UPDATE audit_head SET hash = decode(repeat('ab', 32), 'hex')");
    expect((await chain.verify())?.fault).toMatchObject({ sequence: 10n, kind: 'head' });
  });
});

describe('写入方与核对方对不上的链头', () => {
  const chain = useChain();
  test('链尾被删后系统继续写入，缺口永远留下', async () => {
    const { database, actor, verify } = chain;
    await tamper(database, 'DELETE FROM audit_entry WHERE sequence > 8');
    await write(database.db, actor, now, async (_, record) => record(change('后来')));
    expect((await verify())?.fault).toMatchObject({ sequence: 9n, kind: 'missing' });
  });
});

describe('比内存里一次所放多得多的记录', () => {
  const database = useDatabase();
  const actor: Actor = { countyId: newId(), name: '张溪山', from: '10.1.2.3' };

  test('照样逐条核对到底，改在后面的也找得到', async () => {
    await write(database.db, actor, now, async (_, record) => {
      for (let at = 0; at < 2_345; at += 1) record(change(at));
    });
    expect(await verifyAudit(database.db)).toEqual([{ countyId: actor.countyId, entries: 2_345n, seals: 0 }]);
    await tamper(database, "UPDATE audit_entry SET action = 'x' WHERE sequence = 2300");
    expect(await verifyAudit(database.db)).toMatchObject([{ fault: { sequence: 2_300n, kind: 'changed' } }]);
  });
});

describe('封条', () => {
  const database = useDatabase();
  const path = join(folder, 'other-seals.jsonl');
  const actor: Actor = { countyId: newId(), name: '张溪山', from: '10.1.2.3' };

  test('链没有增长就不再封；增长了再封一条', async () => {
    await writeMany(database, actor, 2);
    expect(await sealChains(database.db, key, path, now)).toHaveLength(1);
    expect(await sealChains(database.db, key, path, now)).toHaveLength(0);
    await writeMany(database, actor, 1);
    expect(await sealChains(database.db, key, path, now)).toMatchObject([{ sequence: 3n }]);
    expect((await readSeals(path, key.publicKey)).seals.get(actor.countyId)?.map(({ sequence }) => sequence)).toEqual([
      2n,
      3n,
    ]);
  });

  test('改动过、写了一半、别的密钥签的封条不作数，报出行号；写了一半的不妨碍下一条', async () => {
    const good = readFileSync(path, 'utf8');
    const [first = ''] = good.split('\n');
    writeFileSync(path, `${good}${first.replace('"sequence":"2"', '"sequence":"1"')}\n${first.slice(0, 60)}`);
    await writeMany(database, actor, 1);
    expect(await sealChains(database.db, key, path, now)).toHaveLength(1);
    const read = await readSeals(path, key.publicKey);
    expect(read.refused).toEqual([3, 4]);
    expect(read.seals.get(actor.countyId)?.map(({ sequence }) => sequence)).toEqual([2n, 3n, 4n]);
    const other = openSigningKey(mkdtempSync(join(folder, 'other-')));
    expect(other.ok && (await readSeals(path, other.value.publicKey)).refused).toEqual([1, 2, 3, 4, 5]);
  });

  test('没有封条文件不是错', async () => {
    expect(await readSeals(join(folder, 'none'), key.publicKey)).toEqual({ seals: new Map(), refused: [] });
  });
});
