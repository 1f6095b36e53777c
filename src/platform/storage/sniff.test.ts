import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDocx, paragraph } from '../documents/read/fixtures/build-docx.ts';
import { buildPdf, textAt } from '../documents/read/fixtures/build-pdf.ts';
import { buildXlsx, tableToSheet } from '../documents/read/fixtures/build-xlsx.ts';
import { buildZip } from '../documents/read/fixtures/build-zip.ts';
import { reportTables } from '../documents/read/fixtures/report-tables.ts';
import { attachmentKinds, customaryExtensions, knownExtensions } from './kinds.ts';
import { checkName } from './name-check.ts';
import { sniffContent } from './sniff.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-sniff-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The kind, or the code of the refusal. */
async function sniff(content: Uint8Array): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  const file = await open(path);
  try {
    const result = await sniffContent(file, content.length);
    return result.ok ? result.value : result.problem.code;
  } finally {
    await file.close();
  }
}

const bytes = (...parts: (string | Uint8Array | number)[]): Buffer =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'number' ? Buffer.alloc(part) : typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
    ),
  );
const compound = (stream: string): Buffer =>
  bytes(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 1_500_000, Buffer.from(`${stream}\0`, 'utf16le'), 600);
const docx = Buffer.from(buildDocx(paragraph('一、总体情况')));
const xlsx = Buffer.from(buildXlsx([tableToSheet(reportTables.proactive)]));
const pdf = Buffer.from(buildPdf([{ draw: textAt(50, 700, '年报') }]));
const jpeg = bytes('\xff\xd8\xff\xe0', randomBytes(3_000), '\xff\xd9');
const png = bytes('\x89PNG\r\n\x1a\n', randomBytes(2_000));
const zip = Buffer.from(buildZip({ '名单.txt': '甲' }));
const ofd = buildZip({ 'OFD.xml': '<ofd/>', 'Doc_0/Document.xml': '<d/>' });

describe('what a file is stands in its content', () => {
  test.each<[string, Uint8Array, string]>([
    ['a Word file', docx, 'docx'],
    ['a workbook', xlsx, 'xlsx'],
    ['a presentation', buildZip({ '[Content_Types].xml': '<t/>', 'ppt/presentation.xml': '<p/>' }), 'pptx'],
    ['a file of fixed layout', ofd, 'ofd'],
    ['an old Word or WPS file', compound('WordDocument'), 'doc'],
    ['an old workbook', compound('Workbook'), 'xls'],
    ['an old presentation', compound('PowerPoint Document'), 'ppt'],
    [
      'an old Word file whose mark stands across a border of pieces',
      bytes(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 1024 * 1024 - 8 - 7, Buffer.from('WordDocument\0', 'utf16le'), 600),
      'doc',
    ],
    ['a PDF', pdf, 'pdf'],
    ['a PDF behind an empty line', bytes('\r\n', pdf), 'pdf'],
    ['a text', Buffer.from('石桥镇政府信息公开\n'), 'text'],
    ['a text in GB18030', Buffer.from('cad7a1a2d7dccce5c7e9bff6', 'hex'), 'text'],
    ['a long text', Buffer.from('公开'.repeat(200_000)), 'text'],
    ['a text in UTF-16', Buffer.from('\ufeff公开,1\r\n', 'utf16le'), 'text'],
    ['a table', Buffer.from('项目,件数\n规章,0\n'), 'text'],
    ['a JPEG', jpeg, 'jpeg'],
    ['a PNG', png, 'png'],
    ['a GIF', bytes('GIF89a', randomBytes(500)), 'gif'],
    ['a WebP', bytes('RIFF\x10\0\0\0WEBPVP8 ', 500), 'webp'],
    ['a BMP', bytes('BM\x10\x02\0\0\0\0\0\0', 500), 'bmp'],
    ['a TIFF', bytes('II*\0', 500), 'tiff'],
    ['a photo of a phone', bytes('\0\0\0\x18ftypheic', 500), 'heic'],
    ['a recording', bytes('ID3\x04', 500), 'mp3'],
    ['a film', bytes('\0\0\0\x18ftypmp42', 500), 'mp4'],
    ['an archive', zip, 'zip'],
    ['an archive of another kind', bytes('Rar!\x1a\x07\x01\0', 500), 'rar'],
    ['an archive of a third kind', bytes('7z\xbc\xaf\x27\x1c', 500), '7z'],
  ])('%s', async (_, content, kind) => {
    expect(await sniff(content)).toBe(kind);
  });
});

describe('what could do harm is refused, whatever it is called', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['a page', '<!DOCTYPE html><html><script>alert(1)</script></html>', 'type-not-allowed'],
    ['a piece of a page', '<div onclick="alert(1)">公开</div>', 'type-not-allowed'],
    ['a page in UTF-16', Buffer.from('\ufeff<html><body>x</body></html>', 'utf16le'), 'type-not-allowed'],
    ['a drawing that may hold script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'type-not-allowed'],
    ['a drawing behind a declaration', '<?xml version="1.0"?>\n<!-- x -->\n<svg/>', 'type-not-allowed'],
    ['a drawing in UTF-16', Buffer.from('\ufeff<svg></svg>', 'utf16le'), 'type-not-allowed'],
    ['a script of a server', '<?php system($_GET["c"]);', 'type-not-allowed'],
    ['a script of a shell', '#!/bin/sh\nrm -rf /\n', 'type-not-allowed'],
    ['a script of Windows', '@echo off\r\ndel *.*\r\n', 'type-not-allowed'],
    ['a script of a page', '<script>alert(1)</script>', 'type-not-allowed'],
    ['a program for Windows', bytes('MZ\x90\0\x03\0', 500), 'type-not-allowed'],
    ['a program for Linux', bytes('\x7fELF\x02\x01', 500), 'type-not-allowed'],
    ['a shortcut', bytes('L\0\0\0\x01\x14\x02\0', 500), 'type-not-allowed'],
    ['an installer', compound('Property'), 'type-not-allowed'],
    ['rich text', '{\\rtf1 x}', 'type-not-allowed'],
    ['data nobody knows', bytes(randomBytes(400), 100), 'type-not-allowed'],
    ['nothing', '', 'empty-file'],
    ['only blanks', ' \r\n\t ', 'empty-file'],
    ['a file with a password', compound('EncryptedPackage'), 'locked'],
    ['a Word file with macros', buildZip({ 'word/document.xml': '<d/>', 'word/vbaProject.bin': 'x' }), 'macros'],
  ])('%s', async (_, content, code) => {
    expect(await sniff(typeof content === 'string' ? Buffer.from(content) : content)).toBe(code);
  });
});

describe('a file that is two things at once is refused', () => {
  test.each<[string, Uint8Array]>([
    ['a picture with an archive behind it', bytes(jpeg, zip)],
    ['a picture with an archive of another kind behind it', bytes(jpeg, 'Rar!\x1a\x07\x01\0', 500)],
    [
      'a picture with an archive across a border of pieces',
      bytes(jpeg, 1024 * 1024 - jpeg.length - 3, 'Rar!\x1a\x07\0', 90),
    ],
    ['a picture with a program for Java behind it', bytes(png, Buffer.from(buildZip({ 'META-INF/MANIFEST.MF': 'x' })))],
    ['a PDF with an archive behind it', bytes(pdf, zip)],
    ['a page before a PDF', bytes('<script>alert(1)</script>', pdf)],
    ['a Word file with something behind it', bytes(docx, 'MZ')],
    [
      'a Word file with something that its comment does not cover',
      bytes(docx.subarray(0, docx.length - 2), '\x02\0ab', 'cd'),
    ],
    ['a text with a program behind it', bytes(Buffer.from('公开'.repeat(40_000)), 3_000_000, 'x')],
  ])('%s', async (_, content) => {
    expect(await sniff(content)).toBe('two-in-one');
  });
});

describe('bombs in office files go off nowhere', () => {
  const zeros = Buffer.alloc(120 * 1024 * 1024);

  test('a part that unpacks to a thousand times its size', async () => {
    expect(await sniff(buildZip({ 'word/document.xml': zeros }))).toBe('expansion-bomb');
  });

  test('a part that says less than it holds', async () => {
    const packed = Buffer.from(buildZip({ 'word/document.xml': zeros.subarray(0, 5_000_000) }));
    packed.writeUInt32LE(4_000, packed.lastIndexOf('PK\x01\x02') + 24);
    expect(await sniff(packed)).toBe('expansion-bomb');
  });

  test('parts that share their bytes', async () => {
    const packed = Buffer.from(buildZip({ 'word/document.xml': '甲'.repeat(500), 'word/b.xml': '乙'.repeat(500) }));
    const last = packed.lastIndexOf('PK\x01\x02');
    packed.writeUInt32LE(0, last + 42);
    expect(await sniff(packed)).toBe('expansion-bomb');
  });

  test('more parts than any office file has', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`word/${at}`, '']));
    expect(await sniff(buildZip(many))).toBe('expansion-bomb');
  });

  test('a part that is stored as it is, beside one that is packed, is no bomb', async () => {
    const content = zipSync({
      'word/document.xml': Buffer.from('<d/>'.repeat(9_000)),
      'word/media/1.jpg': [jpeg, { level: 0 }],
    });
    expect(await sniff(content)).toBe('docx');
  });

  test('a part that was damaged', async () => {
    const packed = Buffer.from(buildZip({ 'word/document.xml': randomBytes(2_000) }));
    packed.fill(0xff, 60, 90);
    expect(await sniff(packed)).toBe('damaged-file');
  });

  test('a file that was cut off', async () => {
    expect(await sniff(docx.subarray(0, docx.length - 100))).toBe('damaged-file');
    expect(await sniff(docx.subarray(0, 40))).toBe('damaged-file');
  });
});

test('any damage to a Word file ends in a kind or a refusal, never in an error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(docx.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      fc.nat(docx.length),
      async (changes, length) => {
        const content = Buffer.from(docx);
        for (const [at, value] of changes) content[at] = value;
        expect(await sniff(content.subarray(0, length))).toMatch(/^[a-z0-9-]+$/);
      },
    ),
    { numRuns: 150 },
  );
});

describe('a name that contradicts the content is refused with what the content is', () => {
  test.each([
    ['报告.pdf', 'docx', '文件名的后缀是“.pdf”，内容却是Word 文档'],
    ['照片.jpg', 'png', '请把后缀改为“.png”后再上传'],
    ['报告.pdf.exe', 'pdf', '文件名的后缀是“.exe”，内容却是PDF 文件'],
    ['材料.zip', 'zip', '没有开放“.zip”文件（ZIP 压缩包）的上传。可以上传的类型：docx、'],
    ['录音', 'mp3', '没有开放“.mp3”文件'],
  ] as const)('%s, which is %s', (name, kind, message) => {
    const checked = checkName(name, kind, customaryExtensions);
    expect(!checked.ok && checked.problem.message).toContain(message);
  });

  test.each([
    ['扫描件', 'pdf', '扫描件.pdf'],
    ['通知2025.12', 'doc', '通知2025.12.doc'],
    ['决算.ET', 'xls', '决算.ET'],
    ['决算.et', 'xlsx', '决算.et'],
    ['报告.wps', 'doc', '报告.wps'],
    ['名单.csv', 'text', '名单.csv'],
    ['照片.JPEG', 'jpeg', '照片.JPEG'],
  ] as const)('%s is kept as such', (name, kind, kept) => {
    expect(checkName(name, kind, customaryExtensions)).toEqual({ ok: true, value: kept });
  });
});

test('documents and pictures are taken unless set otherwise, recordings and archives are not', () => {
  expect(customaryExtensions.filter((each) => !knownExtensions.includes(each))).toEqual([]);
  expect(knownExtensions.filter((each) => !customaryExtensions.includes(each))).toEqual([
    '7z',
    'm4a',
    'mov',
    'mp3',
    'mp4',
    'rar',
    'zip',
  ]);
});

test('only what can hold no script is shown within the browser', () => {
  const shown = Object.values(attachmentKinds)
    .filter((kind) => 'canBeShown' in kind)
    .map(({ mediaType }) => mediaType);
  expect(shown).toEqual(['application/pdf', 'image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp']);
});
