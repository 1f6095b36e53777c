import type { PrintableBlock, PrintableDocument, PrintableTable } from '../../../kernel/printable-document.ts';
import type { AnnualReport } from '../annual-report.ts';
import { getForm, tableKeys } from '../forms/index.ts';
import { layOutText, sectionHeading } from './narrative.ts';
import { layOutTable } from './tables.ts';

/**
 * Lays a report out in the official form: title, introduction, six sections, the three tables in
 * the sections that hold them. Nothing is added to what the report says: a heading it does not
 * have is not invented, a blank cell stays blank. Notes and source are about the file the report
 * was read from and are not printed.
 */
export function layOutReport(report: AnnualReport): PrintableDocument {
  const form = getForm(report.form);
  const tables = new Map<number, PrintableTable>(
    tableKeys.map((key) => [form.tables[key].section, layOutTable(report, form, key)]),
  );
  const blocks: PrintableBlock[] = [];
  if (report.title !== null) blocks.push({ kind: 'title', parts: titleParts(report.title, report.organ) });
  blocks.push(...layOutText(report.preamble));
  for (const section of report.sections) {
    if (section.heading !== '') {
      blocks.push({ kind: 'heading', level: 1, text: sectionHeading(section.number, section.heading) });
    }
    blocks.push(...layOutText(section.text));
    const table = tables.get(section.number);
    if (table) blocks.push(table);
  }
  return { title: report.title ?? '政府信息公开工作年度报告', blocks };
}

/**
 * Where a title may be broken: between the organ and the year, never inside a name, and not where
 * it has a space, which a break would swallow.
 *
 * @example titleParts('云溪县石桥镇人民政府2024年政府信息公开工作年度报告', null)
 *   → ['云溪县石桥镇人民政府', '2024年政府信息公开工作年度报告']
 */
export function titleParts(title: string, organ: string | null): readonly string[] {
  const lead = organ && title.startsWith(organ) ? organ.length : title.search(/\d{4}年|政府信息公开/);
  const isBreak = lead > 0 && lead < title.length && !/\s/.test(title.slice(lead - 1, lead + 1));
  return isBreak ? [title.slice(0, lead), title.slice(lead)] : [title];
}
