import { type ColumnKey, columnOf, findColumnNamed } from '../../../catalogue/domain/columns.ts';
import { type FieldKey, findFieldNamed } from '../../../catalogue/domain/fields.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type ChannelKey, channelOf, readChannels } from '../channels.ts';
import { forbiddenIn, maskWords } from '../check/index.ts';
import { type KindKey, kindKeys, kindOf } from '../kinds/index.ts';
import { type LedgerField, tickedChannel } from './columns.ts';
import { whyNoEntry } from './no-entry.ts';
import type { LedgerSheet } from './sheet.ts';
import { findLedgerDay, lacksYear } from './written-day.ts';

/** How a table is read: where its head stands, what its columns mean, what holds where no column says. */
export interface LedgerMatching {
  /** From 0. */
  headRow: number;
  columns: readonly (LedgerField | null)[];
  kind: KindKey;
  /** Absent: that of the kind. */
  columnKey?: ColumnKey | undefined;
  /** Of days that are written without one. */
  year?: number | undefined;
  /** Where everything in the ledger was published, e.g. the ledger of one official account. */
  channels: readonly ChannelKey[];
}

/** That an item stood on a channel on a day. */
export interface LedgerDelivery {
  channel: ChannelKey;
  doneOn: PlainDate;
  link?: string | undefined;
}

/** A row as it was understood. */
export interface LedgerEntry {
  /** As the spreadsheet numbers it, from 1. */
  row: number;
  title: string;
  publishedOn: PlainDate;
  formedOn: PlainDate;
  indexNumber?: string | undefined;
  documentNumber?: string | undefined;
  organId: string;
  kind: KindKey;
  columnKey: ColumnKey;
  fieldKey?: FieldKey | undefined;
  deliveries: readonly LedgerDelivery[];
  summary: string;
}

/** A row that cannot be taken over, with the reason. */
export interface LedgerProblem {
  row: number;
  title: string;
  reason: string;
}

/** What the rows are judged by. */
export interface LedgerContext {
  today: PlainDate;
  /** Whose a row is that does not say. */
  organId: string;
  /** The organ somebody may import for by its full or short name; undefined for none, `several` where two bear it. */
  findOrgan(name: string): string | 'several' | undefined;
}

/** How many rows one file may have. */
export const mostLedgerRows = 3_000;

/** A row below the head that is no publication: a sum, a signature, the head once more on the next page. */
export interface LeftRow {
  row: number;
  what: string;
}

/** Reads the rows below the head; every row that is not blank is an entry, a problem, or no publication at all. */
export function readLedger(
  { rows, forbidden }: Pick<LedgerSheet, 'rows' | 'forbidden'>,
  matching: LedgerMatching,
  context: LedgerContext,
): { entries: LedgerEntry[]; problems: LedgerProblem[]; left: LeftRow[] } {
  const entries: LedgerEntry[] = [];
  const problems: LedgerProblem[] = [];
  const left: LeftRow[] = [];
  const { headRow, columns } = matching;
  const head = rows[headRow] ?? [];
  const found = Map.groupBy(forbidden, ({ row }) => row);
  for (const [at, cells] of rows.slice(headRow + 1).entries()) {
    const row = headRow + at + 2;
    const read: ReadCells = { row, values: {}, ticks: [], forbidden: [] };
    for (const [column, field] of columns.entries()) {
      if (field === null) continue;
      const cell = (cells[column] ?? '').trim();
      if (field === 'tick') read.ticks.push({ heading: head[column] ?? '', cell });
      else read.values[field] = cell;
      read.forbidden.push(...(found.get(row - 1) ?? []).filter((each) => each.column === column));
    }
    const { values } = read;
    if (Object.values(values).every((value) => value === '')) continue;
    const what = whyNoEntry(cells, head, values);
    const result = what === undefined ? readRow(read, matching, context) : { row, what };
    if ('what' in result) left.push(result);
    else if ('reason' in result) problems.push(result);
    else entries.push(result);
  }
  return { entries, problems, left };
}

/** The cells of a row by what they mean. */
interface ReadCells {
  row: number;
  values: Partial<Record<LedgerField, string>>;
  ticks: { heading: string; cell: string }[];
  /** What in them may not be public. */
  forbidden: LedgerSheet['forbidden'][number][];
}

const longestTitle = 200;
const longestNumber = 100;

/** Parts that a browser takes for a way up and not for a name. */
const isNoPart = (part: string): boolean => part === '.' || part === '..';

function readRow(
  { row, values, ticks, forbidden: masked }: ReadCells,
  matching: LedgerMatching,
  context: LedgerContext,
): LedgerEntry | LedgerProblem {
  const title = (values.title ?? '').replace(/\s+/g, ' ');
  const refuse = (reason: string): LedgerProblem => ({ row, title, reason });
  if (title === '') return refuse('没有标题。');
  if ([...title].length > longestTitle) return refuse(`标题超过 ${longestTitle} 个字，可能把正文填在了标题列。`);
  const forbidden = [
    ...new Set([...masked.flatMap(({ found }) => found), ...forbiddenIn(Object.values(values).join('\n'))]),
  ];
  if (forbidden.length > 0) {
    return {
      row,
      title: maskWords(title),
      reason: `这一行有不得公开的内容：${forbidden.join('、')}。请先在原发布处改正或者撤下，再改台账（《条例》第十四条、第十五条）。`,
    };
  }
  const { year } = matching;
  const publishedOn = findLedgerDay(values.publishedOn ?? '', year);
  if (!publishedOn) return refuse(noDay('发布日期', values.publishedOn));
  if (publishedOn > context.today) return refuse(`发布日期 ${publishedOn} 还没有到。`);
  const formedOn = values.formedOn ? findLedgerDay(values.formedOn, year) : publishedOn;
  if (!formedOn) return refuse(noDay('成文日期', values.formedOn));
  if (formedOn > publishedOn) return refuse(`成文日期 ${formedOn} 晚于发布日期 ${publishedOn}。`);

  const organId = values.organ ? context.findOrgan(values.organ) : context.organId;
  if (organId === undefined) return refuse(`没有找到单位“${values.organ}”，或者不在您办理的范围内。`);
  if (organId === 'several') return refuse(`有几个单位叫“${values.organ}”，请写全称。`);

  const kind = values.kind ? findKindNamed(values.kind) : matching.kind;
  if (!kind) return refuse(`不认识信息类别“${values.kind}”。`);
  const columnKey = values.column
    ? findColumnNamed(values.column)
    : ((values.kind ? undefined : matching.columnKey) ?? kindOf(kind).column);
  if (!columnKey || columnHoldsNothing(columnKey)) return refuse(`没有“${values.column}”这个栏目。`);
  const fieldKey = values.field ? findFieldNamed(values.field) : undefined;
  if (values.field && !fieldKey) return refuse(`没有“${values.field}”这个试点领域。`);

  const { known, unknown } = readChannels(values.channels ?? '');
  if (unknown.length > 0) return refuse(`不认识发布渠道“${unknown.join('、')}”。`);
  const ticked = ticks.map((each) => ({ ...each, tick: readTick(each.cell, year) }));
  const unclear = ticked.find(({ tick }) => tick === undefined);
  if (unclear) return refuse(`“${unclear.heading}”列写的是“${unclear.cell}”，看不出有没有发布。请打√或者留空。`);
  const days = new Map<ChannelKey, PlainDate>();
  for (const channel of [...matching.channels, ...known]) days.set(channel, publishedOn);
  for (const { heading, tick } of ticked) {
    const channel = tickedChannel(heading);
    if (channel && tick) days.set(channel, tick === true ? publishedOn : tick);
  }
  const late = [...days].find(([, doneOn]) => doneOn > context.today || doneOn < publishedOn);
  if (late) return refuse(`“${channelOf(late[0]).name}”的日期 ${late[1]} 早于发布日期，或者还没有到。`);
  if (days.size === 0) return refuse('没有发布渠道。请在台账中补充，或在“各列对应”中选择。');
  const link = values.link || undefined;
  if (link !== undefined && !/^https?:\/\/[^\s/]+\S*$/.test(link))
    return refuse(`网页链接“${link}”不完整，应以 http 开头。`);
  const indexNumber = (values.indexNumber ?? '').replace(/\s/g, '');
  if (indexNumber.split('/').some(isNoPart)) return refuse(`索引号“${indexNumber}”不能作为网址的一部分，请核对。`);
  for (const [label, number] of [
    ['索引号', indexNumber],
    ['文号', values.documentNumber ?? ''],
  ] as const) {
    if ([...number].length > longestNumber)
      return refuse(`${label}超过 ${longestNumber} 个字，可能把别的内容填在了这一列。`);
  }
  return {
    row,
    title,
    publishedOn,
    formedOn,
    ...(indexNumber ? { indexNumber } : {}),
    ...(values.documentNumber ? { documentNumber: values.documentNumber } : {}),
    organId,
    kind,
    columnKey,
    ...(fieldKey ? { fieldKey } : {}),
    deliveries: [...days].map(([channel, doneOn]) => ({ channel, doneOn, ...(link ? { link } : {}) })),
    summary: values.summary ?? '',
  };
}

function noDay(label: string, written: string | undefined): string {
  if (!written) return `没有${label}。`;
  if (lacksYear(written)) return `${label}“${written}”没有写年份，请在“各列对应”中填写按哪一年。`;
  if (/^\d{1,2}\.[123]$/.test(written))
    return `${label}“${written}”可能是${written.replace('.', '月')}日，也可能是${written.replace('.', '月')}0日，请写成 2024-03-15 的样子。`;
  return `${label}“${written}”无法识别，应写成 2024-03-15 的样子。`;
}

/** Whether a cell below a channel says that it was published there, and when; undefined when it says something else. */
function readTick(cell: string, year: number | undefined): PlainDate | boolean | undefined {
  const plain = cell.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  if (/^(?:|[×x✗✘□/\\—-]+|否|无|没有|未发布?|0)$/.test(plain)) return false;
  if (/^(?:[√✓✔☑■●○v]+|是|有|已?发布?|已公开|1|y|yes)$/.test(plain)) return true;
  return findLedgerDay(cell, year);
}

const columnHoldsNothing = (key: ColumnKey): boolean => columnOf(key).holdsNothing === true;

const findKindNamed = (name: string): KindKey | undefined => {
  const plain = name.replace(/\s/g, '');
  return kindKeys.find((key) => key === plain || kindOf(key).name === plain);
};
