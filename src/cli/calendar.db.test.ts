import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, runHere } from '../../tests/support/command-here.ts';
import { buildCounty, supervisorOf, testNow } from '../../tests/support/county.ts';
import { useDatabase } from '../../tests/support/test-database.ts';
import { addLocalRule } from '../calendar/service/local-rules.ts';
import { getPlainDate } from '../kernel/plain-date.ts';
import { exitStatus } from './command.ts';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-notice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { DATABASE_URL } = process.env;
afterEach(() => {
  if (DATABASE_URL === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = DATABASE_URL;
});

/** Calls a command on the database of this test, as on the server of an operator. */
function run(...words: string[]) {
  process.env.DATABASE_URL = addressOf(database);
  return runHere('calendar', ...words);
}

/** What the operator saved from the page of the notice; the days are invented. */
const notice = [
  '国务院办公厅关于2027年部分节假日安排的通知',
  '国办发明电〔2026〕9号',
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。',
  '二、春节：2月5日至11日放假调休，共7天。1月31日（周日）、2月14日（周日）上班。',
  '三、清明节：4月5日放假。',
  '四、劳动节：5月1日至5日放假调休，共5天。4月25日、5月8日上班。',
  '五、端午节：6月9日放假。',
  '六、中秋节：9月15日放假。',
  '七、国庆节：10月1日至7日放假调休，共7天。9月26日、10月9日上班。',
  '2026年11月6日',
].join('\r\n');

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('gongkai calendar import', () => {
  it('checks without keeping, imports, and takes away again', async () => {
    const path = save('2027.txt', notice);
    const checked = await run('import', path, '--check');
    expect(checked.status, checked.told.join('\n')).toBe(exitStatus.clean);
    expect(checked.printed[0]).toBe('2027年1月1日（周五）：工作日 → 元旦放假');
    expect(checked.told.join()).toContain('没有导入');
    expect((await run('show', '2027')).status).toBe(exitStatus.unread);

    const imported = await run('import', path);
    expect(imported.status, imported.told.join('\n')).toBe(exitStatus.clean);
    expect(imported.printed).toEqual(checked.printed);
    expect(imported.told.at(-1)).toBe(
      `已导入2027年放假安排（国办发明电〔2026〕9号），变动 ${imported.printed.length} 天。`,
    );
    expect((await run('import', path)).told.at(-1)).toContain('与已有的安排完全一致');

    const shown = await run('show', '2027');
    expect(shown.printed.join('\n')).toContain('二、春节：2月5日（周五）至2月11日（周四）放假，共7天。');
    // What is shown can be imported.
    expect((await run('import', save('shown.txt', shown.printed.join('\n')), '--check')).told.at(-1)).toContain(
      '完全一致',
    );

    const removed = await run('import', '--remove', '2027');
    expect(removed).toMatchObject({ status: exitStatus.clean });
    expect(removed.printed[0]).toBe('2027年1月1日（周五）：元旦放假 → 工作日');
    expect((await run('import', '--remove', '2027')).status).toBe(exitStatus.unread);
    const entries = await database.db.selectFrom('auditEntry').select('action').orderBy('sequence').execute();
    expect(entries.map(({ action }) => action)).toEqual([
      'calendar.import-notice',
      'calendar.import-notice',
      'calendar.remove-notice',
    ]);
  });

  it('refuses a notice with the line of each fault, and keeps nothing', async () => {
    const wrong = notice
      .replace('（周五）', '（周四）')
      .replace('5月1日至5日放假调休，共5天', '5月1日至5日放假调休，共6天');
    const refused = await run('import', save('wrong.txt', wrong));
    expect(refused).toMatchObject({ status: exitStatus.unread, printed: [] });
    expect(refused.told).toEqual([
      '通知有 2 处不能采用，没有导入。',
      expect.stringMatching(/^第3行：.*1月1日是周五，不是周四/),
      expect.stringMatching(/^第6行：.*共6天.*是5天/),
    ]);
    expect((await run('show', '2027')).status).toBe(exitStatus.unread);
  });

  it('refuses what is no text, what is not there, and a wrong command line', async () => {
    const cases: [string[], RegExp][] = [
      [['import', save('notice.docx', new Uint8Array([80, 75, 3, 4, 0, 0, 255, 254, 0]))], /不是文本文件/],
      [['import', join(folder, 'nothing.txt')], /找不到/],
      [['import'], /没有给出通知文件/],
      [['import', '--remove', '27'], /不是年份/],
      [['import', 'a.txt', '--remove', '2027'], /不能与文件/],
    ];
    for (const [words, told] of cases) {
      const answer = await run(...words);
      expect(answer.status, words.join(' ')).toBe(exitStatus.unread);
      expect(answer.told.join('\n')).toMatch(told);
    }
  });

  it('reads what Notepad saved as ANSI', async () => {
    // 国务院办公厅关于2027年部分节假日安排的通知, and nothing else, in GBK.
    const title = Buffer.from(
      'b9facef1d4bab0ecb9abccfcb9d8d3da32303237c4eab2bfb7d6bddabcd9c8d5b0b2c5c5b5c4cda8d6aa',
      'hex',
    );
    const answer = await run('import', save('ansi.txt', title), '--check');
    expect(answer.told[0]).toBe('通知有 7 处不能采用，没有导入。');
  });
});

describe('gongkai calendar deadline', () => {
  beforeAll(async () => {
    const rule = {
      kind: 'holiday' as const,
      name: '防汛停工',
      from: getPlainDate('2026-07-08'),
      to: getPlainDate('2026-07-08'),
      basis: '第2号令',
    };
    const county = await buildCounty(database.db);
    await addLocalRule(database.db, supervisorOf(county).actor, testNow, rule);
  });

  it('counts day by day, with the local holidays of the only county', async () => {
    const { status, printed, told } = await run('deadline', '2026-07-07', '2');
    expect(status, told.join('\n')).toBe(exitStatus.clean);
    expect(printed).toEqual([
      '2026年7月7日（周二）为起算日，不计入期限',
      '7月8日（周三）防汛停工放假（本地），不计',
      '7月9日（周四）第1日',
      '7月10日（周五）第2日，期限届满',
      '自2026年7月7日起2个工作日，于2026年7月10日（周五）届满。',
    ]);
    expect((await run('deadline', '2026-09-20', '15', '--calendar-days')).printed.at(-1)).toContain('10月8日（周四）');
  });

  it('refuses what is no day, no number, no county', async () => {
    expect((await run('deadline', '2026-02-30', '2')).told[0]).toContain('不是日期');
    expect((await run('deadline', '2026-02-10', 'x')).told[0]).toContain('不是天数');
    expect((await run('deadline', '2026-02-10', '2', '--county', '某县')).told[0]).toContain('没有“某县”这个县');
  });
});
