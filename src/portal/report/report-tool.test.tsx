import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  brokenReferences,
  encodeForm,
  jsonFile,
  openPortal,
  send,
  type TestPortal,
  textOf,
} from '../../../tests/support/portal.ts';
import { modelReport } from '../../report/domain/check/examples/model-report.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.app.close());

const faulty = () =>
  modelReport({
    set: {
      'requests.disclosed.total': 8,
      'requests.refusedRepeat.natural': null,
      'remedies.reconsideration.pending': '/',
      notes: [
        { path: 'requests.refusedRepeat.natural', kind: 'blank', message: '单元格空白。', quote: '' },
        { path: 'requests.carriedOut.natural', kind: 'repaired', message: '按勾稽关系补回。', quote: '四、结转 | 1' },
      ],
    },
  });

describe('the form', () => {
  test('takes files, pasted text, the report of the year before and the rank of the organ', async () => {
    const { statusCode, body, headers } = await portal.app.inject('/tools/report');
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatch(/<form[^>]*action="\/tools\/report"/);
    for (const name of ['files', 'text', 'previous', 'level']) expect(body).toContain(`name="${name}"`);
    expect(textOf(body)).toContain('不存盘、不入库、不写进日志');
    expect(brokenReferences(body)).toEqual([]);
  });
});

describe('a report without faults', () => {
  test('may be handed in', async () => {
    const { statusCode, body, headers } = await send(portal.app, [jsonFile(modelReport(), '石桥镇.json')]);
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain('<title>云溪县石桥镇人民政府 2023 年度 体检结果 - 公开</title>');
    expect(textOf(body)).toContain('可以提交 各项核对全部通过。');
    expect(textOf(body)).toContain('三张表的每一个单元格都照原文读出');
  });

  test('is shown in the official form, each value naming the cells that head it', async () => {
    const { body } = await send(portal.app, [jsonFile(modelReport())]);
    expect(body).toContain('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）');
    expect(body.match(/class="value[^"]*"/g)).toHaveLength(200);
    expect(headingsOf(body, 'requests-withheldThirdParty-business')).toEqual([
      '申请人情况',
      '法人或其他组织',
      '商业企业',
      '三、本年度办理结果',
      '（三）不予公开',
      '4.保护第三方合法权益',
    ]);
    expect(headingsOf(body, 'proactive-penalties-decisions')).toEqual([
      '第二十条第（六）项',
      '本年处理决定数量',
      '行政处罚',
    ]);
    expect(headingsOf(body, 'remedies-suitAfterReconsideration-other')).toEqual(['行政诉讼', '复议后起诉', '其他结果']);
  });

  test('of the form of 2019 is shown in that form', async () => {
    const { body } = await send(portal.app, [jsonFile(modelReport({ form: '2019' }))]);
    expect(textOf(body)).toContain('2019 年格式（国办公开办函〔2019〕60号）');
    expect(body.match(/class="value[^"]*"/g)).toHaveLength(198);
    expect(brokenReferences(body)).toEqual([]);
  });
});

describe('a report with faults', () => {
  test('gets a verdict in words with the number of errors and of what cannot be judged', async () => {
    const text = textOf((await send(portal.app, [jsonFile(faulty())])).body);
    expect(text).toMatch(/有 \d+ 处错误、\d+ 处无法判断 请改正错误后再提交。/);
  });

  test('links every finding to its cells and every marked cell back to its findings', async () => {
    const { body } = await send(portal.app, [jsonFile(faulty())]);
    expect(brokenReferences(body)).toEqual([]);
    const finding = elementWithId(body, 'r1-e1');
    expect(finding).toContain('href="#r1-requests-disclosed-total"');
    const cell = elementWithId(body, 'r1-requests-disclosed-total');
    expect(cell).toContain('href="#r1-e1"');
    expect(cell).toContain('aria-label="错1：错误第1条"');
    expect(cell).toContain('>错1</a>');
  });

  test('links every finding to its rule', async () => {
    const { body } = await send(portal.app, [jsonFile(faulty())]);
    const rules = [...body.matchAll(/href="\/tools\/report\/rules#([^"]*)"/g)].map(([, id]) => id);
    expect(rules.length).toBeGreaterThan(1);
    const page = (await portal.app.inject('/tools/report/rules')).body;
    for (const rule of rules) expect(page).toContain(`id="${rule}"`);
    expect(brokenReferences(page)).toEqual([]);
  });

  test('shows a blank as blank and a slash as a slash, never as 0', async () => {
    const { body } = await send(portal.app, [jsonFile(faulty())]);
    expect(textOf(elementWithId(body, 'r1-requests-refusedRepeat-natural'))).toMatch(/^ 空白/);
    expect(textOf(elementWithId(body, 'r1-remedies-reconsideration-pending'))).toMatch(/^ \/ /);
  });

  test('explains what the reader repaired, with the source text', async () => {
    const { body } = await send(portal.app, [jsonFile(faulty())]);
    const text = textOf(body);
    expect(text).toContain('已还原 1 处');
    expect(text).toContain('按勾稽关系补回。 原文： 四、结转 | 1');
    expect(elementWithId(body, 'r1-requests-carriedOut-natural')).toContain('>注');
  });

  test('marks faintly what is only a part of a long sum', async () => {
    const report = modelReport({ set: { 'requests.handledTotal.total': 99 } });
    const { body } = await send(portal.app, [jsonFile(report)]);
    expect(elementWithId(body, 'r1-requests-handledTotal-total')).toMatch(/class="mark mark-e"/);
    expect(elementWithId(body, 'r1-requests-refusedRepeat-total')).toMatch(/class="mark mark-e mark-faint"/);
  });
});

describe('numbers in the text', () => {
  const text = '（一）依申请公开。本年新收申请14件，上年结转1件。\n（二）其他。开展培训2次。';
  const page = async () => (await send(portal.app, [jsonFile(modelReport({ set: { 'sections.0.text': text } }))])).body;

  test('that the tables hold too lead to their cells and say whether both agree', async () => {
    const body = await page();
    expect(body).toMatch(
      /<a class="said said-agrees" href="#r1-requests-carriedIn-total">1件<span[^>]*>（与表格一致）/,
    );
    expect(body).toMatch(/<a class="said said-differs" href="#r1-requests-newlyReceived-total">14件<sup>与表格不符</);
    expect(textOf(body)).toContain('已与表格比对，共 2 处 ，其中 1 处与表格不符'.replace(' ，', '，'));
    expect(brokenReferences(body)).toEqual([]);
  });

  test('that differ carry the mark of their finding, and the text stays as it was written', async () => {
    const body = await page();
    expect(body).toMatch(/14件<sup>与表格不符<\/sup><\/a><sup class="marks"><a class="mark mark-e" href="#r1-e1"/);
    const written = elementWithId(body, 'r1-sections-0-text')
      .replace(/<sup[^>]*>.*?<\/sup>|<span[^>]*>.*?<\/span>/g, '')
      .replaceAll('</p>', '\n')
      .replace(/<[^>]*>/g, '')
      .trim();
    expect(written).toBe(text);
  });
});

describe('pasted text', () => {
  test('is read like a file', async () => {
    const { body } = await send(portal.app, [], { text: JSON.stringify(modelReport()) });
    expect(textOf(body)).toContain('文件 粘贴的文字');
    expect(textOf(body)).toContain('可以提交');
  });

  test('that is no report comes back in its field with the reason', async () => {
    const { statusCode, body } = await send(portal.app, [], { text: '今天天气很好。' });
    expect(statusCode).toBe(422);
    expect(body).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>今天天气很好。<\/textarea>/);
    expect(elementWithId(body, 'text-fault')).toContain('粘贴的文字');
  });
});

describe('the overview of many reports', () => {
  const faulty = modelReport({ set: { 'requests.disclosed.total': 99 } });
  const leftover = modelReport({ set: { 'sections.4.text': '（示例）' } });
  const page = async () =>
    (await send(portal.app, [jsonFile(modelReport()), jsonFile(faulty, 'b.json'), jsonFile(leftover, 'c.json')])).body;

  test('counts as ready only what has neither errors nor unknowns nor warnings', async () => {
    const text = textOf(await page());
    expect(text).toContain('共读出 3 份年报，其中 1 份可以提交，2 份有错误、警告或者无法判断的地方');
  });

  test('gives the letter to each unit that has findings, and none to the others', async () => {
    const [, overview = ''] = /<section class="overview[^>]*>(.*?)<\/table>/s.exec(await page()) ?? [];
    expect(
      [...overview.matchAll(/value="(letter:\d)" aria-label="反馈函：([^"]*)"/g)].map(([, ...each]) => each),
    ).toEqual([
      ['letter:1', '云溪县石桥镇人民政府'],
      ['letter:2', '云溪县石桥镇人民政府'],
    ]);
    expect(overview).toContain('<td data-label="下载">—</td>');
  });
});

describe('comparison', () => {
  test('with the report of the year before', async () => {
    const { body } = await send(portal.app, [
      jsonFile(modelReport({ set: { 'requests.carriedIn.natural': 1 } })),
      { ...jsonFile(modelReport({ year: 2022, set: { 'requests.carriedOut.natural': 5 } })), field: 'previous' },
    ]);
    expect(textOf(body)).toContain('已与上年度年报比对');
    expect(textOf(body)).toContain('上年');
    expect(body).not.toContain('总览');
  });

  test('of two years of one organ that came together', async () => {
    const { body } = await send(portal.app, [
      jsonFile(modelReport({ year: 2022 }), 'a.json'),
      jsonFile(modelReport({ year: 2023 }), 'b.json'),
    ]);
    expect(body.match(/已与上年度年报比对/g)).toHaveLength(1);
  });

  test('goes on without a report of the year before that could not be read, and says so', async () => {
    const { statusCode, body } = await send(portal.app, [
      jsonFile(modelReport()),
      { field: 'previous', name: '去年.json', content: '{"schema":' },
    ]);
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain('未能读取的文件 1 个');
    expect(textOf(body)).toContain('去年.json');
    expect(body).not.toContain('已与上年度年报比对');
  });
});

describe('many files', () => {
  const organs = ['云溪县石桥镇人民政府', '云溪县柳河乡人民政府', '云溪县东山街道办事处'];
  const upload = () =>
    send(portal.app, [
      ...organs.map((organ, index) =>
        jsonFile(
          modelReport({
            set: {
              organ,
              title: `${organ}2023年政府信息公开工作年度报告`,
              ...(index === 1 ? { 'requests.disclosed.total': 8 } : {}),
            },
          }),
        ),
      ),
      { name: '坏文件.json', content: '{"schema":' },
    ]);

  test('give a table of units and findings, each with the way to its own result', async () => {
    const { body } = await upload();
    expect(body).toContain('<title>3 份年报体检结果 - 公开</title>');
    for (const [index, organ] of organs.entries()) {
      expect(body).toContain(`<a href="#r${index + 1}-name">${organ}</a>`);
      expect(textOf(elementWithId(body, `r${index + 1}-name`))).toContain(organ);
    }
    expect(brokenReferences(body)).toEqual([]);
  });

  test('are done although one cannot be read; that one is named with its reason', async () => {
    const { statusCode, body } = await upload();
    expect(statusCode).toBe(200);
    expect(textOf(body)).toMatch(/未能读取的文件 1 个 错 坏文件\.json “坏文件\.json”是 JSON 数据，但不完整/);
    expect(textOf(body)).toContain('共读出 3 份年报');
  });

  test('are compared with each other: a paragraph that two units share is found', async () => {
    const paragraph =
      '在日常工作中坚持把群众关心的低保评定、危房改造和惠农补贴三类信息放在村口公示栏最显眼的位置，由驻村干部每月拍照留存并登记台账，年底逐村对照台账抽查核实。';
    const files = organs.map((organ) =>
      jsonFile(modelReport({ set: { organ, 'sections.0.text': organ === organs[2] ? '略。' : paragraph } })),
    );
    const { body } = await send(portal.app, files);
    const sharing = (number: number) => [...body.matchAll(new RegExp(`id="r${number}-[euwn]\\d+"`, 'g'))].length;
    const alone = await send(portal.app, files.slice(0, 1));
    expect(sharing(1)).toBeGreaterThan([...alone.body.matchAll(/id="r1-[euwn]\d+"/g)].length);
    expect(sharing(2)).toBe(sharing(1));
    expect(textOf(body)).toMatch(/对照 在日常工作中坚持.*本报告 在日常工作中坚持/);
  });
});

describe('what came with an upload stays text', () => {
  test('in file names, titles and paragraphs', async () => {
    const evil = '<script>alert(1)</script>';
    const report = modelReport({ set: { organ: evil, title: evil, 'sections.0.text': evil, preamble: evil } });
    const { body } = await send(portal.app, [jsonFile(report, `${evil}.json`)]);
    expect(body).not.toContain(evil);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('and no page has a style or script of its own inside', async () => {
    const pages = [
      (await portal.app.inject('/')).body,
      (await portal.app.inject('/tools/report')).body,
      (await portal.app.inject('/tools/report/rules')).body,
      (await send(portal.app, [jsonFile(faulty())])).body,
    ];
    for (const page of pages) {
      expect(page).toMatch(/^<!doctype html>/);
      expect(page).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/);
    }
  });
});

describe('the log', () => {
  test('has neither names of files nor anything of a report', async () => {
    const own = await openPortal();
    await send(own.app, [jsonFile(faulty(), '张某某430702199001011234.json')], { level: 'township' });
    await own.app.inject({ method: 'POST', url: '/tools/report', ...(await encodeForm([], { text: '李某某来信' })) });
    const log = own.log();
    expect(log).toContain('/tools/report');
    for (const secret of ['张某某', '430702', '李某某', '石桥镇']) expect(log).not.toContain(secret);
    await own.app.close();
  });
});

/** The element with this id, up to the end tag of its kind. */
function elementWithId(page: string, id: string): string {
  const start = page.search(new RegExp(`<(\\w+)[^>]*\\sid="${id}"`));
  const tag = /^<(\w+)/.exec(page.slice(start))?.[1];
  expect(start, `no element ${id}`).toBeGreaterThan(-1);
  return page.slice(start, page.indexOf(`</${tag}>`, start));
}

/** The texts of the header cells that the cell of the first report with this path names. */
function headingsOf(page: string, path: string): string[] {
  const cell = elementWithId(page, `r1-${path}`);
  const ids = /\sheaders="([^"]*)"/.exec(cell)?.[1]?.split(' ') ?? [];
  return ids.map((id) => textOf(elementWithId(page, id)).trim());
}
