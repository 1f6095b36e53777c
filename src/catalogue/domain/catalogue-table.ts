import { failure, type Result, success } from '../../kernel/result.ts';
import { type ColumnKey, columns, findColumnNamed } from './columns.ts';
import { type FieldKey, fields, findFieldNamed } from './fields.ts';
import { audiences, type CatalogueContent, type CatalogueItem, levels, manners } from './item.ts';
import { carrierWords, readCarriers, readLevels } from './template.ts';
import { findTimeLimit, limitWords } from './time-limit-words.ts';

/** The columns of a file of a catalogue: those of the official lists (国办发〔2019〕54号) and what this system needs beside. */
const tableColumns = {
  number: { label: '序号', alsoCalled: ['编号'] },
  id: { label: '事项编号', alsoCalled: [] },
  field: { label: '领域', alsoCalled: ['试点领域', '公开领域'] },
  topic: { label: '一级事项', alsoCalled: ['公开事项一级事项', '公开事项'] },
  name: { label: '二级事项', alsoCalled: ['公开事项二级事项', '事项名称'] },
  content: { label: '公开内容（要素）', alsoCalled: ['公开内容', '公开要素', '内容'] },
  basis: { label: '公开依据', alsoCalled: ['依据'] },
  limit: { label: '公开时限', alsoCalled: ['时限', '公开时间'] },
  publisher: { label: '公开主体', alsoCalled: ['责任主体', '主体'] },
  carriers: { label: '公开渠道和载体', alsoCalled: ['公开渠道', '公开载体', '渠道和载体', '公开渠道及载体'] },
  audience: { label: '公开对象', alsoCalled: ['对象'] },
  manner: { label: '公开方式', alsoCalled: ['方式'] },
  levels: { label: '公开层级', alsoCalled: ['层级'] },
  column: { label: '平台栏目', alsoCalled: ['栏目', '所属栏目'] },
  article20: { label: '条例第二十条事项', alsoCalled: ['第二十条', '条例第二十条'] },
} as const satisfies Record<string, { label: string; alsoCalled: readonly string[] }>;

/** A column of a file of a catalogue. */
export type TableColumn = keyof typeof tableColumns;
export const tableColumnKeys = Object.keys(tableColumns) as [TableColumn, ...TableColumn[]];

/** The label of a column. */
export const labelOf = (key: TableColumn): string => tableColumns[key].label;

/** Which column a heading means; blanks, stars and what stands in brackets do not matter. */
function findTableColumn(heading: string): TableColumn | undefined {
  const plain = (text: string) => text.normalize('NFKC').replace(/\(.*?\)|[\s*:]/g, '');
  const wanted = plain(heading);
  return wanted === ''
    ? undefined
    : tableColumnKeys.find((key) => {
        const { label, alsoCalled }: { label: string; alsoCalled: readonly string[] } = tableColumns[key];
        return plain(label) === wanted || alsoCalled.includes(wanted);
      });
}

/** An item as the row of a file shows it. */
export function cellsOf(item: CatalogueItem, number: number): Record<TableColumn, string> {
  return { ...contentCells(item), number: String(number), id: item.id };
}

/** What an item says, cell by cell; also what a difference list shows before and after. */
export function contentCells(item: CatalogueContent): Record<Exclude<TableColumn, 'number' | 'id'>, string> {
  return {
    field: item.fieldKey === undefined ? '' : fields[item.fieldKey].name,
    topic: item.topic,
    name: item.name,
    content: item.content,
    basis: item.basis,
    limit: item.limitWords,
    publisher: item.publisher,
    carriers: carrierWords(item.carriers),
    audience: item.audience === 'group' ? `特定群体（${item.audienceWords}）` : audiences.everyone,
    manner: manners[item.manner],
    levels: item.levels.map((level) => levels[level]).join('、'),
    column: columns[item.columnKey].name,
    article20: item.article20 === undefined ? '' : String(item.article20),
  };
}

/** A row of a file with its cells by column; a column the file does not have is absent. */
export interface TableEntry {
  /** As the spreadsheet numbers it. */
  row: number;
  values: Partial<Record<TableColumn, string>>;
}

/** How many items one file may have. */
const mostRows = 2_000;
/** Rows before the head that may hold a title. */
const mostTitleRows = 10;

/**
 * Finds the head of a table and reads the rows below it. The official lists have a head of two rows, 公开事项 above 一级事项
 * and 二级事项, and leave 一级事项 blank where it is the one above: both are understood.
 */
export function readTable(table: readonly (readonly string[])[]): Result<TableEntry[]> {
  const headAt = table
    .slice(0, mostTitleRows)
    .findIndex((cells) => cells.map(findTableColumn).filter((key) => key !== undefined).length >= 3);
  const upper = table[headAt];
  if (!upper) return noHead();
  const lower = table[headAt + 1] ?? [];
  const lowerKeys = lower.map(findTableColumn);
  const isDouble = lowerKeys.includes('topic') || lowerKeys.includes('name');
  const width = Math.max(upper.length, isDouble ? lower.length : 0);
  const head = Array.from(
    { length: width },
    (_, at) => (isDouble ? lowerKeys[at] : undefined) ?? findTableColumn(upper[at] ?? ''),
  );
  if (!head.includes('name')) return noHead();
  const twice = head.find((key, at) => key !== undefined && head.indexOf(key) !== at);
  if (twice) return failure('import-head-twice', `表头中“${labelOf(twice)}”出现了不止一次，请只保留一列。`);
  const first = headAt + (isDouble ? 2 : 1);
  const rows = table.slice(first);
  if (rows.length > mostRows) return failure('import-too-long', `一次最多导入 ${mostRows} 行，请分成几个文件。`);
  let topic = '';
  return success(
    rows.flatMap((cells, index) => {
      const values: TableEntry['values'] = Object.fromEntries(
        head.flatMap((key, at) => (key === undefined ? [] : [[key, (cells[at] ?? '').trim()]])),
      );
      if (Object.entries(values).every(([key, value]) => value === '' || key === 'number')) return [];
      topic = values.topic || topic;
      return [{ row: first + index + 1, values: { ...values, topic } }];
    }),
  );
}

const noHead = () =>
  failure(
    'import-no-head',
    '没有找到表头。表中应有“一级事项”“二级事项”“公开内容（要素）”“公开时限”等列，可先导出现有目录，在导出的表格上修改。',
  );

/** What a row says of an item: what it speaks of and is understood, and why something is not. */
export interface ReadRow {
  content: Partial<CatalogueContent>;
  problems: string[];
}

/** Reads the cells of a row; a blank cell of what an item must have says nothing. */
export function readRow({ values }: TableEntry): ReadRow {
  const problems: string[] = [];
  const content: Partial<CatalogueContent> = {};
  const understand = <T>(key: TableColumn, read: (written: string) => T | undefined, take: (value: T) => void) => {
    const written = values[key];
    if (written === undefined || written === '') return;
    const value = read(written);
    if (value === undefined) problems.push(`“${labelOf(key)}”写的是“${shorten(written)}”，没有看懂`);
    else take(value);
  };
  const texts = { topic: 100, name: 200, content: 4_000, basis: 4_000, publisher: 200 } as const;
  for (const key of Object.keys(texts) as (keyof typeof texts)[]) {
    const written = values[key];
    if (written === undefined || written === '') continue;
    if (written.length > texts[key]) problems.push(`“${labelOf(key)}”超过 ${texts[key]} 个字`);
    else content[key] = written;
  }
  understand('limit', findTimeLimit, (limit) => {
    content.limit = limit;
    content.limitWords = values.limit?.slice(0, 200) || limitWords(limit);
  });
  understand('carriers', readCarriers, (carriers) => {
    content.carriers = carriers;
  });
  understand('levels', readLevels, (found) => {
    content.levels = found;
  });
  understand('manner', readManner, (manner) => {
    content.manner = manner;
  });
  understand('column', findColumnNamed, (column) => {
    content.columnKey = column;
  });
  understand('article20', readArticle, (article20) => {
    content.article20 = article20;
  });
  if (values.field !== undefined && values.field !== '') {
    const field = findFieldNamed(values.field);
    if (field) content.fieldKey = field;
    else problems.push(`没有名为“${shorten(values.field)}”的领域`);
  }
  if (values.audience) {
    const everyone = /全社会|社会公众/.test(values.audience) && !/特定/.test(values.audience);
    content.audience = everyone ? 'everyone' : 'group';
    content.audienceWords = everyone ? '' : groupIn(values.audience);
  }
  return { content, problems };
}

const shorten = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

const readManner = (written: string): CatalogueContent['manner'] | undefined =>
  /主动/.test(written) && !/□\s*主动/.test(written) ? 'proactive' : /依申请/.test(written) ? 'on-request' : undefined;

function readArticle(written: string): number | undefined {
  const number = Number(/\d+/.exec(written.normalize('NFKC'))?.[0]);
  return number >= 1 && number <= 15 ? number : undefined;
}

/** 特定群体（申请人） as 申请人. */
const groupIn = (written: string): string =>
  (/特定(?:群体|人群)[（(:：]?(.*?)[）)]?$/.exec(written)?.[1] ?? written).trim().slice(0, 200);

/** The column of the platform a field is published in where a file does not say. */
export const usualColumns: Readonly<Record<FieldKey, ColumnKey>> = {
  'major-projects': 'major-projects',
  'public-resource-trading': 'procurement',
  'compulsory-education': 'education',
  'household-registration': 'public-security',
  'social-assistance': 'social-assistance',
  'elderly-care': 'social-security',
  'public-legal-services': 'public-services',
  'budgets-and-accounts': 'budgets',
  employment: 'employment',
  'social-insurance': 'social-security',
  'urban-rural-planning': 'plans',
  'rural-land-acquisition': 'land-and-houses',
  environment: 'inspections',
  'house-expropriation': 'land-and-houses',
  'affordable-housing': 'social-security',
  'rural-housing-renovation': 'social-assistance',
  'urban-enforcement': 'penalties',
  'municipal-services': 'urban-services',
  'agricultural-subsidies': 'rural-revitalisation',
  'public-culture': 'public-services',
  health: 'healthcare',
  'work-safety': 'inspections',
  'disaster-relief': 'emergencies',
  'food-and-drug': 'inspections',
  taxation: 'public-services',
  'rural-revitalisation': 'rural-revitalisation',
};
