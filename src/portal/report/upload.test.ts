import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { encodeForm, jsonFile, openPortal, send, type TestPortal, textOf } from '../../../tests/support/portal.ts';
import { success } from '../../kernel/result.ts';
import { modelReport } from '../../report/domain/check/examples/model-report.ts';
import type { UploadLimits } from './limits.ts';
import type { ReadReport } from './reading.ts';

const small: UploadLimits = { fileBytes: 20_000, totalBytes: 45_000, files: 4, textBytes: 5_000 };
const report = jsonFile(modelReport(), '石桥镇.json');

let portal: TestPortal | undefined;
const open = async (options: Parameters<typeof openPortal>[0] = {}) => {
  portal = await openPortal(options);
  return portal.app;
};
afterEach(async () => {
  await portal?.app.close();
  portal = undefined;
});

describe('an upload that cannot be taken brings the form back with the reason', () => {
  test('when nothing was chosen', async () => {
    const app = await open();
    // What a browser sends for empty fields.
    const { statusCode, body } = await send(app, [{ name: '', content: '' }], { text: '  ', level: 'county' });
    expect(statusCode).toBe(422);
    expect(body).toContain('<title>请检查：年报体检 - 公开</title>');
    expect(body).toContain('<a href="#files">请选择年度报告文件，或者粘贴报告文字。</a>');
    expect(body).toMatch(/<input id="files"[^>]*aria-invalid="true"/);
    expect(body).toMatch(/<option value="county" selected=""/);
  });

  test('when the only file is no report: the sentence names the file', async () => {
    const app = await open();
    const { statusCode, body } = await send(app, [{ name: '会议纪要.txt', content: '会议研究了三件事。' }]);
    expect(statusCode).toBe(422);
    expect(textOf(body)).toContain('“会议纪要.txt”');
    expect(body).toContain('role="alert"');
  });

  test('when an empty file was chosen', async () => {
    const app = await open();
    const { statusCode, body } = await send(app, [{ name: '空.docx', content: '' }]);
    expect(statusCode).toBe(422);
    expect(textOf(body)).toContain('空.docx');
  });

  test('when the pasted text is too long', async () => {
    const app = await open({ limits: small });
    const { statusCode, body } = await send(app, [], { text: '年'.repeat(4_000) });
    expect(statusCode).toBe(413);
    expect(body).toContain('<a href="#text">粘贴的文字太长。请保存成文件后放入。</a>');
  });

  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'image/png']) {
    test(`when it was sent as ${type}`, async () => {
      const app = await open();
      const { statusCode, body } = await app.inject({
        method: 'POST',
        url: '/tools/report',
        headers: { 'content-type': type },
        payload: '{"text":"年报"}',
      });
      expect(statusCode).toBe(415);
      expect(textOf(body)).toContain('请用本页的表单放入年报');
    });
  }

  test('when the parts have no boundary', async () => {
    const app = await open();
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/tools/report',
      headers: { 'content-type': 'multipart/form-data' },
      payload: 'x',
    });
    expect(statusCode).toBe(400);
    expect(textOf(body)).toContain('收到的内容不完整');
  });

  test('when it breaks off in the middle of a file', async () => {
    const app = await open();
    const { payload, headers } = await encodeForm([report]);
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/tools/report',
      headers,
      payload: payload.subarray(0, payload.length / 2),
    });
    expect(statusCode).toBe(400);
    expect(textOf(body)).toContain('上传没有完成');
  });

  test('when it is beyond all measure', async () => {
    const app = await open({ limits: small });
    const files = Array.from({ length: 8 }, (_, index) => ({ name: `${index}.txt`, content: '年'.repeat(6_000) }));
    const { statusCode, body } = await send(app, files);
    expect(statusCode).toBe(413);
    expect(textOf(body)).toContain('请分几次放入');
  });
});

describe('what is beyond the limits is named, and the rest is done', () => {
  test('a file that is too large', async () => {
    const app = await open({ limits: small });
    const { statusCode, body } = await send(app, [{ name: '大.txt', content: 'a'.repeat(20_001) }, report]);
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain('大.txt 文件超过 20 KB');
    expect(textOf(body)).toContain('可以提交');
  });

  test('files after the last one allowed', async () => {
    const app = await open({ limits: small });
    const files = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ ...report, name: `${name}.json` }));
    const { statusCode, body } = await send(app, files);
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain('共读出 4 份年报');
    expect(textOf(body)).toContain('戊.json 一次最多读取 4 个文件');
  });

  test('files after the total is used up', async () => {
    const app = await open({ limits: small });
    const filler = 'a'.repeat(19_000);
    const files = ['一', '二', '三'].map((name) => ({ name: `${name}.txt`, content: filler }));
    const { body } = await send(app, [report, ...files]);
    expect(textOf(body)).toContain('可以提交');
    expect(textOf(body)).toContain('三.txt 本次上传合计超过 44 KB');
  });

  test.each([
    ['of a text without end', { text: '全年公开信息60条，其中网站41条；'.repeat(40_000) }],
    ['of paragraphs without end', { text: '共5条\n'.repeat(10_000) }],
  ])('a report %s, which would keep everybody else waiting', async (_, { text }) => {
    const report = modelReport();
    const sections = report.sections.map((section, index) => (index === 5 ? { ...section, text } : section));
    const { body } = await send(await open(), [jsonFile(modelReport()), jsonFile({ ...report, sections }, '长.json')]);
    expect(textOf(body)).toContain('年报正文过长');
    expect(body.length).toBeLessThan(500_000);
  });

  test('a file whose name is longer than any file system allows: the name is cut, its ending stays', async () => {
    const { body } = await send(await open(), [{ name: `${'石'.repeat(3_000)}.txt`, content: 'x' }]);
    expect(textOf(body)).toMatch(/石{200}…石{36}\.txt/);
    expect(body.length).toBeLessThan(12_000);
  });

  test('a file on which the reader breaks down', async () => {
    const app = await open({
      readReport: async ({ name }) => {
        if (name === '毒.json') throw new Error('身份证 430702199001011234');
        return success(modelReport());
      },
    });
    const { statusCode, body } = await send(app, [{ name: '毒.json', content: 'x' }, report]);
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain('毒.json 读取这个文件时系统出现错误');
    expect(textOf(body)).toContain('可以提交');
    expect(portal?.log()).toContain('a report could not be done');
    expect(portal?.log()).not.toContain('430702199001011234');
  });
});

test('a breakdown while a result is being shown ends the page with a sentence, and nothing of the report in the log', async () => {
  const broken = { ...modelReport({ set: { preamble: '张某某来访' } }), requests: undefined as never };
  const app = await open({ readReport: async () => success(broken) });
  const { body } = await send(app, [report]);
  expect(textOf(body)).toContain('系统出现错误，结果没有显示完');
  expect(body).toContain('</html>');
  expect(portal?.log()).toContain('a report could not be done');
  expect(portal?.log()).not.toContain('张某某');
});

describe('long work', () => {
  const slowly: ReadReport = async () => {
    await setTimeout(300);
    return success(modelReport());
  };

  test('is shown file by file while it goes on, without script', async () => {
    const app = await open({ readReport: slowly, progressAfter: 50 });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { payload, headers } = await encodeForm(['甲', '乙', '丙', '丁'].map((name) => ({ ...report, name })));
    const answer = await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/tools/report`, {
      method: 'POST',
      headers,
      body: payload,
    });
    const pieces: { at: number; text: string }[] = [];
    const began = performance.now();
    for await (const piece of answer.body ?? []) {
      pieces.push({ at: performance.now() - began, text: Buffer.from(piece).toString() });
    }
    const arrival = (text: string) => pieces.find((piece) => piece.text.includes(text))?.at ?? Number.NaN;
    expect(arrival('正在读取 4 个文件')).toBeLessThan(arrival('丁：已读出'));
    expect(arrival('丁：已读出')).toBeLessThanOrEqual(arrival('class="results"'));
    expect(arrival('class="results"') - arrival('正在读取')).toBeGreaterThan(100);
    const page = pieces.map((piece) => piece.text).join('');
    expect(page).toContain('</html>');
    expect(page.match(/<h1/g)).toHaveLength(1);
    // The display is for the time of waiting: the style sheet takes it away before the results.
    expect(page.indexOf('class="progress')).toBeLessThan(page.indexOf('class="results"'));
  });

  test('that ends with nothing read brings the form, with the reasons', async () => {
    const app = await open({
      progressAfter: 50,
      readReport: async ({ name }) => {
        await setTimeout(200);
        return { ok: false, problem: { code: 'no-report', message: `“${name}”里没有找到年度报告。` } };
      },
    });
    const { body } = await send(app, [{ name: '甲.txt', content: 'x' }]);
    expect(textOf(body)).toContain('“甲.txt”里没有找到年度报告');
    expect(body).toContain('action="/tools/report"');
  });

  test('does not go on for somebody who has left in the middle of the upload', async () => {
    const app = await open({ readReport: slowly });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { payload, headers } = await encodeForm([report]);
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /tools/report HTTP/1.1\r\nhost: x\r\ncontent-type: ${headers['content-type']}\r\ncontent-length: ${payload.length}\r\n\r\n`,
    );
    socket.write(payload.subarray(0, 500));
    await setTimeout(50);
    socket.destroy();
    await setTimeout(100);
    expect((await app.inject('/tools/report')).statusCode).toBe(200);
  });
});

test('nothing that was sent is written to disk', async () => {
  const app = await open();
  const before = new Set(readdirSync(tmpdir()));
  await send(app, [report, { name: '会议纪要.txt', content: '会议研究了三件事。' }]);
  const added = readdirSync(tmpdir()).filter(
    (name) => !before.has(name) && /gongkai|\.json$|\.txt$|busboy/i.test(name),
  );
  expect(added).toEqual([]);
});
