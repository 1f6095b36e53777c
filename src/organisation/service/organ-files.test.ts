import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { tableFileFormats } from '../../kernel/table-file-format.ts';
import { smallCounty } from '../domain/fixtures/events.ts';
import { snapshotsOf } from '../domain/fixtures/snapshots.ts';
import { type ColumnKey, columns } from '../domain/organ-import/columns.ts';
import { tableOf } from '../domain/organ-import/snapshot.ts';
import { emptyProfile } from '../domain/organ-profile.ts';
import { readOrganFile, writeOrganFile } from './organ-files.ts';

const text = (written: string) => new TextEncoder().encode(written);
const utf16 = (written: string) => Buffer.from(`\ufeff${written}`, 'utf16le');
// 全称,类别 / 石桥镇人民政府,镇 in GB18030, as spreadsheets of Chinese offices write it.
const gb18030 = Buffer.from('c8abb3c62cc0e0b1f00d0acaafc7c5d5f2c8cbc3f1d5feb8ae2cd5f20d0a', 'hex');

describe('a file of organs is read', () => {
  test.each<[string, string, Uint8Array]>([
    ['as CSV in UTF-8', '机构.csv', text('全称,类别\n石桥镇人民政府,镇\n')],
    ['with the mark of UTF-8', '机构.csv', text('\ufeff全称,类别\r\n石桥镇人民政府,镇\r\n')],
    ['in GB18030', '机构.csv', gb18030],
    [
      'in UTF-16 with tabs, as spreadsheets write Unicode text',
      '机构.txt',
      utf16('全称\t类别\r\n石桥镇人民政府\t镇\r\n'),
    ],
    ['with semicolons', '机构.csv', text('全称;类别\n石桥镇人民政府;镇')],
    ['with quotes', '机构.csv', text('"全称","类别"\n"石桥镇人民政府","镇"')],
    [
      'as a web page that is called xls',
      '机构.xls',
      text('<html><body><table><tr><td>全称<td>类别<tr><td>石桥镇人民政府<td>镇</table></body></html>'),
    ],
  ])('%s', async (_, name, bytes) => {
    const read = granted(await readOrganFile({ name, bytes }));
    expect(read.entries.map(({ values }) => [values.fullName, values.kind])).toEqual([['石桥镇人民政府', '镇']]);
  });

  test('and what the reader had to guess is said', async () => {
    expect(granted(await readOrganFile({ name: '机构.csv', bytes: gb18030 })).remarks.join()).toContain('GB18030');
  });

  test.each<[string, string, Uint8Array, string]>([
    ['nothing', '机构.csv', text(''), '没有'],
    ['no table', '机构.html', text('<html><body><p>没有表格的一页</p></body></html>'), '没有表格'],
    ['an old workbook', '机构.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '机构.xls'],
    ['a picture', '机构.csv', Buffer.from('89504e470d0a1a0a', 'hex'), '机构.csv'],
    ['no head', '机构.csv', text('石桥镇,镇\n'), '没有找到表头'],
  ])('and refused with a sentence: %s', async (_, name, bytes, said) => {
    expect(refusalOf(await readOrganFile({ name, bytes }))).toContain(said);
  });
});

describe('a file of organs that is written', () => {
  // What a field can hold: no breaks, single blanks.
  const value = fc
    .string({ unit: fc.constantFrom(...'甲乙丙丁=+-@\'"，,;；/、 019.Ａ（）<>&'), maxLength: 12 })
    .map((written) => written.replace(/\s+/g, ' ').trim());
  const organs = fc
    .array(fc.record({ address: value, officeHours: value, phone: value }), { maxLength: 3 })
    .map((known) =>
      snapshotsOf(smallCounty()).map((organ, index) => ({
        ...organ,
        profile: { ...emptyProfile, divisionCode: '012301000000', ...known[index] },
      })),
    );

  test.each(tableFileFormats)('as %s gives back every cell when it is read', async (format) => {
    await fc.assert(
      fc.asyncProperty(organs, async (snapshots) => {
        const bytes = await writeOrganFile(snapshots, format);
        const read = granted(await readOrganFile({ name: `机构.${format}`, bytes }));
        const cells = read.entries.map(({ values }) => columns.map(({ key }: { key: ColumnKey }) => values[key]));
        expect(cells).toEqual(tableOf(snapshots).slice(1));
      }),
      { numRuns: format === 'xlsx' ? 25 : 100 },
    );
  });
});
