import { type Deadline, limits } from '../read/limits.ts';
import { parseXml } from '../read/ooxml/xml.ts';
import { DocumentRefusal } from '../read/refusal.ts';
import type { Gatherer } from './inspection.ts';
import { localName } from './properties.ts';

export interface StoryOptions {
  /** What its paragraphs are called: 正文, 页眉. */
  name: string;
  /** Whether none of it is seen. */
  hidden: boolean;
  hiddenStyles: ReadonlySet<string>;
}

interface OpenParagraph {
  shown: string;
  hidden: string;
  deleted: string;
  isHiddenStyle: boolean;
}

interface OpenRow {
  cells: { where: string; text: string }[];
}

interface OpenTable {
  rows: OpenRow[];
  title: string;
  cell: string[] | undefined;
  span: number;
}

/** Elements with earlier states, codes and settings; their text is nobody's. */
const skipped = new Set([
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:sectPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sdtPr',
  'mc:Fallback',
  'w:rt',
]);

/** Reads one part of a Word file with text: its paragraphs, its tables, and what of them is hidden or taken back. */
export function readStory(
  xml: string,
  { name: story, hidden: isHiddenStory, hiddenStyles }: StoryOptions,
  gatherer: Gatherer,
  deadline: Deadline,
): { paragraphs: number; comments: number } {
  const paragraphs: OpenParagraph[] = [];
  const tables: OpenTable[] = [];
  let count = 0;
  let tableCount = 0;
  let comments = 0;
  let deletions = 0;
  let insertions = 0;
  let moved = 0;
  let hiddenPieces = 0;
  let inRun = false;
  let inParagraphMark = false;
  let isHiddenRun = false;
  let into: 'shown' | 'deleted' | 'code' | undefined;
  let lastText = '';

  const finishParagraph = () => {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    const table = paragraphs.length === 0 ? tables.at(-1) : undefined;
    const place = table ? `${story}表${tableCount}` : `${story}第${++count}段`;
    if (paragraph.hidden.trim() !== '') {
      hiddenPieces += 1;
      gatherer.add(`${place}（隐藏文字）`, paragraph.hidden, true);
    }
    if (paragraph.deleted.trim() !== '') gatherer.add(`${place}（修订中删除的文字）`, paragraph.deleted, true);
    if (table?.cell) table.cell.push(paragraph.shown);
    else {
      gatherer.add(place, paragraph.shown, isHiddenStory);
      if (paragraph.shown.trim() !== '') lastText = paragraph.shown;
    }
  };
  const finishCell = (table: OpenTable) => {
    const row = table.rows.at(-1);
    if (!row || !table.cell) return;
    const address = `${story}表${tableCount}第${table.rows.length}行第${row.cells.length + 1}列`;
    row.cells.push({ where: address, text: table.cell.join('\n').trim() });
    for (let more = 1; more < Math.min(table.span, limits.columns); more += 1)
      row.cells.push({ where: address, text: '' });
    table.cell = undefined;
    table.span = 1;
  };

  parseXml(
    xml,
    {
      open(element, attributes) {
        if (skipped.has(element)) return false;
        const paragraph = paragraphs.at(-1);
        switch (element) {
          case 'w:comment':
            comments += 1;
            if (attributes['w:author']) gatherer.add('批注作者', attributes['w:author'], true);
            break;
          case 'w:p':
            if (paragraphs.length > 200) throw new DocumentRefusal('too-complex');
            paragraphs.push({ shown: '', hidden: '', deleted: '', isHiddenStyle: false });
            break;
          case 'w:tbl':
            tableCount += 1;
            tables.push({ rows: [], title: lastText, cell: undefined, span: 1 });
            break;
          case 'w:tr':
            tables.at(-1)?.rows.push({ cells: [] });
            break;
          case 'w:tc': {
            const table = tables.at(-1);
            if (table) table.cell = [];
            break;
          }
          case 'w:gridSpan': {
            const table = tables.at(-1);
            if (table) table.span = Math.max(1, Number.parseInt(attributes['w:val'] ?? '1', 10) || 1);
            break;
          }
          case 'w:r':
            inRun = true;
            isHiddenRun = paragraph?.isHiddenStyle ?? false;
            break;
          case 'w:pPr':
            inParagraphMark = true;
            break;
          case 'w:pStyle':
            if (paragraph && hiddenStyles.has(attributes['w:val'] ?? '')) paragraph.isHiddenStyle = true;
            break;
          case 'w:rStyle':
            if (inRun && hiddenStyles.has(attributes['w:val'] ?? '')) isHiddenRun = true;
            break;
          case 'w:vanish':
          case 'w:specVanish':
            if (inRun && !inParagraphMark) isHiddenRun = !['0', 'false', 'off'].includes(attributes['w:val'] ?? '1');
            break;
          case 'w:del':
            deletions += inParagraphMark ? 0 : 1;
            break;
          case 'w:ins':
            insertions += inParagraphMark ? 0 : 1;
            break;
          case 'w:moveFrom':
            moved += 1;
            break;
          case 'w:t':
          case 'm:t':
            into = 'shown';
            break;
          case 'w:delText':
            into = 'deleted';
            break;
          case 'w:instrText':
            into = 'code';
            break;
          case 'w:tab':
            if (inRun && paragraph) write(paragraph, '\t');
            break;
          case 'w:br':
          case 'w:cr':
            if (paragraph) write(paragraph, '\n');
            break;
          case 'w:noBreakHyphen':
            if (paragraph) write(paragraph, '-');
            break;
          default:
            // The text that stands for a picture to who cannot see it.
            if (localName(element) === 'docPr') {
              for (const said of [attributes.descr, attributes.title]) {
                if (said) gatherer.add('图片替代文字', said, true);
              }
            }
        }
        return true;
      },
      close(element) {
        switch (element) {
          case 'w:p':
            finishParagraph();
            break;
          case 'w:r':
            inRun = false;
            isHiddenRun = false;
            break;
          case 'w:pPr':
            inParagraphMark = false;
            break;
          case 'w:t':
          case 'm:t':
          case 'w:delText':
          case 'w:instrText':
            into = undefined;
            break;
          case 'w:tc': {
            const table = tables.at(-1);
            if (table) finishCell(table);
            break;
          }
          case 'w:tbl': {
            const table = tables.pop();
            if (table) {
              const rows = table.rows.map(({ cells }) => cells.map((cell) => ({ ...cell, hidden: isHiddenStory })));
              gatherer.addTable(table.title, rows);
            }
            break;
          }
        }
      },
      text(text) {
        const paragraph = paragraphs.at(-1);
        if (!paragraph || into === undefined) return;
        if (into === 'deleted') paragraph.deleted += text;
        else if (into === 'shown') write(paragraph, text);
        // The address of a link: HYPERLINK "mailto:…".
        else if (/HYPERLINK|INCLUDE/.test(text)) gatherer.add(`${story}链接`, text, true);
      },
    },
    deadline,
  );
  gatherer.conceal('修订中删除的文字', '处', deletions + moved);
  gatherer.conceal('未接受的插入修订', '处', insertions);
  gatherer.conceal('隐藏文字', '处', hiddenPieces);
  return { paragraphs: count, comments };

  function write(paragraph: OpenParagraph, text: string): void {
    if (isHiddenRun) paragraph.hidden += text;
    else paragraph.shown += text;
  }
}
