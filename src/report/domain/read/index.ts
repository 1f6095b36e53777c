import type { NeutralDocument } from '../../../kernel/neutral-document.ts';
import { failure, type Result, success } from '../../../kernel/result.ts';
import { type AnnualReport, annualReportSchema, type Note, type Section } from '../annual-report.ts';
import { type Form, formCells, tableKeys } from '../forms/index.ts';
import { fold, hasPinyin, type Simplify, withoutPinyin } from './fold.ts';
import { detectForm } from './form-detection.ts';
import { findPeriodYear, readFront } from './front.ts';
import { lineText, type SourceLine, sourceLines, withoutPageNumbers } from './lines.ts';
import { narrative, preambleOf } from './narrative.ts';
import { type Outline, outlineOf } from './outline.ts';
import { readTable, type TableReading } from './table.ts';

export interface ReadOptions {
  /** Turns traditional characters into simplified ones; needed only for sources that have them. */
  simplify?: Simplify;
}

/**
 * Reads an annual report from a document in any layout.
 *
 * A cell is right or it has a note; a number that nobody wrote is never given. Refuses with
 * `not-a-report` when neither title, headings nor tables of a report are found.
 *
 * @see ../../../../docs/adr — the reader aligns what it finds with the labels of the form
 */
export function readAnnualReport(document: NeutralDocument, options: ReadOptions = {}): Result<AnnualReport> {
  const simplify = options.simplify ?? ((text: string) => text);
  const notes: Note[] = document.remarks.map((message) => documentNote(message));
  let source = sourceLines(document);
  if (source.some(mayHavePinyin) && hasPinyin(source.map(lineText).join('\n'))) {
    source = source.map((line) => ({
      ...line,
      cells: line.cells.map((cell) => ({ ...cell, text: withoutPinyin(cell.text) })),
    }));
    notes.push(documentNote('原文在汉字后夹有拼音，已略去'));
  }
  const outline = outlineOf(withoutPageNumbers(source), simplify);
  const bodyFrom = firstOf(outline) ?? outline.end;
  const front = readFront(outline.lines, bodyFrom, simplify);
  const found = outline.headings.filter((line) => line !== undefined).length;

  const { proactive, requests } = outline.regions;
  const folds = [proactive, requests].flatMap(({ from, to }) => outline.folds.slice(from, to));
  const form = detectForm(folds.join('\n'), front.year);
  const tables = {
    proactive: readTable(form, 'proactive', outline.lines, outline.regions.proactive, simplify),
    requests: readTable(form, 'requests', outline.lines, outline.regions.requests, simplify),
    remedies: readTable(form, 'remedies', outline.lines, outline.regions.remedies, simplify),
  };
  const tablesFound = tableKeys.filter((key) => tables[key].found).length;
  if (front.title === null && found < 2 && tablesFound < 2) {
    return failure('not-a-report', '没有找到政府信息公开工作年度报告的标题、章节和表格，请确认选的是年度报告文件');
  }
  if (lostRepetitions(tables)) loseAll(form, tables, notes);

  const sections = narrative(outline, tables, front.title);
  for (const section of sections)
    if (section.heading === '')
      notes.push({
        path: `sections.${section.number - 1}`,
        kind: 'missing',
        message: `没有找到第${'一二三四五六'[section.number - 1]}部分“${form.sections[section.number - 1]?.heading}”的标题`,
        quote: '',
      });

  for (const number of outline.unnumbered) {
    const section = sections[number - 1];
    notes.push({
      path: `sections.${number - 1}.heading`,
      kind: 'repaired',
      message: `标题“${section?.heading}”前没有序号，按第${'一二三四五六'[number - 1]}部分读取`,
      quote: section?.heading ?? '',
    });
  }

  const report: AnnualReport = {
    schema: annualReportSchema,
    form: form.id,
    title: front.title,
    organ: front.organ,
    year: front.year,
    preamble: preambleOf(outline, front, bodyFrom),
    sections,
    proactive: tables.proactive.values,
    requests: tables.requests.values,
    remedies: tables.remedies.values,
    notes,
  };
  noteFront(report, front, outline, simplify);
  for (const key of tableKeys) {
    if (!tables[key].found && !notes.some((note) => note.path === key)) {
      notes.push({
        path: key,
        kind: 'missing',
        message: `没有读到表${'二三四'[tableKeys.indexOf(key)]}，原文可能没有此表，或此表是图片`,
        quote: '',
      });
    }
    notes.push(...tables[key].notes);
  }
  if (outline.hasSecondReport) notes.push(documentNote('文件里有不止一份年度报告，只读取了第一份'));
  return success(report);
}

const mayHavePinyin = (line: SourceLine): boolean =>
  line.cells.some((cell) => /[(（][a-z\u00e0-\u01dc]/i.test(cell.text));

const documentNote = (message: string): Note => ({ path: '', kind: 'document', message, quote: '' });

/** First line of the body: the first heading or table. */
function firstOf(outline: Outline): number | undefined {
  const starts = [
    ...outline.headings,
    ...tableKeys.map((key) =>
      outline.regions[key].to > outline.regions[key].from ? outline.regions[key].from : undefined,
    ),
  ];
  const known = starts.filter((line) => line !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** Some copies keep each distinct cell text once: the tables cannot be told from what is left. */
function lostRepetitions(tables: Record<string, TableReading>): boolean {
  const seen = new Set<string>();
  let words = 0;
  for (const table of Object.values(tables)) {
    for (const token of table.tokens) {
      if (token.kind === 'blank') continue;
      if (token.setting !== 'words' || seen.has(token.text)) return false;
      seen.add(token.text);
      words += 1;
    }
  }
  return words >= 25;
}

function loseAll(form: Form, tables: Record<string, TableReading>, notes: Note[]): void {
  for (const table of Object.values(tables)) {
    table.notes.length = 0;
    for (const row of Object.values(table.values)) for (const key of Object.keys(row)) row[key] = null;
  }
  for (const cell of formCells(form)) {
    tables[cell.table]?.notes.push({
      path: cell.path,
      kind: 'missing',
      message: '原文各表中相同的字只保留了一次，此格无法恢复，未填数',
      quote: '',
    });
  }
  notes.push(documentNote('原文各表中相同的字只保留了一次（多为网页去重所致），表格无法恢复，请用原文件'));
}

function noteFront(
  report: AnnualReport,
  front: ReturnType<typeof readFront>,
  outline: Outline,
  simplify: Simplify,
): void {
  const { notes } = report;
  if (report.title === null) notes.push({ path: 'title', kind: 'missing', message: '没有找到报告标题', quote: '' });
  if (front.organFrom)
    notes.push({
      path: 'organ',
      kind: 'repaired',
      message: '标题中没有机关名称，按文中引用的报告名读取',
      quote: front.organFrom,
    });
  else if (report.organ === null)
    notes.push({ path: 'organ', kind: 'missing', message: '没有找到报告机关的名称', quote: '' });
  else if (report.title !== null && !fold(report.title).includes(report.organ.slice(0, -2))) {
    notes.push({ path: 'organ', kind: 'repaired', message: '标题为繁体字，机关名称按简体字读取', quote: report.title });
  }
  if (front.yearFrom)
    notes.push({
      path: 'year',
      kind: 'repaired',
      message: '标题中没有年份，按文中引用的报告名读取',
      quote: front.yearFrom,
    });
  else if (report.year === null) {
    const period = findPeriodYear(
      simplify([report.preamble, ...report.sections.map((section: Section) => section.text)].join('\n')),
    );
    if (period) {
      report.year = period.year;
      notes.push({ path: 'year', kind: 'repaired', message: '标题中没有年份，按统计期限读取', quote: period.quote });
    } else notes.push({ path: 'year', kind: 'missing', message: '没有找到报告年份', quote: '' });
  }
  if (outline.headings.every((line) => line === undefined)) notes.push(documentNote('没有找到六个部分的标题'));
}
