import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect-format.ts';
import { buildDocx, paragraph } from './fixtures/build-docx.ts';
import { buildPdf, textAt } from './fixtures/build-pdf.ts';
import { buildXlsx, tableToSheet } from './fixtures/build-xlsx.ts';
import { buildZip } from './fixtures/build-zip.ts';
import { reportTables } from './fixtures/report-tables.ts';

const text = (content: string) => Buffer.from(content);
const refused = (code: string) => ({ refused: code });

/** An OLE compound file as far as it is looked at: its signature and the name of a stream. */
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(`${stream}\0`, 'utf16le')]);

const docx = buildDocx(paragraph('一、总体情况'));
const xlsx = buildXlsx([tableToSheet(reportTables.proactive)]);
const pdf = buildPdf([{ draw: textAt(50, 700, '年报') }]);

describe('格式由内容决定，文件名只作参考', () => {
  it.each([
    ['一段文字', '年报.txt', text('一、总体情况\n全年公开信息60条。\n'), 'text'],
    ['没有扩展名的文字', '年报', text('一、总体情况\n'), 'text'],
    ['带井号标题的 .txt', '年报.txt', text('# 石桥镇年报\n\n## 一、总体情况\n'), 'markdown'],
    ['带分隔行的表格', '年报.txt', text('项目 | 数量\n--- | ---\n规章 | 0\n'), 'markdown'],
    ['.md 文件', '年报.md', text('一、总体情况\n'), 'markdown'],
    ['完整网页', '年报.txt', text('<!DOCTYPE html>\n<html><body><p>年报</p></body></html>'), 'html'],
    [
      '前有空行和注释的网页',
      '年报',
      text('\n<!-- saved from url=(0014)about:internet -->\n<html><body>年报</body></html>'),
      'html',
    ],
    [
      'XHTML',
      '年报',
      text('<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"></html>'),
      'html',
    ],
    ['网页片段', '粘贴', text('<p>一、总体情况</p><table><tr><td>0</td></tr></table>'), 'html'],
    ['先有文字的网页片段', '粘贴', text('石桥镇年报<br>一、总体情况<br>全年<br>公开<br>信息<br>'), 'html'],
    ['其实是网页的 .xls', '年报.xls', text('<html><body><table><tr><td>0</td></tr></table></body></html>'), 'html'],
    [
      '其实是网页的 .doc',
      '年报.doc',
      text('<html xmlns:o="urn:schemas-microsoft-com:office:office"><body></body></html>'),
      'html',
    ],
    [
      '夹着网页表格的 Markdown',
      '年报.txt',
      text('# 年报\n\n<table><tr><td>规章<br>数</td><td>0</td></tr><tr><td>许可<br>数</td><td>0</td></tr></table>\n'),
      'markdown',
    ],
    ['UTF-16 的网页', '年报.html', Buffer.from('\uFEFF<html><body>年报</body></html>', 'utf16le'), 'html'],
    ['以方括号开头的文字', '年报.txt', text('[2022]年报\n'), 'text'],
    ['以大括号开头的文字', '年报.txt', text('{注：无}\n'), 'text'],
    ['交换格式', '年报.json', text('{ "schema": "gongkai.annual-report/1" }'), 'json'],
    ['没有扩展名的交换格式', '年报', text('\uFEFF{"schema":"gongkai.annual-report/1"}'), 'json'],
    ['Word 文档', '年报.docx', docx, 'docx'],
    ['扩展名不对的 Word 文档', '年报.txt', docx, 'docx'],
    ['WPS 文字另存的 .wps，其实是 docx', '年报.wps', docx, 'docx'],
    ['工作簿', '年报.xlsx', xlsx, 'xlsx'],
    ['PDF', '年报.pdf', pdf, 'pdf'],
    ['前面混入几个字节的 PDF', '年报', Buffer.concat([text('\n\n'), pdf]), 'pdf'],
  ])('%s', (_, name, bytes, format) => {
    expect(detectFormat(bytes, name)).toBe(format);
  });
});

describe('认得出但不读的格式，各有各的说法', () => {
  it.each([
    ['空文件', '年报.docx', Buffer.alloc(0), 'empty-file'],
    ['只有空白', '年报.txt', text(' \r\n\t\n'), 'empty-file'],
    [
      '杂乱字节',
      '年报.txt',
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 73 + (at >> 3) * 29) & 0xff)),
      'binary-file',
    ],
    ['旧版 Word', '年报.doc', compound('WordDocument'), 'legacy-word'],
    ['旧版 Excel', '年报.xls', compound('Workbook'), 'legacy-excel'],
    ['加密的 docx', '年报.docx', compound('EncryptedPackage'), 'password-protected'],
    ['其他复合文件', '年报.dps', compound('Other'), 'legacy-office'],
    ['RTF', '年报.doc', text('{\\rtf1\\ansi }'), 'rich-text'],
    ['PNG 图片', '年报.png', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'image-file'],
    ['JPEG 图片，名为 .pdf', '年报.pdf', Buffer.from('ffd8ffe000104a46', 'hex'), 'image-file'],
    [
      '网页归档',
      '年报.mht',
      text(
        'From: <Saved by WPS>\r\nSubject: =?utf-8?B?5bm0?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n',
      ),
      'web-archive',
    ],
    [
      '单一 XML 的 Word 文件',
      '年报.xml',
      text('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument/>'),
      'flat-office-xml',
    ],
    ['单一 XML 的 OpenDocument', '年报.fodt', text('<?xml version="1.0"?>\n<office:document/>'), 'open-document'],
    ['其他 XML', '年报.xml', text('<?xml version="1.0"?>\n<data><item>年报</item></data>'), 'binary-file'],
    ['压缩包', '年报.zip', buildZip({ '石桥镇.txt': '年报' }), 'archive'],
    ['RAR 压缩包', '年报.rar', text('Rar!\x1a\x07\x00'), 'archive'],
    ['OFD 版式文件', '年报.ofd', buildZip({ 'OFD.xml': '<ofd/>' }), 'fixed-layout'],
    ['演示文稿', '年报.pptx', buildZip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }), 'presentation'],
    ['二进制工作簿', '年报.xlsb', buildZip({ 'xl/workbook.bin': 'x' }), 'binary-workbook'],
  ])('%s', (_, name, bytes, code) => {
    expect(detectFormat(bytes, name)).toEqual(refused(code));
  });

  it('OpenDocument：第一个条目不压缩，写明自己的类型', () => {
    const bytes = Buffer.concat([
      Buffer.from('504b0304140000000000000000000000000027000000270000000800000', 'hex'),
      text('mimetypeapplication/vnd.oasis.opendocument.text'),
    ]);
    expect(detectFormat(bytes, '年报.odt')).toEqual(refused('open-document'));
  });
});
