import fc from 'fast-check';
import type { AnnualReport, CellValue, Section } from '../../src/report/domain/annual-report.ts';
import { type FormCell, formCells, getForm } from '../../src/report/domain/forms/index.ts';
import { consistentReport } from './report-arbitrary.ts';

/** What offices put into a cell instead of a plain number, and numbers that fit no sum. */
const blemishes: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.constantFrom<CellValue>('/', '无', '-', '12件（含网络3件）') },
  { weight: 2, arbitrary: fc.constantFrom<CellValue>(0, 7, 31, 1204, 987_654, 12_345_678) },
);
const moneyBlemishes: fc.Arbitrary<CellValue> = fc.constantFrom<CellValue>(
  null,
  '/',
  '无',
  '0',
  '0.0001',
  '251.40',
  '23246297.53',
);

const paragraph = fc.constantFrom(
  '（一）主动公开。全年主动公开政府信息118条，其中门户网站80条、公示栏38条。',
  '（二）依申请公开情况',
  '1.政府网站。按月检查栏目更新，共更新210条。',
  '2.加强学习，提高办理水平。',
  '一是更新不够及时；二是解读形式单一。',
  '本机关联系电话：0000-1234567，邮编000000。',
  '按照“三安全一稳定”的要求先审查后发布，A类<内部>文件不上网，R&D经费见附件*。',
  '全年解读率100%，同比增长12.5%，较上年提高3.2个百分点；满意度为98%～99%。',
);
const text = fc.array(paragraph, { maxLength: 4 }).map((lines) => lines.join('\n'));

/** Sections as found: absent, empty, with another wording of the heading, with any text. */
const sectionOf = (section: Section, variants: readonly string[]): fc.Arbitrary<Section> =>
  fc.oneof(
    { weight: 6, arbitrary: text.map((written) => ({ ...section, text: written })) },
    { weight: 2, arbitrary: fc.constant({ ...section, text: '' }) },
    { weight: 1, arbitrary: fc.constant({ ...section, heading: '', text: '' }) },
    { weight: 2, arbitrary: fc.constantFrom(...variants).map((heading) => ({ ...section, heading })) },
  );

/**
 * Reports as offices really file them: blank cells, signs and words in cells, sums that do not
 * add up, sections without text or under another wording. The notes are left out: what can be read
 * of a report is compared, not how it was read.
 */
export function blemishedReport(): fc.Arbitrary<AnnualReport> {
  return consistentReport().chain((report) => {
    const form = getForm(report.form);
    const cells = formCells(form);
    return fc
      .record({
        places: fc.uniqueArray(fc.nat({ max: cells.length - 1 }), { maxLength: 24 }),
        values: fc.array(blemishes, { minLength: 24, maxLength: 24 }),
        money: fc.option(moneyBlemishes, { nil: undefined }),
        // A title that does not say whose report it is.
        isNameless: fc.boolean(),
        preamble: fc.oneof({ weight: 3, arbitrary: fc.constant(report.preamble) }, text),
        sections: fc.tuple(
          ...report.sections.map((section, index) => sectionOf(section, form.sections[index]?.variants ?? [])),
        ),
      })
      .map((drawn) => {
        const blemished = structuredClone(report);
        const put = ({ table, row, column }: FormCell, value: CellValue) => {
          const values = blemished[table][row.key];
          if (values) values[column.key] = value;
        };
        for (const [index, place] of drawn.places.entries()) {
          const cell = cells[place];
          if (cell && cell.column.kind !== 'money') put(cell, drawn.values[index] ?? null);
        }
        for (const cell of cells) if (cell.column.kind === 'money' && drawn.money !== undefined) put(cell, drawn.money);
        const front = drawn.isNameless ? { title: `${report.year}年政府信息公开工作年度报告`, organ: null } : {};
        return { ...blemished, ...front, preamble: drawn.preamble, sections: drawn.sections };
      });
  });
}
