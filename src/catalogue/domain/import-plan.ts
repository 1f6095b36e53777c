import {
  contentCells,
  labelOf,
  readRow,
  type TableColumn,
  type TableEntry,
  tableColumnKeys,
  usualColumns,
} from './catalogue-table.ts';
import type { CatalogueContent, CatalogueItem } from './item.ts';
import { usualLimit } from './time-limit.ts';
import { limitWords } from './time-limit-words.ts';

/** A cell before and after. */
export interface CellChange {
  key: TableColumn;
  label: string;
  before: string;
  after: string;
}

/** What an import would do, for somebody to look through. */
export interface ImportDifferences {
  created: { row: number; name: string; cells: CellChange[] }[];
  changed: { row: number; itemId: string; name: string; cells: CellChange[] }[];
  /** How many rows say what is there already. */
  unchanged: number;
  /** Items in force the file does not name; nothing is done to them. */
  missing: { itemId: string; name: string }[];
  /** Rows that are not taken over, with the reasons. */
  problems: { row: number; name: string; reason: string }[];
}

/** What has to be done for a row. */
export interface RowPlan {
  row: number;
  /** Absent for an item that is new. */
  before?: CatalogueItem | undefined;
  after: CatalogueContent;
}

/** What a row that says less is filled up with. */
export interface ImportDefaults {
  /** As 公开主体. */
  publisher: string;
  level: 'county' | 'township';
}

/**
 * Compares a file with the catalogue of an organ. A row speaks of the item of its number, else of the one of the same
 * 一级事项 and 二级事项; what a cell leaves blank stays as it is.
 */
export function planImport(
  entries: readonly TableEntry[],
  items: readonly CatalogueItem[],
  defaults: ImportDefaults,
): { rows: RowPlan[]; differences: ImportDifferences } {
  const rows: RowPlan[] = [];
  const differences: ImportDifferences = { created: [], changed: [], unchanged: 0, missing: [], problems: [] };
  const named = new Map(items.map((item) => [keyOf(item), item]));
  const numbered = new Map(items.map((item) => [item.id, item]));
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const name = entry.values.name ?? '';
    const refuse = (reason: string) => differences.problems.push({ row: entry.row, name, reason });
    const { content, problems } = readRow(entry);
    const id = entry.values.id ?? '';
    const before =
      id === '' ? named.get(keyOf({ topic: entry.values.topic ?? '', name })) : numbered.get(id.toLowerCase());
    if (id !== '' && !before) {
      refuse('事项编号不是本单位目录中现有事项的编号。新事项请把编号留空，其他事项请不要改动编号。');
      continue;
    }
    if (problems.length > 0) {
      refuse(`${problems.join('；')}。`);
      continue;
    }
    const after = { ...(before ?? blank(content, defaults)), ...content };
    if (after.topic === '' || after.name === '' || after.content === '') {
      refuse('一级事项、二级事项和公开内容（要素）都要填写。');
      continue;
    }
    const twice = [keyOf(after), ...(before ? [before.id] : [])].flatMap((key) => seen.get(key) ?? [])[0];
    const other = named.get(keyOf(after));
    if (twice !== undefined || (other && before && other.id !== before.id)) {
      refuse(
        twice === undefined
          ? '改名后与目录中另一个事项同名，请换一个名称。'
          : `与第 ${twice} 行是同一个事项，请只保留一行。`,
      );
      continue;
    }
    for (const key of [keyOf(after), ...(before ? [before.id, keyOf(before)] : [])]) seen.set(key, entry.row);
    const cells = cellChanges(before, after);
    if (before && cells.length === 0) {
      differences.unchanged += 1;
      continue;
    }
    rows.push({ row: entry.row, before, after });
    if (before) differences.changed.push({ row: entry.row, itemId: before.id, name: before.name, cells });
    else differences.created.push({ row: entry.row, name: after.name, cells });
  }
  differences.missing = items
    .filter((item) => !seen.has(item.id))
    .map((item) => ({ itemId: item.id, name: `${item.topic}—${item.name}` }));
  return { rows, differences };
}

/** What an item says that a file only begins: the usual limit of 条例 art. 26, on the web site, for everyone. */
function blank({ fieldKey }: Partial<CatalogueContent>, { publisher, level }: ImportDefaults): CatalogueContent {
  return {
    columnKey: fieldKey === undefined ? 'other-statutory' : usualColumns[fieldKey],
    topic: '',
    name: '',
    content: '',
    basis: '《中华人民共和国政府信息公开条例》',
    limit: usualLimit,
    limitWords: limitWords(usualLimit),
    publisher,
    carriers: { website: 'required' },
    audience: 'everyone',
    audienceWords: '',
    manner: 'proactive',
    levels: [level],
  };
}

function cellChanges(before: CatalogueContent | undefined, after: CatalogueContent): CellChange[] {
  const [old, fresh] = [before && contentCells(before), contentCells(after)];
  return tableColumnKeys.flatMap((key) => {
    if (key === 'number' || key === 'id') return [];
    const change = { key, label: labelOf(key), before: old?.[key] ?? '', after: fresh[key] };
    return change.before === change.after ? [] : [change];
  });
}

/** By which items of one catalogue are told apart: their two names, whatever the blanks. */
export const keyOf = ({ topic, name }: Pick<CatalogueContent, 'topic' | 'name'>): string =>
  `${topic}\n${name}`.normalize('NFKC').replace(/[^\S\n]/g, '');
