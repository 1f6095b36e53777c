import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildDocx, cell, paragraph, row, table } from './fixtures/build-docx.ts';
import { buildPdf, textAt } from './fixtures/build-pdf.ts';
import { buildXlsx, tableToSheet } from './fixtures/build-xlsx.ts';
import { buildZip } from './fixtures/build-zip.ts';
import { reportTables } from './fixtures/report-tables.ts';
import { maximumBytes } from './limits.ts';
import { readDocument } from './read-document.ts';

const docx = buildDocx(paragraph('一、总体情况'));
const pdf = buildPdf([{ draw: textAt(60, 600, '年报') }]);
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(`${stream}\0`, 'utf16le')]);

/** A PDF of a few hundred KB whose one page unfolds to two gigabytes of spaces. */
function unfoldingPdf(): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, ' '), { finishFlush: constants.Z_SYNC_FLUSH });
  const end = Buffer.from('010000ffff00000000', 'hex');
  const stream = Buffer.concat([Buffer.from('789c', 'hex'), ...Array<Buffer>(128).fill(block), end]);
  const head = `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length ${stream.length}/Filter/FlateDecode>>\nstream\n`;
  const tail = '\nendstream\nendobj\ntrailer<</Size 5/Root 1 0 R>>\nstartxref\n5\n%%EOF';
  return Buffer.concat([Buffer.from(head), stream, Buffer.from(tail)]);
}

describe('读不了的文件：一句话说清哪个文件、为什么、怎么办', () => {
  it.each([
    [
      '空文件',
      '年报.docx',
      Buffer.alloc(0),
      'empty-file',
      '“年报.docx”是空文件，里面没有内容，请检查原文件后重新提供。',
    ],
    [
      '杂乱字节',
      '年报.bin',
      Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 197 + (at >> 2) * 31) & 0xff)),
      'binary-file',
      '“年报.bin”不是可读取的文档，请提供 .docx、.xlsx、.pdf、.html、.txt、.md 或 .json 格式的文件。',
    ],
    [
      '截断的 docx',
      '年报.docx',
      docx.subarray(0, docx.length - 40),
      'damaged-file',
      '“年报.docx”不完整或已损坏，无法打开，请重新下载或向制作单位索取完整的文件。',
    ],
    [
      '截断的 xlsx',
      '年报.xlsx',
      buildXlsx([tableToSheet(reportTables.requests)]).subarray(0, 900),
      'damaged-file',
      '“年报.xlsx”不完整或已损坏，无法打开，请重新下载或向制作单位索取完整的文件。',
    ],
    [
      '截断的 PDF',
      '年报.pdf',
      pdf.subarray(0, 60),
      'damaged-file',
      '“年报.pdf”不完整或已损坏，无法打开，请重新下载或向制作单位索取完整的文件。',
    ],
    [
      '加密的 docx',
      '年报.docx',
      compound('EncryptedPackage'),
      'password-protected',
      '“年报.docx”设有打开密码，无法读取，请取消密码后另存一份再试。',
    ],
    [
      '旧版 Word',
      '年报.doc',
      compound('WordDocument'),
      'legacy-word',
      '“年报.doc”是旧版 Word 或 WPS 文字文件，请用 Word 或 WPS 打开后另存为 .docx 再试。',
    ],
    [
      '旧版 Excel',
      '年报.et',
      compound('Workbook'),
      'legacy-excel',
      '“年报.et”是旧版 Excel 或 WPS 表格文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
    ],
    [
      'RTF',
      '年报.rtf',
      Buffer.from('{\\rtf1 }'),
      'rich-text',
      '“年报.rtf”是 RTF 文件，请用 Word 或 WPS 打开后另存为 .docx 再试。',
    ],
    [
      '图片',
      '年报.jpg',
      Buffer.from('ffd8ffe000104a46', 'hex'),
      'image-file',
      '“年报.jpg”是图片，无法读取其中的文字，请提供 .docx 原文件或带文字层的 PDF。',
    ],
    [
      '压缩包',
      '年报.zip',
      buildZip({ 'a.txt': '年报' }),
      'archive',
      '“年报.zip”是压缩包，请解压后提供其中的年度报告文件。',
    ],
    [
      '压缩炸弹',
      '年报.docx',
      buildZip({ 'word/document.xml': Buffer.alloc(30 * 1024 * 1024, ' ') }),
      'expansion-bomb',
      '“年报.docx”解压后异常庞大，疑似恶意文件，已拒绝读取，请用 Word 或 WPS 打开确认后另存一份再试。',
    ],
    [
      '没有正文部件',
      '年报.docx',
      buildZip({ 'word/other.xml': '<a/>' }),
      'damaged-file',
      '“年报.docx”不完整或已损坏，无法打开，请重新下载或向制作单位索取完整的文件。',
    ],
    [
      '没有文字的 docx',
      '年报.docx',
      buildDocx(paragraph('')),
      'no-text',
      '“年报.docx”里没有可读取的文字，请打开原文件确认正文存在（不是图片）后另存为 .docx 再试。',
    ],
    [
      '只有图片的 docx',
      '年报.docx',
      buildDocx(paragraph('<w:r><w:drawing><pic:pic/></w:drawing></w:r>')),
      'picture-only',
      '“年报.docx”是扫描件或图片，没有文字层，请提供由 Word 或 WPS 直接导出的 PDF，或提供 .docx 原文件。',
    ],
    [
      '交换格式的 JSON',
      '年报.json',
      Buffer.from('{"schema":"gongkai.annual-report/1"}'),
      'interchange-json',
      '“年报.json”是 JSON 数据，不是文档，请作为年度报告交换文件导入。',
    ],
    [
      '超过上限',
      '年报.txt',
      Buffer.alloc(maximumBytes + 1),
      'file-too-large',
      '“年报.txt”超过 50 MB，不予读取，请删去其中的图片和附件，只保留年度报告正文后重试。',
    ],
  ])('%s', async (_, name, bytes, code, message) => {
    expect(await readDocument({ name, bytes })).toEqual({ ok: false, problem: { code, message } });
  });

  it('文件名里的路径和控制字符不进句子，过长的截短', async () => {
    const message = async (name: string) => {
      const result = await readDocument({ name, bytes: Buffer.alloc(0) });
      return result.ok ? '' : result.problem.message;
    };
    expect(await message('/共享/报表/年\n报.txt')).toMatch(/^“年报.txt”/);
    expect(await message('C:\\我的文档\\年报.txt')).toMatch(/^“年报.txt”/);
    expect(await message('')).toMatch(/^“未命名文件”/);
    expect((await message(`${'长'.repeat(300)}.txt`)).length).toBeLessThan(130);
  });
});

describe('恶意或异常的大文件：时间和内存都有限', () => {
  const measure = async (name: string, bytes: Uint8Array) => {
    const start = performance.now();
    const before = process.memoryUsage.rss();
    const result = await readDocument({ name, bytes });
    return {
      code: result.ok ? 'read' : result.problem.code,
      seconds: (performance.now() - start) / 1000,
      megabytes: (process.memoryUsage.rss() - before) / 2 ** 20,
    };
  };

  it('100 MB 文本：立即拒绝', async () => {
    const { code, seconds } = await measure('年报.txt', Buffer.alloc(100 * 1024 * 1024, '年报 0 0 0\n'));
    expect(code).toBe('file-too-large');
    expect(seconds).toBeLessThan(1);
  });

  it('将近 50 MB 的文本：读完编码即拒绝', async () => {
    const { code, seconds } = await measure('年报.txt', Buffer.alloc(maximumBytes, '0 0 0 0 0\n'));
    expect(code).toBe('text-too-long');
    expect(seconds).toBeLessThan(10);
  });

  it('一百万行的短行：拒绝', async () => {
    expect((await measure('年报.txt', Buffer.alloc(2_000_000, '0\n'))).code).toBe('text-too-long');
  });

  it('上百万个标签的网页：拒绝', async () => {
    const { code, seconds } = await measure('年报.html', Buffer.from(`<html>${'<p>0'.repeat(2_200_000)}`));
    expect(code).toBe('too-complex');
    expect(seconds).toBeLessThan(20);
  }, 60_000);

  it('单元格多得离奇的 Word 表格：拒绝', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => row([cell(String(at * 7919)), cell('')])).join('');
    expect((await measure('年报.docx', buildDocx(table([rows], 2)))).code).toBe('too-complex');
  }, 30_000);

  it('展开成两千兆的 PDF：中途停下', async () => {
    const { code, seconds, megabytes } = await measure('年报.pdf', unfoldingPdf());
    expect(code).toMatch(/^(?:expansion-bomb|timed-out)$/);
    expect(seconds).toBeLessThan(25);
    expect(megabytes).toBeLessThan(1200);
  }, 60_000);

  it('停下之后，后面的文件照常读', async () => {
    expect((await measure('年报.pdf', pdf)).code).toBe('read');
  }, 30_000);

  it('几个 PDF 同时读，各得各的', async () => {
    const names = ['甲镇', '乙镇', '丙镇', '丁镇'];
    const results = await Promise.all(
      names.map((name) => readDocument({ name, bytes: buildPdf([{ draw: textAt(60, 600, name) }]) })),
    );
    expect(results.map((result) => result.ok && result.value.blocks)).toMatchObject(
      names.map((text) => [{ runs: [{ text }] }]),
    );
  }, 30_000);
});

describe('调用者的字节', () => {
  it.each([
    ['年报.pdf', pdf],
    ['年报.docx', docx],
  ])('%s 读过之后原样还在', async (name, bytes) => {
    const copy = Uint8Array.from(bytes);
    const once = await readDocument({ name, bytes });
    expect(bytes).toEqual(Buffer.isBuffer(bytes) ? Buffer.from(copy) : copy);
    expect(await readDocument({ name, bytes })).toEqual(once);
  });
});
