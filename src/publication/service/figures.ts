import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import type { PrintableCell, PrintableDocument } from '../../kernel/printable-document.ts';
import { invalid, type Result, success } from '../../kernel/result.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import { writeDocument } from '../../platform/documents/index.ts';
import { channelKeys, channels } from '../domain/channels.ts';
import { nameLine, orderLines } from '../domain/figure-names.ts';
import { type Breakdown, breakdowns, type FigureLine, figureKinds, tabulate } from '../domain/figures.ts';
import type { OrganScope } from '../store/channel-lists.ts';
import {
  countDeliveries,
  countInformation,
  type FigureCell,
  type FigureFilter,
  type FigureItem,
  listFigureItems,
} from '../store/figures.ts';
import { listOrganNames } from '../store/organ-names.ts';
import type { Caller } from './caller.ts';
import { organsWithin, readableOrgans } from './channel-views.ts';

/** What figures are asked for. */
export interface FigureSearch extends Omit<FigureFilter, 'organIds'> {
  /** This organ and all below it, as they stand on the last day of the time. */
  withinId?: string | undefined;
}

/** A line with its name. */
export interface NamedFigureLine extends FigureLine {
  name: string;
}

/** Figures of a time, broken down, with their total. */
export interface Figures {
  by: Breakdown;
  lines: NamedFigureLine[];
  total: Omit<FigureLine, 'key'>;
}

/** Counts what was published: once as information, once for each channel. */
export async function countFigures(
  db: Db,
  caller: Caller,
  search: FigureSearch,
  by: Breakdown,
): Promise<Result<Figures>> {
  const chosen = await choose(db, caller, search);
  if (!chosen.ok) return chosen;
  const { scope, filter } = chosen.value;
  const [information, deliveries] = await Promise.all([
    countInformation(db, scope, filter, by),
    countDeliveries(db, scope, filter, by),
  ]);
  const { lines, total } = tabulate(information, deliveries);
  return success({ by, lines: await nameLines(db, scope.countyId, by, lines), total });
}

/** One page of the records behind one of the numbers. */
export async function openFigure(
  db: Db,
  caller: Caller,
  search: FigureSearch,
  cell: FigureCell,
  page: PageRequest,
): Promise<Result<Page<FigureItem & { organ: string }>>> {
  const chosen = await choose(db, caller, search);
  if (!chosen.ok) return chosen;
  const { scope, filter } = chosen.value;
  const found = await listFigureItems(db, scope, filter, cell, page);
  const names = await listOrganNames(
    db,
    scope.countyId,
    found.items.map(({ organId }) => organId),
  );
  return success({
    ...found,
    items: found.items.map((item) => ({ ...item, organ: names.get(item.organId)?.shortName ?? '' })),
  });
}

/** The figures as a workbook. */
export async function exportFigures(
  db: Db,
  caller: Caller,
  search: FigureSearch,
  by: Breakdown,
): Promise<Result<{ fileName: string; content: Uint8Array }>> {
  const counted = await countFigures(db, caller, search, by);
  if (!counted.ok) return counted;
  return success({
    fileName: `政府信息发布统计（${search.from}至${search.to}，按${breakdowns[by]}）.xlsx`,
    content: await writeDocument(layOutFigures(counted.value, search), 'xlsx'),
  });
}

async function choose(
  db: Db,
  caller: Caller,
  { withinId, ...filter }: FigureSearch,
): Promise<Result<{ scope: OrganScope; filter: FigureFilter }>> {
  if (filter.from > filter.to) return invalid([{ field: 'to', message: '结束日期早于开始日期，请核对。' }]);
  const today = dayInChina(caller.now);
  const isOver = filter.to <= today;
  const day = isOver ? filter.to : today;
  const [reach, within] = await Promise.all([readableOrgans(db, caller), organsWithin(db, caller, withinId, day)]);
  return success({
    scope: { countyId: caller.authority.countyId, organIds: reach },
    filter: within === 'all' ? filter : { ...filter, organIds: within },
  });
}

async function nameLines(
  db: Db,
  countyId: string,
  by: Breakdown,
  lines: readonly FigureLine[],
): Promise<NamedFigureLine[]> {
  if (by !== 'organ') {
    return lines
      .map((line) => ({ ...line, name: nameLine(by, line.key) }))
      .sort((one, other) => orderLines(by, one.key, other.key));
  }
  const names = await listOrganNames(
    db,
    countyId,
    lines.map(({ key }) => key),
  );
  return lines
    .map((line) => ({ ...line, name: names.get(line.key)?.shortName ?? line.key }))
    .sort(
      (one, other) =>
        other.information - one.information ||
        other.deliveries - one.deliveries ||
        one.name.localeCompare(other.name, 'zh-Hans-CN'),
    );
}

function layOutFigures(
  { by, lines, total }: Figures,
  { from, to }: { from: PlainDate; to: PlainDate },
): PrintableDocument {
  const used = channelKeys.filter((key) => (total.channels[key] ?? 0) > 0);
  const number = (value: number): PrintableCell => ({ text: String(value), numeric: true });
  const row = (name: string, line: Omit<FigureLine, 'key'>): PrintableCell[] => [
    { text: name, align: 'left', header: 'row' },
    number(line.information),
    number(line.withdrawn),
    ...used.map((key) => number(line.channels[key] ?? 0)),
    number(line.deliveries),
  ];
  const head = [
    breakdowns[by],
    figureKinds.information,
    figureKinds.withdrawn,
    ...used.map((key) => channels[key].name),
    '各渠道合计条次',
  ];
  return {
    title: '政府信息发布统计',
    blocks: [
      { kind: 'heading', level: 1, text: '政府信息发布统计' },
      {
        kind: 'paragraph',
        role: 'note',
        runs: [
          {
            kind: 'plain',
            text: `统计时间：${from}至${to}。同一条信息在“公开信息条数”中只计一次，在每个发布渠道各计一次；公开信息按首次发布日期、渠道条次按在该渠道首次发布日期归入。`,
          },
        ],
      },
      {
        kind: 'table',
        name: '政府信息发布统计',
        columns: head.map((label, at) => (at === 0 ? 24 : Math.max(8, label.length * 2))),
        head: [head.map((text) => ({ text, header: 'column' }))],
        groups: [[...lines.map((line) => row(line.name, line)), row('合计', total)]],
        density: 'compact',
      },
    ],
  };
}
