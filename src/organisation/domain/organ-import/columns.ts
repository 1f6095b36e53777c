import { profileFields, profileKeys } from '../organ-profile.ts';

/** The columns of a file of organs that are not fields of the profile. */
const ownColumns = {
  id: { label: '编号', alsoCalled: ['机构编号'] },
  fullName: { label: '全称', alsoCalled: ['机构名称', '单位名称', '机构全称', '单位全称', '名称'] },
  shortName: { label: '简称', alsoCalled: ['机构简称', '单位简称'] },
  kind: { label: '类别', alsoCalled: ['机构类别', '单位类别', '机构类型'] },
  parentId: { label: '上级机构编号', alsoCalled: [] },
  parent: { label: '上级机构', alsoCalled: ['上级单位', '上级机构名称', '主管部门'] },
  setUpOn: { label: '设立日期', alsoCalled: ['成立日期'] },
  aliases: { label: '其他名称', alsoCalled: ['别名', '曾用名'] },
  sortOrder: { label: '排序', alsoCalled: ['排序号', '序号'] },
} as const satisfies Record<string, { label: string; alsoCalled: readonly string[] }>;

/** A column of a file of organs. */
export type ColumnKey = keyof typeof ownColumns | (typeof profileKeys)[number];

interface Column {
  key: ColumnKey;
  /** As it is written in the head. */
  label: string;
  /** What others call it. */
  alsoCalled: readonly string[];
  /** Digits that a spreadsheet would take for a number. */
  digits: boolean;
}

/** Every column, in the order in which a file is written. */
export const columns: readonly Column[] = [
  ...(Object.keys(ownColumns) as (keyof typeof ownColumns)[]).map((key) => ({
    key,
    ...ownColumns[key],
    digits: false,
  })),
  ...profileKeys.map((key) => ({
    key,
    label: profileFields[key].label,
    alsoCalled: [],
    digits: ['code', 'postcode', 'phone'].includes(profileFields[key].form),
  })),
];

/** The label of a column. */
export const labelOf = (key: ColumnKey): string => columns.find((column) => column.key === key)?.label ?? key;

/** Which column a heading means; blanks, stars and what stands in brackets do not matter. */
export function findColumn(heading: string): Column | undefined {
  const plain = heading.normalize('NFKC').replace(/\(.*?\)|[\s*:]/g, '');
  return columns.find(({ label, alsoCalled }) => label === plain || alsoCalled.includes(plain));
}
