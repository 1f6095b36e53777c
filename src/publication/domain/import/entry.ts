import { type ColumnKey, columnOf, findColumnNamed } from '../../../catalogue/domain/columns.ts';
import { type FieldKey, findFieldNamed } from '../../../catalogue/domain/fields.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type ChannelKey, readChannels } from '../channels.ts';
import { forbiddenIn, maskWords } from '../check/index.ts';
import { type KindKey, kindKeys, kindOf } from '../kinds/index.ts';
import type { LedgerField } from './columns.ts';
import { findLedgerDay } from './written-day.ts';

/** How a table is read: where its head stands, what its columns mean, what holds where no column says. */
export interface LedgerMatching {
  /** From 0. */
  headRow: number;
  columns: readonly (LedgerField | null)[];
  kind: KindKey;
  /** Absent: that of the kind. */
  columnKey?: ColumnKey | undefined;
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

/** Reads the rows below the head; every row that is not blank is an entry or a problem. */
export function readLedger(
  table: readonly (readonly string[])[],
  matching: LedgerMatching,
  context: LedgerContext,
): { entries: LedgerEntry[]; problems: LedgerProblem[] } {
  const entries: LedgerEntry[] = [];
  const problems: LedgerProblem[] = [];
  for (const [at, cells] of table.slice(matching.headRow + 1).entries()) {
    const row = matching.headRow + at + 2;
    const values = Object.fromEntries(
      matching.columns.flatMap((field, column) => (field === null ? [] : [[field, (cells[column] ?? '').trim()]])),
    ) as Partial<Record<LedgerField, string>>;
    if (Object.values(values).every((value) => value === '')) continue;
    const read = readRow(row, values, matching, context);
    if ('reason' in read) problems.push(read);
    else entries.push(read);
  }
  return { entries, problems };
}

const longestTitle = 200;

function readRow(
  row: number,
  values: Partial<Record<LedgerField, string>>,
  matching: LedgerMatching,
  context: LedgerContext,
): LedgerEntry | LedgerProblem {
  const title = (values.title ?? '').replace(/\s+/g, ' ');
  const refuse = (reason: string): LedgerProblem => ({ row, title, reason });
  if (title === '') return refuse('没有标题。');
  if ([...title].length > longestTitle) return refuse(`标题超过 ${longestTitle} 个字，可能把正文填在了标题列。`);
  const forbidden = forbiddenIn(Object.values(values).join('\n'));
  if (forbidden.length > 0) {
    return {
      row,
      title: maskWords(title),
      reason: `这一行有不得公开的内容：${forbidden.join('、')}。请先在原发布处改正或者撤下，再改台账（《条例》第十四条、第十五条）。`,
    };
  }
  if (/^(?:合计|总计|小计)$/.test(title)) return refuse('合计行，不是一条信息。');

  const publishedOn = findLedgerDay(values.publishedOn ?? '');
  if (!publishedOn) return refuse(noDay('发布日期', values.publishedOn));
  if (publishedOn > context.today) return refuse(`发布日期 ${publishedOn} 还没有到。`);
  const formedOn = values.formedOn ? findLedgerDay(values.formedOn) : publishedOn;
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
  const channels = [...new Set([...matching.channels, ...known])];
  if (channels.length === 0) return refuse('没有发布渠道。请补充渠道列，或在上方选择这份台账的渠道。');
  const link = values.link || undefined;
  if (link !== undefined && !/^https?:\/\/[^\s/]+\S*$/.test(link))
    return refuse(`网页链接“${link}”不完整，应以 http 开头。`);
  return {
    row,
    title,
    publishedOn,
    formedOn,
    ...(values.indexNumber ? { indexNumber: values.indexNumber.replace(/\s/g, '') } : {}),
    ...(values.documentNumber ? { documentNumber: values.documentNumber } : {}),
    organId,
    kind,
    columnKey,
    ...(fieldKey ? { fieldKey } : {}),
    deliveries: channels.map((channel) => ({ channel, doneOn: publishedOn, ...(link ? { link } : {}) })),
    summary: values.summary ?? '',
  };
}

const noDay = (label: string, written: string | undefined): string =>
  written ? `${label}“${written}”无法识别，应写成 2024-03-15 的样子。` : `没有${label}。`;

const columnHoldsNothing = (key: ColumnKey): boolean => columnOf(key).holdsNothing === true;

const findKindNamed = (name: string): KindKey | undefined => {
  const plain = name.replace(/\s/g, '');
  return kindKeys.find((key) => key === plain || kindOf(key).name === plain);
};
