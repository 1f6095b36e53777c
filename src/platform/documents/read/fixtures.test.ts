import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../kernel/neutral-document.ts';
import { reportTables } from './fixtures/report-tables.ts';
import { reportText } from './fixtures/report-text.ts';
import { readDocument } from './read-document.ts';

const read = async (name: string) => {
  const bytes = await readFile(new URL(`fixtures/${name}`, import.meta.url));
  const result = await readDocument({ name, bytes });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};

const tablesOf = (blocks: Block[]): Table[] => blocks.filter((block) => block.kind === 'table');

/** Text of everything beside the tables, one line for each paragraph or printed line. */
const linesOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    return block.kind === 'line' ? [block.runs.map((run) => run.text).join(' ')] : [];
  });

const expectedTables = [reportTables.proactive, reportTables.requests, reportTables.remedies];

describe('同一份年度报告，不论哪种格式，三张表的单元格完全相同', () => {
  it.each(['report.html', 'report.docx', 'report.xlsx'])('%s', async (name) => {
    expect(tablesOf((await read(name)).blocks)).toEqual(expectedTables);
  });

  it('report.pdf：跨页断开的表格接回原样，重复的表头和页码不进表格', async () => {
    // A printed cell does not tell a broken line from two paragraphs; the words are the same.
    const tables = tablesOf((await read('report.pdf')).blocks).map((table) => ({
      ...table,
      cells: table.cells.map((cell) => ({ ...cell, text: cell.text.replaceAll('\n', '') })),
    }));
    expect(tables).toEqual(expectedTables);
  });
});

describe('表格以外的文字', () => {
  const { title, preamble, headings, overview } = reportText;

  it.each(['report.html', 'report.docx'])('%s 的标题、序号和正文依原文次序读出', async (name) => {
    const { blocks } = await read(name);
    expect(linesOf(blocks)).toEqual([
      title,
      preamble,
      '一、总体情况',
      ...overview.map(([subject, text], at) => `（${'一二三'[at]}）${subject}。${text}`),
      `二、${headings[1]}`,
      `三、${headings[2]}`,
      `四、${headings[3]}`,
      `五、${headings[4]}`,
      reportText.problems,
      `六、${headings[5]}`,
      reportText.others,
    ]);
  });

  it('report.pdf 的每一行连起来就是原文，没有页码', async () => {
    const { blocks } = await read('report.pdf');
    const text = linesOf(blocks).join('');
    expect(text.startsWith(`${title}${preamble}一、总体情况（一）主动公开。${overview[0][1]}`)).toBe(true);
    expect(text.endsWith(`五、${headings[4]}${reportText.problems}六、${headings[5]}${reportText.others}`)).toBe(true);
    expect(text).not.toMatch(/—/);
  });

  it('report.xlsx 的工作表名成为标题', async () => {
    const { blocks } = await read('report.xlsx');
    expect(linesOf(blocks)).toEqual(['主动公开', '依申请公开', '复议诉讼']);
  });
});
