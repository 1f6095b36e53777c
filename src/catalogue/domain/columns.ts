/** A column of the platform 政府信息公开 (国办公开办函〔2019〕61号). */
interface Column {
  name: string;
  /** The column it stands below; absent at the top. */
  parent?: string;
  /** The item of 条例 art. 20 it serves, 1 to 15. */
  article20?: number;
  /**
   * Within how many calendar days something new has to stand in it (检查指标, 国办公开办函〔2019〕19号). Absent where
   * nothing is due as long as nothing happens, e.g. 行政处罚: such a column may be old, only not empty.
   */
  freshnessDays?: number;
  /** It holds other columns, or a form, and no information of its own. */
  holdsNothing?: true;
}

/** News is old after two weeks, 通知公告 and 政策文件 after half a year, plans and yearly things after a year. */
const fresh = { news: 14, policy: 180, yearly: 365 } as const;

/**
 * The columns of the platform: the four of 61号 with the entrance for requests, below 法定主动公开内容 the items of
 * 条例 art. 20 and 21, and beside it what a county publishes on the same site.
 */
export const columns = {
  policies: { name: '政策', holdsNothing: true },
  rules: { name: '规章', parent: 'policies', article20: 1 },
  'normative-documents': { name: '行政规范性文件', parent: 'policies', article20: 1, freshnessDays: fresh.policy },
  'other-documents': { name: '其他政策文件', parent: 'policies', article20: 15, freshnessDays: fresh.policy },
  interpretations: { name: '政策解读', parent: 'policies', article20: 15, freshnessDays: fresh.policy },
  guide: { name: '政府信息公开指南', freshnessDays: fresh.yearly },
  'disclosure-rules': { name: '政府信息公开制度', freshnessDays: fresh.yearly },
  statutory: { name: '法定主动公开内容', holdsNothing: true },
  'organ-functions': { name: '机构职能', parent: 'statutory', article20: 2, freshnessDays: fresh.yearly },
  leaders: { name: '领导信息', parent: 'statutory', article20: 2, freshnessDays: fresh.yearly },
  plans: { name: '规划计划', parent: 'statutory', article20: 3, freshnessDays: fresh.yearly },
  statistics: { name: '统计信息', parent: 'statutory', article20: 4, freshnessDays: fresh.yearly },
  licences: { name: '行政许可', parent: 'statutory', article20: 5 },
  'public-services': { name: '公共服务和其他管理事项', parent: 'statutory', article20: 5 },
  penalties: { name: '行政处罚', parent: 'statutory', article20: 6 },
  compulsion: { name: '行政强制', parent: 'statutory', article20: 6 },
  budgets: { name: '财政预决算', parent: 'statutory', article20: 7, freshnessDays: fresh.yearly },
  fees: { name: '收费项目', parent: 'statutory', article20: 8, freshnessDays: fresh.yearly },
  procurement: { name: '政府采购', parent: 'statutory', article20: 9 },
  'major-projects': { name: '重大建设项目', parent: 'statutory', article20: 10 },
  'rural-revitalisation': { name: '乡村振兴', parent: 'statutory', article20: 11 },
  education: { name: '教育', parent: 'statutory', article20: 11 },
  healthcare: { name: '医疗卫生', parent: 'statutory', article20: 11 },
  'social-security': { name: '社会保障', parent: 'statutory', article20: 11 },
  employment: { name: '就业', parent: 'statutory', article20: 11 },
  emergencies: { name: '应急管理', parent: 'statutory', article20: 12 },
  inspections: { name: '监督检查', parent: 'statutory', article20: 13 },
  recruitment: { name: '公务员招录和人事信息', parent: 'statutory', article20: 14, freshnessDays: fresh.yearly },
  'urban-services': { name: '市政建设和公用事业', parent: 'statutory', article20: 15 },
  'public-security': { name: '治安管理', parent: 'statutory', article20: 15 },
  'land-and-houses': { name: '土地征收和房屋征收', parent: 'statutory', article20: 15 },
  'social-assistance': { name: '社会救助', parent: 'statutory', article20: 15 },
  'rural-affairs': { name: '农业农村', parent: 'statutory', article20: 15 },
  proposals: { name: '人大建议和政协提案办理', parent: 'statutory', article20: 15, freshnessDays: fresh.yearly },
  'other-statutory': { name: '其他法定信息', parent: 'statutory', article20: 15 },
  'annual-reports': { name: '政府信息公开年报', freshnessDays: fresh.yearly },
  requests: { name: '依申请公开', holdsNothing: true },
  notices: { name: '通知公告', freshnessDays: fresh.policy },
  consultations: { name: '征集调查' },
  clarifications: { name: '回应关切' },
  meetings: { name: '政府会议' },
  news: { name: '政务动态', freshnessDays: fresh.news },
} as const satisfies Record<string, Column>;

/** The key of a column, as the database keeps it. */
export type ColumnKey = keyof typeof columns;

/** Every column, in the order of the platform. */
export const columnKeys = Object.keys(columns) as [ColumnKey, ...ColumnKey[]];

/** Whether a text is the key of a column. */
export const isColumn = (text: string): text is ColumnKey => Object.hasOwn(columns, text);

/** What is known of a column. */
export const columnOf = (key: ColumnKey): Column => columns[key];

/** The columns that hold information themselves: those an item may stand in. */
export const contentColumnKeys = columnKeys.filter((key) => !columnOf(key).holdsNothing) as [ColumnKey, ...ColumnKey[]];

/** The column of this name, e.g. 财政预决算. */
export const findColumnNamed = (name: string): ColumnKey | undefined =>
  columnKeys.find((key) => columns[key].name === name);

/** Columns every organ has, whatever it does (条例 art. 12, 20 and 50). */
const everyones: readonly ColumnKey[] = ['guide', 'disclosure-rules', 'organ-functions', 'annual-reports'];

/**
 * The columns an organ is looked at for: those everybody has, those its catalogue is published in, and those in which
 * something stood. What an office never does is no empty column of it. In the order of the platform.
 *
 * @example columnsOf(['budgets'], ['news']) // 政府信息公开指南, …制度, 机构职能, 财政预决算, …年报, 政务动态
 */
export function columnsOf(catalogue: readonly ColumnKey[], used: readonly ColumnKey[]): ColumnKey[] {
  const own = new Set([...everyones, ...catalogue, ...used]);
  return contentColumnKeys.filter((key) => own.has(key));
}
