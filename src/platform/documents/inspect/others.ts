import { parse } from 'csv-parse/sync';
import type { Block } from '../../../kernel/neutral-document.ts';
import { decodeText } from '../read/decode-text.ts';
import type { Deadline } from '../read/limits.ts';
import { OfficePackage } from '../read/ooxml/package.ts';
import { parseXml } from '../read/ooxml/xml.ts';
import { readInThread } from '../read/pdf/pdf-thread.ts';
import { readDocument } from '../read/read-document.ts';
import { DocumentRefusal } from '../read/refusal.ts';
import { type InspectInner, readCompanions, tolerant } from './embedded.ts';
import { Gatherer, type Inspection, inspectionLimits, unreadable } from './inspection.ts';
import { localName, readProperties, readTexts } from './properties.ts';

const pdfLabels: Readonly<Record<string, string>> = {
  Title: '标题',
  Author: '作者',
  Subject: '主题',
  Keywords: '关键词',
  Creator: '制作程序',
  Company: '单位',
  Manager: '经理',
};

/** The words of a PDF, its properties, notes and attached files; says how many pages are pictures. */
export async function inspectPdf(bytes: Uint8Array, deadline: Deadline): Promise<Inspection> {
  const answer = await readInThread(bytes, deadline, { withDetails: true });
  if ('refused' in answer) throw new DocumentRefusal(answer.refused);
  if ('failed' in answer) throw new Error(`inspecting a PDF failed: ${answer.failed}`);
  const gatherer = new Gatherer();
  addBlocks(gatherer, answer.blocks);
  const { properties = [], notes = [], attachments = [], blankPages = [] } = answer.details ?? {};
  for (const { name, value } of properties) {
    // The program it was made with is nobody's secret.
    if (name !== 'Creator') gatherer.property(pdfLabels[name] ?? name, value);
  }
  for (const { page, text } of notes) gatherer.add(`第${page}页的批注或表单`, text, true);
  gatherer.conceal('批注、表单内容', '处', notes.length);
  gatherer.conceal('附带的文件', '个', attachments.length);
  for (const name of attachments) gatherer.add('附带文件的名称', name, true);
  gatherer.addPictures(blankPages.length);
  return gatherer.finish();
}

/** Adds what a reader of documents found: tables as tables, all else line by line. */
function addBlocks(gatherer: Gatherer, blocks: readonly Block[]): void {
  let lines = 0;
  let tables = 0;
  let title = '';
  for (const block of blocks) {
    if (block.kind === 'table') {
      tables += 1;
      const rows = Array.from({ length: block.rowCount }, (_, row) =>
        Array.from({ length: block.columnCount }, (_unused, column) => ({
          where: `表${tables}第${row + 1}行第${column + 1}列`,
          text: '',
        })),
      );
      for (const { row, column, text } of block.cells) {
        const cell = rows[row]?.[column];
        if (cell) cell.text = text;
      }
      gatherer.addTable(title, rows);
      continue;
    }
    lines += 1;
    const text = block.kind === 'line' ? block.runs.map((run) => run.text).join(' ') : block.text;
    gatherer.add(block.kind === 'line' ? `第${block.page}页` : `第${lines}段`, text);
    if (text.trim() !== '') title = text;
  }
}

/** Slides, hidden ones too, the notes to them, comments. */
export async function inspectPptx(
  bytes: Uint8Array,
  deadline: Deadline,
  inspectInner: InspectInner,
): Promise<Inspection> {
  const source = new OfficePackage(bytes);
  const gatherer = new Gatherer();
  for (const name of source.names) {
    const [, kind = '', number = ''] =
      /^ppt\/(slides\/slide|notesslides\/notesslide|comments\/[^/]*comment[^/]*?)(\d*)\.xml$/.exec(name) ?? [];
    if (kind === '') continue;
    const xml = source.findText(name) ?? '';
    const isHiddenSlide = kind.startsWith('slides') && /<p:sld\b[^>]*\bshow="(?:0|false)"/.test(xml);
    const isNotes = kind.startsWith('notes');
    const isComment = kind.startsWith('comments');
    const where = isComment
      ? '批注'
      : isNotes
        ? `第${number}张的备注`
        : `第${number}张${isHiddenSlide ? '（隐藏）' : ''}`;
    tolerant(() => {
      for (const text of paragraphsOf(xml, deadline)) gatherer.add(where, text, isHiddenSlide || isNotes || isComment);
    });
    if (isHiddenSlide) gatherer.conceal('隐藏的幻灯片', '张');
    if (isComment) gatherer.conceal('批注', '处');
    if (isNotes) gatherer.conceal('演讲者备注', '页');
  }
  tolerant(() => readProperties(source, gatherer, deadline));
  await readCompanions(source, gatherer, deadline, inspectInner);
  return gatherer.finish();
}

/** The text of each paragraph of a slide. */
function paragraphsOf(xml: string, deadline: Deadline): string[] {
  const paragraphs: string[] = [];
  let text = '';
  let isText = false;
  parseXml(
    xml,
    {
      open(name) {
        if (localName(name) === 'p') text = '';
        isText = localName(name) === 't' || localName(name) === 'text';
        return true;
      },
      close(name) {
        isText = false;
        const isEnd = ['p', 'text', 'cm'].includes(localName(name));
        if (!isEnd || text.trim() === '') return;
        paragraphs.push(text);
        text = '';
      },
      text(piece) {
        if (isText) text += piece;
      },
    },
    deadline,
  );
  return paragraphs;
}

/** The words of an OFD, page by page. */
export function inspectOfd(bytes: Uint8Array, deadline: Deadline): Inspection {
  const source = new OfficePackage(bytes);
  const gatherer = new Gatherer();
  let page = 0;
  let words = 0;
  for (const name of source.names) {
    deadline.check();
    if (/\/(?:pages|tpls)\/[^/]+\/content\.xml$/.test(name)) {
      page += 1;
      const texts: string[] = [];
      readTexts(source.findText(name) ?? '', deadline, (element, text) => {
        if (element === 'TextCode') texts.push(text);
      });
      words += texts.length;
      gatherer.add(`第${page}页`, texts.join(''));
      if (texts.length === 0) gatherer.addPictures(1);
    } else if (name === 'ofd.xml') {
      readTexts(source.findText(name) ?? '', deadline, (element, text) => {
        const label = { Author: '作者', Title: '标题', Subject: '主题', Keyword: '关键词', Abstract: '摘要' }[element];
        if (label) gatherer.property(label, text);
      });
    } else if (/annotation[^/]*\.xml$/.test(name)) {
      readTexts(source.findText(name) ?? '', deadline, (_element, text) => gatherer.add('批注', text, true));
    }
  }
  return words === 0 && page === 0
    ? unreadable('版式文件（OFD）中没有找到页面，请另存为 PDF 后重新上传。')
    : gatherer.finish();
}

/** Plain text line by line; a CSV as a table; a web page with what it hides. */
export async function inspectText(
  name: string,
  bytes: Uint8Array,
  format: 'text' | 'markdown' | 'html' | 'json',
): Promise<Inspection> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) throw new DocumentRefusal('binary-file');
  const gatherer = new Gatherer();
  if (format === 'html') {
    const read = await readDocument({ name, bytes });
    if (read.ok) addBlocks(gatherer, read.value.blocks);
    for (const [, comment = ''] of decoded.text.matchAll(/<!--([\s\S]*?)-->/g)) {
      if (comment.trim() === '' || /^\[if|^<!\[endif/.test(comment)) continue;
      gatherer.conceal('网页注释', '处');
      gatherer.add('网页注释', comment, true);
    }
    for (const [, value = ''] of decoded.text.matchAll(/<input[^>]*type=["']?hidden[^>]*value=["']([^"']*)/gi)) {
      gatherer.add('隐藏的输入框', value, true);
    }
    return gatherer.finish();
  }
  if (/\.(?:csv|tsv)$/i.test(name)) {
    const rows = parse(decoded.text, {
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_error: true,
      delimiter: /\.tsv$/i.test(name) ? '\t' : ',',
      to: inspectionLimits.pieces,
    }) as string[][];
    gatherer.addTable(
      '',
      rows.map((row, line) => row.map((text, column) => ({ where: `第${line + 1}行第${column + 1}列`, text }))),
    );
    return gatherer.finish();
  }
  for (const [line, text] of decoded.text.split(/\r\n|[\r\n]/).entries()) gatherer.add(`第${line + 1}行`, text);
  return gatherer.finish();
}

/** What is in a zip archive, one level deep. */
export async function inspectZip(
  bytes: Uint8Array,
  deadline: Deadline,
  inspectInner: InspectInner,
): Promise<Inspection> {
  const source = new OfficePackage(bytes);
  const gatherer = new Gatherer();
  const names = source.names.filter(
    (name) => !name.endsWith('/') && !/(?:^|\/)(?:__macosx|\.ds_store|thumbs\.db)/.test(name),
  );
  for (const [at, name] of names.entries()) {
    deadline.check();
    if (at >= inspectionLimits.files) {
      gatherer.truncate();
      break;
    }
    const file = `压缩包内“${name.split('/').at(-1)}”`;
    gatherer.add('压缩包内的文件名', name);
    const inner = source.findBytes(name);
    if (inner) gatherer.addInner(file, await inspectInner({ name, bytes: inner }), false);
  }
  return gatherer.finish();
}
