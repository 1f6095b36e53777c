import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, runHere } from '../../tests/support/command-here.ts';
import { useDatabase } from '../../tests/support/test-database.ts';
import { type Actor, systemActor } from '../kernel/actor.ts';
import { change, now, tamper, writeMany } from '../platform/audit/fixtures/entries.ts';
import { write } from '../platform/audit/index.ts';
import { newId } from '../platform/db/index.ts';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-audit-'));
const actor: Actor = { countyId: newId(), name: '张溪山', from: '10.1.2.3' };
const kept = { ...process.env };

beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: addressOf(database), DATA_DIR: folder, GONGKAI_KEY: '' });
  await database.db
    .insertInto('organisationCounty')
    .values({ id: actor.countyId, name: '云溪县', divisionCode: '990128000000', createdAt: now })
    .execute();
  await writeMany(database, actor, 12);
  await write(database.db, systemActor('系统任务'), now, async (_, record) => record(change('系统')));
});
afterAll(() => {
  process.env = kept;
  rmSync(folder, { recursive: true, force: true });
});

const place = (name: string): string => join(folder, name);

/** Calls a command on the database of this file. */
async function gongkai(...words: string[]) {
  const { status, printed, told } = await runHere(...words);
  return { status, printed: printed.join('\n'), told: told.join('\n') };
}

describe('gongkai audit', () => {
  test('verify：完好，状态 0；没有封条时说明查不出什么', async () => {
    const { status, printed, told } = await gongkai('audit', 'verify');
    expect([status, printed]).toEqual([0, '系统：1 条，核对无误。\n云溪县：12 条，核对无误。']);
    expect(told).toContain('没有可比对的封条');
  });

  test('export 与 check-extract：导出、换一台机器核对、指明公钥核对', async () => {
    expect(await gongkai('audit', 'export', place('全部.jsonl'))).toMatchObject({ status: 0, told: '' });
    const { status, printed } = await gongkai('audit', 'check-extract', place('全部.jsonl'));
    expect([status, printed]).toEqual([0, expect.stringContaining('云溪县：第 1 至 12 条')]);
    writeFileSync(place('公钥.pem'), (await gongkai('keys', 'public')).printed);
    const checked = await gongkai('audit', 'check-extract', place('全部.jsonl'), '--key', place('公钥.pem'));
    expect(checked).toMatchObject({ status: 0, printed: expect.stringContaining('签名与指定的公钥相符') });
  });

  test('export：按县、按日期取一段，段内无缺口', async () => {
    const day = ['--from', '2026-11-20', '--to', '2026-11-20'];
    expect((await gongkai('audit', 'export', place('一县.jsonl'), '--county', '云溪县', ...day)).status).toBe(0);
    const { printed } = await gongkai('audit', 'check-extract', place('一县.jsonl'));
    expect(printed).toContain('共 12 条');
    expect(printed).not.toContain('系统');
    expect((await gongkai('audit', 'export', place('空.jsonl'), '--to', '2020-01-01')).printed).toContain(
      '已导出 0 条',
    );
    expect((await gongkai('audit', 'check-extract', place('空.jsonl'))).status).toBe(0);
  });

  test.each([
    ['没有这个县', ['--county', '石桥县'], '没有“石桥县”这个县，现有：系统、云溪县'],
    ['日期写错', ['--from', '2026-2-30'], '--from 应写成 2026-01-31 的样子'],
  ])('export：%s，状态 2', async (_, words, message) => {
    expect(await gongkai('audit', 'export', place('x.jsonl'), ...words)).toMatchObject({
      status: 2,
      told: expect.stringContaining(message),
    });
  });

  test('check-extract：改一个字、少一行、多一行、换签名、截断，状态 1；不是导出文件，状态 2', async () => {
    const lines = readFileSync(place('全部.jsonl'), 'utf8').trimEnd().split('\n');
    const check = async (changed: readonly string[], ...words: string[]) => {
      writeFileSync(place('改.jsonl'), `${changed.join('\n')}\n`);
      return gongkai('audit', 'check-extract', place('改.jsonl'), ...words);
    };
    expect((await check(lines)).status).toBe(0);
    const cases: [string[], string][] = [
      [
        lines.map((line) => line.replace('"新3"', '"新4"').replace('\\"新3\\"', '\\"新4\\"')),
        '第 4 条的内容与写入时不一致',
      ],
      [lines.toSpliced(7, 1), '缺失'],
      [lines.toSpliced(7, 0, lines[6] ?? ''), '缺失'],
      [lines.toSpliced(6, 2, lines[7] ?? '', lines[6] ?? ''), '缺失'],
      [lines.slice(0, -1), '末尾的签名缺失'],
      [lines.slice(0, -3), '末尾的签名缺失'],
      [[...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, 40)], '不完整'],
      [[...lines, lines[3] ?? ''], '签名之后还有内容'],
      [lines.with(0, (lines[0] ?? '').replace(/"at":"2/, '"at":"3')), '内容与签名不符'],
      [lines.with(-1, (lines.at(-1) ?? '').replace(/"entries":\d+/, '"entries":1')), '签名无效'],
    ];
    for (const [changed, message] of cases) {
      const outcome = await check(changed);
      expect(outcome.told).toContain(message);
      expect(outcome.status).toBe(1);
    }
    expect((await check(['你好'])).status).toBe(2);
    expect((await check([])).status).toBe(2);
    expect((await gongkai('audit', 'check-extract', place('没有'))).status).toBe(2);
  });

  test('check-extract：别的单位重新签名的，与指定的公钥不符', async () => {
    const own = process.env.DATA_DIR;
    process.env.DATA_DIR = place('别处');
    writeFileSync(place('别处.pem'), (await gongkai('keys', 'public')).printed);
    process.env.DATA_DIR = own;
    expect(await gongkai('audit', 'check-extract', place('全部.jsonl'), '--key', place('别处.pem'))).toMatchObject({
      status: 1,
      told: expect.stringContaining('不是指定的公钥'),
    });
  });

  test('verify：改动、截尾都报出，状态 1；封条文件没有，状态 2', async () => {
    expect((await gongkai('audit', 'verify', '--seals', place('没有'))).status).toBe(2);
    expect((await gongkai('audit', 'verify')).printed).toContain('云溪县：12 条，核对无误，与 1 处封条相符。');
    const head = `UPDATE audit_head SET sequence = 11, hash = (SELECT hash FROM audit_entry e WHERE sequence = 11
      AND e.county_id = audit_head.county_id) WHERE county_id = '${actor.countyId}'`;
    await tamper(database, `DELETE FROM audit_entry WHERE sequence = 12 AND county_id = '${actor.countyId}'`, head);
    const cut = await gongkai('audit', 'verify');
    expect([cut.status, cut.printed]).toEqual([1, expect.stringContaining('云溪县：核对未通过。末尾被删除')]);
    await tamper(
      database,
      `UPDATE audit_entry SET action = 'x' WHERE sequence = 2 AND county_id = '${actor.countyId}'`,
    );
    expect((await gongkai('audit', 'verify')).printed).toContain('第 2 条的内容与写入时不一致，已被改动');
  });
});

describe('gongkai keys', () => {
  test('list、rotate、移除旧密钥：编号换了，旧的还在，移除后不在，都记入审计', async () => {
    const before = /^([0-9a-f]{16})/m.exec((await gongkai('keys', 'list')).printed)?.[1] ?? '';
    expect((await gongkai('keys', 'rotate')).status).toBe(0);
    const listed = (await gongkai('keys', 'list')).printed;
    expect(listed).toMatch(/[0-9a-f]{16} +现用/);
    expect(listed).toContain(`${before}  停用`);
    expect((await gongkai('keys', 'rotate', '--remove-unused')).printed).toContain(`已移除不再使用的旧密钥`);
    expect((await gongkai('keys', 'list')).printed).not.toContain(before);
    const { rows } = await database.pool.query(
      `SELECT action FROM audit_entry WHERE record_kind = 'key' ORDER BY sequence`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['keys.rotate', 'keys.rotate', 'keys.remove', 'keys.remove']);
  });

  test('密钥由环境变量给出时，说明怎样更换', async () => {
    process.env.GONGKAI_KEY = 'a'.repeat(64);
    const { status, told } = await gongkai('keys', 'rotate');
    process.env.GONGKAI_KEY = '';
    expect([status, told]).toEqual([2, expect.stringContaining('写在 GONGKAI_KEY 的最前面')]);
  });
});
