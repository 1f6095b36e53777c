import { failure, type Result, success } from '../../../kernel/result.ts';
import { type OrganKind, organKindNames, organKinds } from '../organ.ts';
import { normaliseField, type OrganProfile, profileFields, profileKeys } from '../organ-profile.ts';
import { type ColumnKey, findColumn, labelOf } from './columns.ts';

/** A row of a file with its cells by column; a column the file does not have is absent. */
export interface ImportEntry {
  /** As the spreadsheet numbers it: the head is row 1 where it stands at the top. */
  row: number;
  values: Partial<Record<ColumnKey, string>>;
}

/** A row that cannot be taken over, with the reason in a sentence. */
export interface RowProblem {
  row: number;
  /** The name in the row, to find it by. */
  name: string;
  reason: string;
}

/** How many organs one file may have. */
const mostRows = 2_000;

/** Rows before the head that may hold a title. */
const mostTitleRows = 10;

/**
 * Finds the head of a table and reads the rows below it. Refused when there is no head, or when a column stands there twice.
 *
 * @param table rows of cells as a file has them
 */
export function readEntries(table: readonly (readonly string[])[]): Result<ImportEntry[]> {
  const headAt = table.slice(0, mostTitleRows).findIndex((cells) => {
    const keys = cells.map((cell) => findColumn(cell)?.key);
    return keys.includes('fullName') && keys.filter((key) => key !== undefined).length > 1;
  });
  const head = table[headAt]?.map((cell) => findColumn(cell)?.key);
  if (!head) {
    return failure(
      'import-no-head',
      '没有找到表头。第一行应有“全称”“简称”“类别”“上级机构”等列名，可先导出现有机构，在导出的表格上修改。',
    );
  }
  const twice = head.find((key, at) => key !== undefined && head.indexOf(key) !== at);
  if (twice) return failure('import-head-twice', `表头中“${labelOf(twice)}”出现了不止一次，请只保留一列。`);
  const rows = table.slice(headAt + 1);
  if (rows.length > mostRows) return failure('import-too-long', `一次最多导入 ${mostRows} 行，请分成几个文件。`);
  return success(
    rows.flatMap((cells, index) => {
      const values = Object.fromEntries(
        head.flatMap((key, at) => (key === undefined ? [] : [[key, (cells[at] ?? '').trim()]])),
      );
      const isBlank = Object.values(values).every((value) => value === '');
      return isBlank ? [] : [{ row: headAt + index + 2, values }];
    }),
  );
}

/** What kinds are called in files of others. */
const kindWords: Readonly<Record<OrganKind, readonly string[]>> = {
  province: ['省', '省级'],
  city: ['市', '市级', '地级市'],
  county: ['县', '县级', '区', '县级市'],
  department: ['部门', '县直部门', '政府工作部门'],
  township: ['乡镇', '镇', '乡', '街道', '乡镇街道'],
  village: ['村', '社区', '行政村', '村社区'],
  station: ['站所', '派出机构'],
};

/** The kind a cell means. */
export function findKind(written: string): OrganKind | undefined {
  const plain = written.replace(/[\s（）()]/g, '');
  return organKinds.find(
    (kind) =>
      kind === plain || organKindNames[kind].replace(/[（）]/g, '') === plain || kindWords[kind].includes(plain),
  );
}

/** A name as it is kept: nothing invisible, single blanks. */
export const cleanName = (written: string): string => written.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim();

/** Other names in one cell. */
export const splitAliases = (written: string): string[] => [
  ...new Set(
    written
      .split(/[、,，;；\n]/)
      .map(cleanName)
      .filter((alias) => alias !== ''),
  ),
];

/** The fields of the profile a row speaks of, as they are kept. */
export const profileOf = ({ values }: ImportEntry): Partial<OrganProfile> =>
  Object.fromEntries(
    profileKeys.flatMap((key) => {
      const value = values[key];
      return value === undefined ? [] : [[key, normaliseField(key, value)]];
    }),
  );

/** A code that a spreadsheet turned into a number with an exponent: its digits are gone. */
export const findRoundedCode = ({ values }: ImportEntry): string | undefined => {
  const key = profileKeys.find(
    (each) => profileFields[each].form === 'code' && /^\d(\.\d+)?E\+?\d+$/i.test(values[each] ?? ''),
  );
  return key && labelOf(key);
};
