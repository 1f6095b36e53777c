import { createHash } from 'node:crypto';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import { makeReport } from '../../tests/support/report-arbitrary.ts';
import { maximumBytes } from '../platform/documents/index.ts';
import type { AnnualReport } from './domain/annual-report.ts';
import { serialiseAnnualReport } from './domain/interchange/index.ts';
import { checkReports, readReport, reportFormats, writeReport } from './service.ts';

const report = makeReport(11, { form: '2021' });
const json = serialiseAnnualReport(report);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

async function read(name: string, bytes: Uint8Array): Promise<AnnualReport> {
  const result = await readReport({ name, bytes });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const result = await readReport({ name, bytes });
  return result.ok ? 'accepted' : `${result.problem.code} ${result.problem.message}`;
}

describe('读取交换格式', () => {
  test.each<[string, string, Uint8Array]>([
    ['按内容认出，不看扩展名', '报告.txt', utf8(json)],
    ['前面有空行', '报告.json', utf8(`\n\n  ${json}`)],
    ['分行缩进', '报告.json', utf8(serialiseAnnualReport(report, 2))],
    ['UTF-8 带标记', '报告.json', utf8(`\ufeff${json}`)],
    ['UTF-16', '报告.json', utf16(json)],
  ])('%s', async (_, name, bytes) => {
    expect(await read(name, bytes)).toEqual(report);
  });

  test('交换文件照原样读，不改写它的来源', async () => {
    const source = { name: '原件.docx', mediaType: 'text/plain', sha256: 'a'.repeat(64), bytes: 7 };
    const text = serialiseAnnualReport({ ...report, source });
    expect((await read('副本.json', utf8(text))).source).toEqual(source);
    expect(await read('副本.json', utf8(json))).not.toHaveProperty('source');
  });

  test.each<[string, Uint8Array, string]>([
    ['语法错误', utf8('{"schema":'), 'damaged-json “甲.json”'],
    ['编码不对', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'damaged-json “甲.json”'],
    ['每行一份', utf8(`${json}\n${json}\n`), 'many-reports “甲.json”每行是一份报告'],
    ['别的格式', utf8('{"schema":"gongkai.report-check/1"}'), 'not-annual-report “甲.json”'],
    ['一个数组', utf8('[]'), 'not-annual-report “甲.json”'],
    ['缺一格', utf8(json.replace(/"natural":\d+,/, '')), 'invalid-annual-report “甲.json”'],
    ['超过 50 MB', new Uint8Array(maximumBytes + 1).fill(0x7b), 'file-too-large “甲.json”'],
  ])('%s：拒绝并指出文件', async (_, bytes, expected) => {
    expect(await refusal('甲.json', bytes)).toContain(expected);
  });
});

describe('读取文档', () => {
  test.each(['docx', 'html', 'xlsx', 'md'] as const)('写成 %s 再读，三张表相同，来源写明', async (format) => {
    const bytes = await writeReport(report, format);
    const { proactive, requests, remedies, source, organ, year } = await read(`年报.${format}`, bytes);
    expect({ proactive, requests, remedies, organ, year }).toEqual({
      proactive: report.proactive,
      requests: report.requests,
      remedies: report.remedies,
      organ: report.organ,
      year: report.year,
    });
    expect(source).toMatchObject({ name: `年报.${format}`, bytes: bytes.length });
    expect(source?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(source?.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
  });

  test.each<[string, string, Uint8Array]>([
    ['空文件', '空.txt', new Uint8Array()],
    ['不是报告的文字', '菜单.txt', utf8('今日菜单：白菜、豆腐。\n'.repeat(50))],
    ['二进制', '乱.bin', new Uint8Array(5_000).map((_, at) => (at * 7919) % 256)],
  ])('%s：一句话拒绝，指出文件', async (_, name, bytes) => {
    const message = await refusal(name, bytes);
    expect(message).toContain(name);
    expect(message).toMatch(/。$/);
  });

  test('繁体字的报告对得上简体的表式', async () => {
    const markdown = new TextDecoder().decode(await writeReport(report, 'md'));
    const text = Converter({ from: 'cn', to: 't' })(markdown);
    expect(text).toContain('總計');
    const { requests, remedies } = await read('繁體.md', utf8(text));
    expect({ requests, remedies }).toEqual({ requests: report.requests, remedies: report.remedies });
  });
});

describe('检查与写出', () => {
  test('结果按次序，带各自的文件名', async () => {
    const results = await checkReports([
      { name: '一.json', report },
      { name: '二.json', report: makeReport(12) },
    ]);
    expect(results.map(({ file }) => file)).toEqual(['一.json', '二.json']);
  });

  test('不与自己、本机关或别的年度比较雷同', async () => {
    const same = (changes: Partial<AnnualReport>) => ({ name: '另.json', report: { ...report, ...changes } });
    const found = async (siblings: Parameters<typeof checkReports>[1]) => {
      const [result] = await checkReports([{ name: '一.json', report }], siblings);
      return JSON.stringify(result?.findings).includes('另.json');
    };
    expect(await found({ siblings: [same({ organ: '云溪县第9镇人民政府' })] })).toBe(true);
    expect(await found({ siblings: [{ name: '另.json', report }] })).toBe(false);
    expect(await found({ siblings: [same({})] })).toBe(false);
    expect(await found({ siblings: [same({ organ: '云溪县第9镇人民政府', year: 1999 })] })).toBe(false);
  });

  test('每种格式都写得出，JSON 以换行结束并能原样读回', async () => {
    for (const format of reportFormats) expect((await writeReport(report, format)).length).toBeGreaterThan(1_000);
    const bytes = await writeReport(report, 'json');
    expect(bytes.at(-1)).toBe(10);
    expect(await read('甲.json', bytes)).toEqual(report);
  });
});
