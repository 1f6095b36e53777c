import { spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/kernel/random.ts';
import type { AnnualReport } from '../../src/report/domain/annual-report.ts';
import { reportDiffJsonSchema } from '../../src/report/domain/diff/json-schema.ts';
import { annualReportJsonSchema, reportCheckJsonSchema } from '../../src/report/domain/interchange/index.ts';
import { builtFile } from '../support/built-program.ts';
import { type CallOptions, gongkai, type Outcome } from '../support/command-line.ts';
import { composeReport } from '../support/report-arbitrary.ts';
import { drawFigures } from '../support/report-figures.ts';

const ajv = new Ajv2020();
const isReport = ajv.compile(annualReportJsonSchema());
const isCheck = ajv.compile(reportCheckJsonSchema());
const isDiff = ajv.compile(reportDiffJsonSchema());

let folder = '';
const call = (words: string, options: Partial<CallOptions> = {}): Promise<Outcome> =>
  gongkai(words.split(' ').filter(Boolean), { cwd: folder, ...options });
const place = (name: string): string => join(folder, name);
const jsonLines = (text: string): unknown[] => {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

/** A correct report of a unit of the county in 2022, or with something changed. */
function unitReport(seed: number, changes: Partial<AnnualReport> = {}): AnnualReport {
  const figures = drawFigures(seededRandom(seed), { form: '2021' });
  return { ...composeReport({ ...figures, year: 2022, organ: `云溪县第${seed}镇人民政府` }), ...changes };
}

function broken(report: AnnualReport): AnnualReport {
  const copy = structuredClone(report);
  const row = copy.requests.newlyReceived;
  if (row) row.total = Number(row.total) + 1;
  return copy;
}

const save = (name: string, report: AnnualReport, indent = 0): void =>
  writeFileSync(place(name), JSON.stringify(report, null, indent));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-'));
  save('一.json', unitReport(1));
  save('二.json', unitReport(2), 2);
  save('错.json', broken(unitReport(3)));
  save('空格.json', {
    ...unitReport(4),
    remedies: { ...unitReport(4).remedies, directSuit: { upheld: null, corrected: 0, other: 0, pending: 0, total: 0 } },
  });
  writeFileSync(place('坏.docx'), 'PK\u0003\u0004 不是文档');
  writeFileSync(place('空.txt'), '');
  writeFileSync(place('残.json'), '{"schema":"gongkai.annual-report/1",');
  writeFileSync(place('别的.json'), '{"schema":"gongkai.report-check/1"}');
  mkdirSync(place('各单位'));
  for (const seed of [1, 2, 3, 5]) save(`各单位/${seed}.json`, unitReport(seed));
  writeFileSync(place('各单位/.隐藏.json'), '{}');
  writeFileSync(place('各单位/~$打开着.docx'), '');
  writeFileSync(place('各单位/说明.zip'), 'PK');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('约定的命令行逐条可用', () => {
  test.each([
    ['read 一.json 二.json', 0],
    ['read 一.json 二.json --json', 0],
    ['read --json 一.json', 0],
    ['check 一.json', 0],
    ['check 一.json 二.json --json', 0],
    ['check 错.json --json --previous 一.json --siblings 各单位', 1],
    ['write 一.json --to docx --out 出.docx', 0],
    ['write 一.json --to html --out 出.html', 0],
    ['write 一.json --to xlsx --out 出.xlsx', 0],
    ['write 一.json --to md --out 出.md', 0],
    ['write 一.json --to json --out 出.json', 0],
    ['diff 一.json 二.json', 0],
    ['diff 一.json 二.json --json', 0],
    ['aggregate 一.json 二.json --organ 云溪县人民政府 --year 2022 --out 合.json', 0],
  ])('gongkai report %s 以状态 %i 结束', async (words, status) => {
    const outcome = await call(`report ${words}`);
    expect(outcome.status, outcome.stderr).toBe(status);
    const target = /--out (\S+)/.exec(words)?.[1];
    if (target) expect(readFileSync(place(target)).length).toBeGreaterThan(500);
    else expect(outcome.stdout).not.toBe('');
    if (/--json/.test(words) && !target)
      expect(jsonLines(outcome.stdout).length).toBe(/ 二/.test(words) && !/diff/.test(words) ? 2 : 1);
  });
});

describe('read', () => {
  test('--json 按文件次序每行一份交换文件；坏文件只写到标准错误，其余照做，状态 2', async () => {
    const outcome = await call('report read --json 二.json 坏.docx 没有.txt 空.txt 残.json 别的.json 各单位 一.json');
    const documents = jsonLines(outcome.stdout);
    expect(documents.map((each) => (each as AnnualReport).organ)).toEqual([
      '云溪县第2镇人民政府',
      '云溪县第1镇人民政府',
    ]);
    for (const each of documents) expect(isReport(each), ajv.errorsText(isReport.errors)).toBe(true);
    const lines = outcome.stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(6);
    for (const [index, words] of [
      '坏.docx',
      '找不到“没有.txt”',
      '空.txt',
      '残.json',
      '别的.json',
      '“各单位”是文件夹',
    ].entries()) {
      expect(lines[index]).toContain(words);
      expect(lines[index]).toMatch(/[。）]$/);
    }
    expect(outcome.status).toBe(2);
  });

  test('文字的报告读出来源，名称不含所在文件夹', async () => {
    await call('report write 一.json --out 各单位/文字.md');
    const outcome = await call('report read --json 各单位/文字.md');
    rmSync(place('各单位/文字.md'));
    const [report] = jsonLines(outcome.stdout) as AnnualReport[];
    expect(report).toMatchObject({
      organ: '云溪县第1镇人民政府',
      source: { name: '文字.md', bytes: expect.any(Number) },
    });
    expect(report?.source?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(report?.requests).toEqual(unitReport(1).requests);
  });

  test('表格给人看：宽度不过 100 列，没有控制字符，空白与 0 分得清', async () => {
    save('凶.json', {
      ...unitReport(4),
      title: '\u001b[31m红\u0007',
      requests: {
        ...unitReport(4).requests,
        disclosed: { natural: null, business: '/', research: 0, welfare: 0, legalService: 0, other: 0, total: 0 },
      },
    });
    const { stdout, status } = await call('report read 凶.json');
    expect(status).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is control characters that must not be there.
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    expect(stdout).toMatch(/（一）予以公开 +（空） +\/ +0/);
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
  });

  test('外壳没有展开的 * 由程序展开，次序固定；没有相符的照文件名说找不到', async () => {
    const outcome = await call('report check --json 各单位/*.json 没有*.json');
    const files = (jsonLines(outcome.stdout) as { file: string }[]).map(({ file }) => file.replaceAll('\\', '/'));
    expect(files).toEqual(['各单位/1.json', '各单位/2.json', '各单位/3.json', '各单位/5.json']);
    expect(outcome.stderr).toContain('找不到“没有*.json”');
  });

  test('“-”读标准输入', async () => {
    const outcome = await call('report read --json -', { stdin: JSON.stringify(unitReport(6)) });
    expect(jsonLines(outcome.stdout)).toMatchObject([{ organ: '云溪县第6镇人民政府' }]);
    expect(outcome.status).toBe(0);
  });

  test('超大的文件不读入内存就拒绝', async () => {
    writeFileSync(place('大.txt'), '');
    truncateSync(place('大.txt'), 4 * 1024 ** 3);
    const outcome = await call('report read 大.txt 一.json');
    rmSync(place('大.txt'));
    expect(outcome.stderr).toContain('“大.txt”超过 50 MB');
    expect(outcome.stdout).toContain('云溪县第1镇人民政府');
    expect(outcome.status).toBe(2);
  });

  test('没有尽头的设备文件也会被拒绝', async () => {
    const outcome = await call('report read /dev/zero');
    expect(outcome.stderr).toContain('超过 50 MB');
    expect(outcome.status).toBe(2);
  });

  test('每行一份报告的文件请用于汇总', async () => {
    writeFileSync(place('多份.jsonl'), `${JSON.stringify(unitReport(1))}\n${JSON.stringify(unitReport(2))}\n`);
    expect((await call('report read 多份.jsonl')).stderr).toContain('每行是一份报告');
  });

  test('读的人提前停下时安静地结束', async () => {
    const many = Array.from({ length: 60 }, () => '一.json');
    const child = spawn(process.execPath, [await builtFile('cli.js'), 'report', 'read', '--json', ...many], {
      cwd: folder,
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('check', () => {
  test('标准输出写不下时说结果不完整，状态 2，不是有差错的状态 1', async () => {
    const child = spawn(
      '/bin/sh',
      ['-c', `"${process.execPath}" "${await builtFile('cli.js')}" report check 一.json > /dev/full`],
      {
        cwd: folder,
      },
    );
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('gongkai: 结果没有写完（磁盘空间不足），已写出的部分不完整。\n');
    expect(status).toBe(2);
  });

  test('--json 每个文件一行检查结果，文件名照命令行所写', async () => {
    const outcome = await call('report check --json ./错.json 空格.json 一.json');
    const results = jsonLines(outcome.stdout) as { file: string; summary: { error: number; unknown: number } }[];
    for (const each of results) expect(isCheck(each), ajv.errorsText(isCheck.errors)).toBe(true);
    expect(results.map(({ file }) => file)).toEqual(['./错.json', '空格.json', '一.json']);
    expect(results[0]?.summary.error).toBeGreaterThan(0);
    expect(results[1]?.summary).toMatchObject({ error: 0, unknown: expect.any(Number) });
    expect(outcome.status).toBe(1);
    expect(outcome.stderr).toBe('');
  });

  test.each([
    ['没有错误', '一.json', 0],
    ['有错误', '错.json', 1],
    ['只有无法判断', '空格.json', 1],
    ['有错误又有读不了的', '错.json 坏.docx', 2],
    ['只有读不了的', '没有.json', 2],
  ])('%s：退出状态 %#', async (_, files, status) => {
    expect((await call(`report check ${files}`)).status).toBe(status);
  });

  test('给人看的结果按严重程度写出中文，末尾有合计', async () => {
    const { stdout } = await call('report check 错.json 空格.json 坏.docx');
    expect(stdout).toMatch(/错误 [^〔]*〔REQ-/);
    expect(stdout).toContain('无法判断');
    expect(stdout).toMatch(/文件 +错误 +无法判断 +警告 +提示/);
    expect(stdout).toContain('共 2 份报告，其中 0 份没有错误和无法判断的问题；另有 1 个文件未能读取。');
    expect(stdout).not.toContain('\u001b');
  });

  test('--previous 与上一年度核对结转', async () => {
    const before = unitReport(1, { year: 2021 });
    const row = before.requests.carriedOut;
    if (row) Object.assign(row, { natural: 999, total: 999 });
    save('去年.json', before);
    const rules = async (words: string) => {
      const { stdout } = await call(`report check --json ${words}`);
      const [result] = jsonLines(stdout) as { findings: { rule: string }[] }[];
      return result?.findings.map(({ rule }) => rule) ?? [];
    };
    const alone = await rules('一.json');
    const compared = await rules('一.json --previous 去年.json');
    expect(compared.filter((rule) => !alone.includes(rule)).length).toBeGreaterThan(0);
  });

  test('--previous 给多个文件时按机关对应，对应不上的说明，一个也对不上时拒绝', async () => {
    save('去年.json', unitReport(1, { year: 2021 }));
    const some = await call('report check 一.json 二.json --previous 去年.json');
    expect(some.stderr).toContain('二.json：没有找到同一机关上一年度的报告');
    expect(some.stderr).not.toContain('一.json：');
    const none = await call('report check 二.json 空格.json --previous 去年.json');
    expect(none.stderr).toContain('没有一份是同一机关');
    expect(none.status).toBe(2);
  });

  test('--previous 读不了：其余检查照做，状态 2', async () => {
    const outcome = await call('report check 一.json --previous 坏.docx');
    expect(outcome.stderr).toContain('坏.docx');
    expect(outcome.stdout).toContain('一.json');
    expect(outcome.status).toBe(2);
  });

  test.each([
    ['--previous 没有.json', '找不到“没有.json”'],
    ['--siblings 没有', '找不到“没有”'],
    ['--siblings 一.json', '“一.json”是文件'],
  ])('%s：说明原因，检查照做，状态 2', async (words, expected) => {
    const outcome = await call(`report check --json 一.json ${words}`);
    expect(outcome.stderr).toContain(expected);
    expect(jsonLines(outcome.stdout)).toHaveLength(1);
    expect(outcome.status).toBe(2);
  });

  test('--previous 是文件夹时按机关取上一年度的，地名写不写全都认得', async () => {
    mkdirSync(place('往年'), { recursive: true });
    const carried = { ...unitReport(1).requests.carriedOut, natural: 999, total: 999 };
    const requests = { ...unitReport(1).requests, carriedOut: carried };
    save('往年/甲.json', unitReport(1, { year: 2021, organ: '第1镇人民政府', requests }));
    save('往年/乙.json', unitReport(1, { year: 2020 }));
    save('往年/丙.json', unitReport(2, { year: 2021 }));
    const outcome = await call('report check 一.json --previous 往年');
    expect(outcome.stderr).toBe('');
    expect(outcome.stdout).toContain('999');
  });

  test('--siblings 不与自己比较；其中读不了的只是警告', async () => {
    const alone = await call('report check --json 各单位/1.json');
    mkdirSync(place('只有自己'), { recursive: true });
    save('只有自己/1.json', unitReport(1));
    const self = await call('report check --json 只有自己/1.json --siblings 只有自己');
    expect(self.stdout.replaceAll('只有自己', '各单位')).toBe(alone.stdout);
    writeFileSync(place('只有自己/坏.txt'), '');
    const warned = await call('report check --json 只有自己/1.json --siblings 只有自己');
    expect(warned.stderr).toContain('警告');
    expect(warned.status).toBe(0);
  });

  test('--siblings 找出与其他单位雷同的报告，写明是哪个文件', async () => {
    mkdirSync(place('雷同'), { recursive: true });
    save('雷同/九.json', unitReport(1, { organ: '云溪县第9镇人民政府' }));
    const { stdout } = await call('report check --json 一.json --siblings 雷同');
    expect(stdout).toContain('九.json');
    expect((await call('report check --json 一.json')).stdout).not.toContain('九.json');
  });
});

describe('write', () => {
  test.each(['docx', 'html', 'xlsx', 'md', 'json'])('写成 %s 再读回，三张表相同', async (format) => {
    const target = `回.${format}`;
    expect((await call(`report write 二.json --out ${target}`)).status).toBe(0);
    const { stdout } = await call(`report read --json ${target}`);
    const [report] = jsonLines(stdout) as AnnualReport[];
    const { proactive, requests, remedies } = unitReport(2);
    expect({ proactive: report?.proactive, requests: report?.requests, remedies: report?.remedies }).toEqual({
      proactive,
      requests,
      remedies,
    });
  });

  test('说明写到哪里，有几格没有读到数', async () => {
    expect((await call('report write 二.json --out 说明.docx')).stdout).toBe('已写入 说明.docx。\n');
    const report = unitReport(3);
    const disclosed = { ...report.requests.disclosed, natural: null, other: null };
    save('缺数.json', { ...report, requests: { ...report.requests, disclosed } });
    expect((await call('report write 缺数.json --out 说明.docx')).stdout).toContain('有2格没有读到数，文件中留空');
  });

  test('不覆盖输入文件，也不经由链接或别的写法覆盖', async () => {
    const before = readFileSync(place('一.json'), 'utf8');
    for (const target of ['一.json', './一.json', '各单位/../一.json']) {
      const outcome = await call(`report write 一.json --to json --out ${target}`);
      expect(outcome.stderr).toContain('就是输入文件');
      expect(outcome.status).toBe(2);
    }
    expect(readFileSync(place('一.json'), 'utf8')).toBe(before);
  });

  test('写不成时说明原因，不留下半个文件', async () => {
    const outcome = await call('report write 一.json --to md --out 没有这个文件夹/出.md');
    expect(outcome.stderr).toContain('没有这个文件夹/出.md');
    expect(outcome.status).toBe(2);
    mkdirSync(place('是文件夹.md'), { recursive: true });
    expect((await call('report write 一.json --out 是文件夹.md')).status).toBe(2);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('写到设备时写进去，不用新文件顶替它', async () => {
    const outcome = await call('report write 一.json --to md --out /dev/null');
    expect(outcome.status).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('写到链接时写进它所指的文件', async () => {
    writeFileSync(place('真.md'), '旧');
    symlinkSync('真.md', place('链.md'));
    expect((await call('report write 一.json --out 链.md')).status).toBe(0);
    expect(readFileSync(place('真.md'), 'utf8')).toContain('云溪县第1镇人民政府');
    expect(lstatSync(place('链.md')).isSymbolicLink()).toBe(true);
  });

  test('文件名长到文件系统的极限也写得成，原文件谁能读不变', async () => {
    const name = `${'石'.repeat(83)}.json`;
    writeFileSync(place(name), '旧', { mode: 0o600 });
    const outcome = await call(`report write 一.json --out ${name}`);
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(readFileSync(place(name), 'utf8'))).toMatchObject({ organ: '云溪县第1镇人民政府' });
    expect(statSync(place(name)).mode & 0o777).toBe(0o600);
    rmSync(place(name));
  });

  test.each([`${'石'.repeat(90)}.json`])('文件名过长时说明原因，不当作程序出错', async (name) => {
    const outcome = await call(`report write 一.json --out ${name}`);
    expect(outcome.stderr).toContain('文件名过长');
    expect(outcome.stderr).not.toContain('程序出错');
    expect(outcome.status).toBe(2);
  });

  test('文字格式可以写到标准输出，Word 不可以', async () => {
    const outcome = await call('report write 一.json --to md --out -');
    expect(outcome.stdout).toContain('云溪县第1镇人民政府');
    expect((await call('report write 一.json --to docx --out -')).status).toBe(2);
  });
});

describe('diff', () => {
  test('--json 一行比较结果；与自己比较没有变化', async () => {
    const outcome = await call('report diff 一.json 二.json --json');
    const [result] = jsonLines(outcome.stdout);
    expect(isDiff(result), ajv.errorsText(isDiff.errors)).toBe(true);
    expect((await call('report diff 一.json 一.json')).stdout).toContain('变化 0 格');
  });

  test('给人看的结果写明增减', async () => {
    expect((await call('report diff 一.json 二.json')).stdout).toMatch(/[增减] \d+/);
  });

  test.each(['一.json', '一.json 二.json 错.json', '一.json 坏.docx'])('report diff %s：状态 2', async (files) => {
    const outcome = await call(`report diff ${files}`);
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).not.toBe('');
  });
});

describe('aggregate', () => {
  const options = '--organ 云溪县人民政府 --year 2022';
  const total = (seeds: number[]): number =>
    seeds.reduce((sum, seed) => sum + Number(unitReport(seed).requests.newlyReceived?.total), 0);
  const read = (name: string): AnnualReport => JSON.parse(readFileSync(place(name), 'utf8'));

  test('文件夹、单个文件、JSON Lines 和标准输入都能汇总', async () => {
    expect((await call(`report aggregate 各单位 ${options} --out 汇总.json`)).status).toBe(0);
    expect(read('汇总.json').requests.newlyReceived?.total).toBe(total([1, 2, 3, 5]));
    expect(isReport(read('汇总.json'))).toBe(true);

    writeFileSync(place('多份.jsonl'), [7, 8].map((seed) => JSON.stringify(unitReport(seed))).join('\n'));
    const stdin = `${JSON.stringify(unitReport(9))}\n\n`;
    const outcome = await call(`report aggregate 各单位 多份.jsonl - 空格.json ${options} --out 汇总.json`, { stdin });
    expect(read('汇总.json').requests.newlyReceived?.total).toBe(total([1, 2, 3, 5, 7, 8, 9, 4]));
    expect(read('汇总.json').remedies.directSuit?.upheld).toBeNull();
    expect(outcome.stdout).toContain('已汇总8个单位');
    expect(outcome.stdout).toContain('无法判断');
    expect(outcome.status).toBe(1);
  });

  test('结果放在同一个文件夹里，再汇总一次也不会重复相加', async () => {
    await call(`report aggregate 各单位 ${options} --out 各单位/汇总.json`);
    const outcome = await call(`report aggregate 各单位 ${options} --out 各单位/汇总.json`);
    expect(outcome.status).toBe(0);
    expect(read('各单位/汇总.json').requests.newlyReceived?.total).toBe(total([1, 2, 3, 5]));
    const nested = await call(`report aggregate 各单位 ${options} --out 另存.json`);
    expect(nested.stderr).toContain('已经计入一份汇总');
    expect(nested.status).toBe(2);
    rmSync(place('各单位/汇总.json'));
  });

  test('年度不同：指出单位，什么也不写，状态 2', async () => {
    save('另.json', unitReport(2, { year: 2021 }));
    const outcome = await call(`report aggregate 一.json 另.json ${options} --out 不写.json`);
    expect(outcome.stderr).toContain('“云溪县第2镇人民政府”（另.json）是2021年的报告');
    expect(outcome.stdout).toBe('');
    expect(outcome.status).toBe(2);
    expect(existsSync(place('不写.json'))).toBe(false);
  });

  test('同一机关出现两次：照加，在标准错误和结果里都提醒', async () => {
    save('另.json', unitReport(1));
    const outcome = await call(`report aggregate 一.json 另.json ${options} --out 汇总.json`);
    expect(outcome.stderr).toContain('警告：有机关出现不止一次，请核对是否重复相加：云溪县第1镇人民政府（2次）。');
    expect(
      read('汇总.json')
        .notes.map(({ message }) => message)
        .join(),
    ).toContain('不止一次');
    expect(outcome.status).toBe(0);
  });

  test('有文件或有一行读不了：其余照常，结果中注明，状态 2', async () => {
    writeFileSync(place('多份.jsonl'), `${JSON.stringify(unitReport(7))}\n{"坏\n${JSON.stringify(unitReport(8))}\n`);
    const outcome = await call(`report aggregate 多份.jsonl 坏.docx ${options} --out 汇总.json`);
    expect(outcome.stderr).toContain('“多份.jsonl 第 2 行”不是完整的 JSON');
    expect(outcome.status).toBe(2);
    const { requests, notes } = read('汇总.json');
    expect(requests.newlyReceived?.total).toBe(total([7, 8]));
    expect(notes.filter(({ message }) => message.startsWith('未计入汇总')).map(({ quote }) => quote)).toEqual([
      '坏.docx',
      '多份.jsonl 第 2 行',
    ]);
  });

  test('可以直接写成 Word；--json 时标准输出只有检查结果', async () => {
    const outcome = await call(`report aggregate 各单位 ${options} --out 汇总.docx --json`);
    expect(isCheck(jsonLines(outcome.stdout)[0]), ajv.errorsText(isCheck.errors)).toBe(true);
    expect(readFileSync(place('汇总.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('--out - 时标准输出只有交换文件', async () => {
    const outcome = await call(`report aggregate 各单位 ${options} --out -`);
    expect(isReport(JSON.parse(outcome.stdout))).toBe(true);
    expect(outcome.stderr).toContain('已汇总4个单位');
  });

  test.each(['--year 22', '--year 2022年', '', '--year 2022 --organ'])(
    '写错的选项（%s）：状态 2，给出用法',
    async (words) => {
      const outcome = await call(`report aggregate 一.json --out 汇总.json ${words}`);
      expect(outcome.status).toBe(2);
      expect(outcome.stderr).toContain('用法：gongkai report aggregate');
    },
  );
});

describe('帮助与写错的命令', () => {
  test.each([
    ['', 0, 'gongkai report check'],
    ['help', 0, 'gongkai report aggregate'],
    ['--help', 0, 'gongkai report aggregate'],
    ['help report write', 0, '--out 输出文件'],
    ['report check --help', 0, '--siblings 文件夹'],
    ['report --help', 0, 'gongkai report diff'],
    ['version', 0, 'gongkai 0.'],
  ])('gongkai %s', async (words, status, expected) => {
    const outcome = await call(words);
    expect(outcome.stdout).toContain(expected);
    expect(outcome.stderr).toBe('');
    expect(outcome.status).toBe(status);
  });

  test.each([
    ['report', 'report 后面要写明做什么'],
    ['report chekc 一.json', '是不是要用 gongkai report check？'],
    ['check 一.json', '是不是要用 gongkai report check？'],
    ['nonsense', '全部命令见 gongkai help'],
    ['help nonsense', '没有“nonsense”这个命令'],
    ['report read', '没有给出文件'],
    ['report read 一.json --jsno', '是不是要用 --json？'],
    ['report read 一.json --json=1', '选项 --json 不带值'],
    ['report check 一.json --previous', '后面缺少值'],
    ['report write 一.json', '缺少选项 --out'],
    ['report write 一.json --out 出.pdf', '可以写成 docx、html、xlsx、md、json'],
  ])('gongkai %s：状态 2，说明怎样改', async (words, expected) => {
    const outcome = await call(words);
    expect(outcome.stderr).toContain(expected);
    expect(outcome.stderr).not.toMatch(/Error|at .*\.ts/);
    expect(outcome.stdout).toBe('');
    expect(outcome.status).toBe(2);
  });
});
