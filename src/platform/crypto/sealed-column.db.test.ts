import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asOwner, useDatabase } from '../../../tests/support/test-database.ts';
import { newId } from '../db/index.ts';
import { countByKey, type KeyRing, openKeyRing, rotateSealedColumns, type SealedColumn, sealContext } from './index.ts';

const database = useDatabase();
const column: SealedColumn = {
  table: 'test_applicant',
  keyColumns: ['county_id', 'number'],
  column: 'id_number',
  blindIndex: { column: 'id_number_index', purpose: { name: 'test_applicant.id_number', spelling: 'number' } },
};
const purpose = { name: 'test_applicant.id_number', spelling: 'number' } as const;
const county = newId();
const now = new Date('2026-11-20T02:00:00Z');
let folder = '';
let ring: KeyRing;

beforeAll(() =>
  asOwner(database.ownerConnection, (client) =>
    client.query(`CREATE TABLE test_applicant (county_id uuid, number int, id_number text, id_number_index text,
      PRIMARY KEY (county_id, number)); GRANT ALL ON test_applicant TO gongkai_app`),
  ),
);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-rotate-'));
  const opened = openKeyRing({ folder, now });
  if (!opened.ok) throw new Error(opened.problem.message);
  ring = opened.value;
  await database.pool.query('TRUNCATE test_applicant');
  for (let at = 0; at < 57; at += 1) await insert(at);
  await database.pool.query('INSERT INTO test_applicant VALUES ($1, 1000, NULL, NULL)', [county]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = (at: number): string => `41272219650312${String(at).padStart(4, '0')}`;

const insert = (at: number) =>
  database.pool.query('INSERT INTO test_applicant VALUES ($1, $2, $3, $4)', [
    county,
    at,
    ring.seal(plain(at), sealContext(column, county, String(at))),
    ring.blindIndex(plain(at), purpose),
  ]);

const readAll = async () => {
  const { rows } = await database.pool.query(
    'SELECT number, id_number FROM test_applicant WHERE number < 1000 ORDER BY number',
  );
  return rows.map((row) => ring.open(row.id_number, sealContext(column, county, String(row.number))));
};
const expected = Array.from({ length: 57 }, (_, at) => ({ ok: true, value: plain(at) }));
const counts = async () => [...(await countByKey(database.db, [column]))];
const currentId = () => ring.listKeys()[0]?.id ?? '';

describe('更换密钥', () => {
  test('全部改用新密钥，内容不变，按身份证号仍查得到，空白不动', async () => {
    ring.addKey(now);
    const [result] = await rotateSealedColumns(database.db, ring, [column], { batch: 10 });
    expect(result).toMatchObject({ resealed: 57, unreadable: [] });
    expect(await counts()).toEqual([[currentId(), 57]]);
    expect(await readAll()).toEqual(expected);
    const { rows } = await database.pool.query('SELECT number FROM test_applicant WHERE id_number_index = $1', [
      ring.blindIndex(plain(31), purpose),
    ]);
    expect(rows).toEqual([{ number: 31 }]);
  });

  test('中途被杀，已改的留下，未改的仍用旧密钥可读；再执行一次从中断处继续', async () => {
    ring.addKey(now);
    const killed = rotateSealedColumns(database.db, ring, [column], {
      batch: 10,
      onProgress: (_, resealed) => {
        if (resealed === 20) throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    expect(new Map(await counts()).get(currentId())).toBe(20);
    expect(await readAll()).toEqual(expected);
    const [result] = await rotateSealedColumns(database.db, ring, [column], { batch: 10 });
    expect(result?.resealed).toBe(37);
    expect(await readAll()).toEqual(expected);
  });

  test('其间别的进程仍用旧密钥写入的，也不落下', async () => {
    const late = ring.seal(plain(5), sealContext(column, county, '5'));
    ring.addKey(now);
    let isPutBack = false;
    await rotateSealedColumns(database.db, ring, [column], {
      batch: 10,
      onProgress: (_, resealed) => {
        if (resealed < 57 || isPutBack) return undefined;
        isPutBack = true;
        // Behind the place the rotation has come to.
        return database.pool.query('UPDATE test_applicant SET id_number = $1 WHERE number = 5', [late]);
      },
    });
    expect(isPutBack).toBe(true);
    expect(await counts()).toEqual([[currentId(), 57]]);
  });

  test('解不开的原样留下并报出是哪一条，其余照改', async () => {
    await database.pool.query(
      'UPDATE test_applicant SET id_number = (SELECT id_number FROM test_applicant WHERE number = 8) WHERE number = 7',
    );
    ring.addKey(now);
    const [result] = await rotateSealedColumns(database.db, ring, [column], { batch: 10 });
    expect(result).toMatchObject({
      resealed: 56,
      unreadable: [{ record: `${county}/7`, problem: { code: 'sealed-value-damaged' } }],
    });
  });

  test('已经全是现用密钥的，什么也不改', async () => {
    const [result] = await rotateSealedColumns(database.db, ring, [column]);
    expect(result?.resealed).toBe(0);
  });
});
