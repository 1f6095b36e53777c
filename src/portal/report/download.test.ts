import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  jsonFile,
  openPortal,
  pressDownload,
  send,
  sendForm,
  type TestPortal,
  textOf,
} from '../../../tests/support/portal.ts';
import { modelReport } from '../../report/domain/check/examples/model-report.ts';
import { parseAnnualReport } from '../../report/domain/interchange/index.ts';
import { packReport, unpackReport } from './packed-report.ts';

let portal: TestPortal;
let page: string;
const report = modelReport({ set: { 'requests.disclosed.total': 8 } });
const other = modelReport({ set: { organ: '云溪县柳河乡人民政府', title: null } });

beforeAll(async () => {
  portal = await openPortal();
  page = (await send(portal.app, [jsonFile(report, '石桥镇.json'), jsonFile(other, '柳河乡.json')])).body;
});
afterAll(() => portal.app.close());

/** The name a browser saves the file under. */
const savedName = (headers: Record<string, unknown>) =>
  decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(String(headers['content-disposition']))?.[1] ?? '');

const wordText = (bytes: Buffer) => textOf(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()));

describe('what a result page offers for download', () => {
  test('the report as a Word file', async () => {
    const { statusCode, headers, rawPayload } = await pressDownload(portal.app, page, 'docx:0');
    expect(statusCode).toBe(200);
    expect(savedName(headers)).toBe('云溪县石桥镇人民政府2023年政府信息公开工作年度报告.docx');
    expect(headers['cache-control']).toBe('no-store');
    expect(wordText(rawPayload)).toContain('云溪县石桥镇人民政府');
  });

  test('the letter about its issues', async () => {
    const { statusCode, headers, rawPayload } = await pressDownload(portal.app, page, 'letter:0');
    expect(statusCode).toBe(200);
    expect(savedName(headers)).toBe('云溪县石桥镇人民政府 2023 年度年报问题反馈函.docx');
    expect(wordText(rawPayload)).toContain('REQ-ROW-SUM');
  });

  test('the tables as a spreadsheet', async () => {
    const { statusCode, rawPayload } = await pressDownload(portal.app, page, 'xlsx:1');
    expect(statusCode).toBe(200);
    expect(Object.keys(unzipSync(rawPayload))).toContain('xl/workbook.xml');
  });

  test('the report in the interchange format, unchanged', async () => {
    const { headers, body } = await pressDownload(portal.app, page, 'json:1');
    expect(headers['content-type']).toContain('application/json');
    expect(parseAnnualReport(JSON.parse(body))).toEqual({ ok: true, value: other });
  });

  test.each([
    ['half a character', '石桥镇\ud842', '石桥镇2023年政府信息公开工作年度报告.docx'],
    ['a character that 80 units would cut in half', `${'石'.repeat(79)}𠮷`, `${'石'.repeat(79)}𠮷.docx`],
    ['marks that turn the ending round', '石桥镇\u202excod', '石桥镇xcod2023年政府信息公开工作年度报告.docx'],
    ['a way into other folders', '../../石桥镇', '石桥镇2023年政府信息公开工作年度报告.docx'],
  ])('a file whose name is fit for saving, though the organ has %s in its name', async (_, organ, name) => {
    const form = new FormData();
    form.append('report', packReport({ name: 'a.json', report: { ...report, organ } }));
    form.append('get', 'docx:0');
    const { statusCode, headers } = await sendForm(portal.app, form);
    expect(statusCode).toBe(200);
    expect(savedName(headers)).toBe(name);
  });

  test('the report as a web page', async () => {
    const { headers, body } = await pressDownload(portal.app, page, 'html:0');
    expect(headers['content-disposition']).toContain('attachment');
    expect(body).toContain('云溪县石桥镇人民政府');
  });

  test('the findings of all reports as one spreadsheet', async () => {
    const { statusCode, headers, rawPayload } = await pressDownload(portal.app, page, 'findings');
    expect(statusCode).toBe(200);
    expect(savedName(headers)).toBe('年报体检汇总表（2份）.xlsx');
    const content = Object.values(unzipSync(rawPayload))
      .map((each) => strFromU8(each))
      .join('');
    for (const text of ['各单位结果', '问题明细', '云溪县石桥镇人民政府', '云溪县柳河乡人民政府', 'REQ-ROW-SUM']) {
      expect(content).toContain(text);
    }
  });

  test('with the report of the year before taken into account', async () => {
    const previous = modelReport({
      year: 2022,
      set: { 'requests.carriedOut.total': 7, 'requests.carriedOut.natural': 7 },
    });
    const result = await send(portal.app, [jsonFile(modelReport()), { ...jsonFile(previous), field: 'previous' }]);
    const ids = [...result.body.matchAll(/规则 (\S+?)（/g)].map(([, id]) => id ?? '');
    const letter = wordText((await pressDownload(portal.app, result.body, 'letter:0')).rawPayload);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(letter).toContain(id);
  });
});

describe('a download that cannot be made brings the form with the reason', () => {
  const press = (fields: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return sendForm(portal.app, form);
  };
  const packed = packReport({ name: 'a', report });

  const cases: [string, [string, string][]][] = [
    ['nothing was carried', [['get', 'docx:0']]],
    [
      'no such report',
      [
        ['report', packed],
        ['get', 'docx:1'],
      ],
    ],
    [
      'no such format',
      [
        ['report', packed],
        ['get', 'exe:0'],
      ],
    ],
    [
      'a format of the prototype',
      [
        ['report', packed],
        ['get', 'constructor:0'],
      ],
    ],
    [
      'garbage in place of the report',
      [
        ['report', 'AAAA'],
        ['get', 'docx:0'],
      ],
    ],
    [
      'a damaged report beside the one asked for',
      [
        ['report', packed],
        ['report', 'AAAA'],
        ['get', 'findings'],
      ],
    ],
    [
      'a damaged report of the year before',
      [
        ['report', packed],
        ['previous', 'AAAA'],
        ['get', 'letter:0'],
      ],
    ],
  ];
  test.each(cases)('%s', async (_, fields) => {
    const { statusCode, body } = await press(fields);
    expect(statusCode).toBe(422);
    expect(textOf(body)).toContain('重新放入文件');
  });

  test('a figure was put in that no report can have', async () => {
    const altered = { ...report, requests: { ...report.requests, disclosed: { natural: { evil: true } } } };
    const { statusCode } = await press([
      ['report', packReport({ name: 'a', report: altered as never })],
      ['get', 'docx:0'],
    ]);
    expect(statusCode).toBe(422);
  });

  test('a report was put in that is larger than any', async () => {
    const sections = report.sections.map((section) => ({ ...section, text: '共5条\n'.repeat(20_000) }));
    const form = new FormData();
    form.append('report', packReport({ name: 'a.json', report: { ...report, sections } }));
    form.append('get', 'docx:0');
    const { statusCode, body } = await sendForm(portal.app, form);
    expect(statusCode).toBe(422);
    expect(textOf(body)).toContain('年报正文过长');
  });

  test('a file was sent in place of fields', async () => {
    const form = new FormData();
    form.append('report', new Blob(['x']), 'a.json');
    expect((await sendForm(portal.app, form)).statusCode).toBe(422);
  });

  test('it was sent as JSON', async () => {
    const { statusCode } = await portal.app.inject({
      method: 'POST',
      url: '/tools/report/download',
      payload: { get: 'docx:0' },
    });
    expect(statusCode).toBe(422);
  });
});

describe('a packed report', () => {
  test('comes back as it was', () => {
    expect(unpackReport(packReport({ name: '石桥镇.docx', report }))).toEqual({
      ok: true,
      value: { name: '石桥镇.docx', report },
    });
  });

  test('is small enough that a page of a hundred stays light', () => {
    expect(packReport({ name: '石桥镇.docx', report }).length).toBeLessThan(8_000);
  });

  test('that unpacks to far more than a report is refused', () => {
    const bomb = packReport({ name: 'a', report: { ...report, preamble: '年'.repeat(4_000_000) } });
    expect(bomb.length).toBeLessThan(50_000);
    expect(unpackReport(bomb).ok).toBe(false);
  });
});
