import type { PrintableTable } from '../../kernel/printable-document.ts';
import type { AnnualReport, Section } from '../../report/domain/annual-report.ts';
import { type NarrativeMark, narrativeMarks } from '../../report/domain/check/narrative/index.ts';
import { getForm, tableKeys } from '../../report/domain/forms/index.ts';
import { layOutTables } from '../../report/domain/write/index.ts';
import { MarkLinks, markedClass } from './mark-links.tsx';
import type { Marking } from './marks.ts';
import { TableView } from './printable-table.tsx';
import { Prose, SaidLegend } from './prose.tsx';

export interface ReportDocumentProps {
  report: AnnualReport;
  marking: Marking;
  prefix: string;
}

const ordinals = ['', '一', '二', '三', '四', '五', '六'];

/** The whole report as it was read, with its three tables in the official form and every mark in place. */
export function ReportDocument({ report, marking, prefix }: ReportDocumentProps) {
  const form = getForm(report.form);
  const said = narrativeMarks(report);
  const tables = new Map(layOutTables(report, form).map((table, index) => [tableKeys[index], table]));
  return (
    <>
      <SaidLegend said={said} />
      <div className="paper" id={`${prefix}-document`} tabIndex={-1}>
        <h4
          id={marking.anchorOf('title')}
          className={['paper-title', markedClass(titleMarks(marking))].filter(Boolean).join(' ')}
        >
          <span id={marking.anchorOf('organ')} />
          <span id={marking.anchorOf('year')} />
          {report.title ?? '（没有读到标题）'}
          <MarkLinks marks={titleMarks(marking)} />
        </h4>
        {report.preamble === '' ? null : <Prose text={report.preamble} path="preamble" marking={marking} />}
        {report.sections.map((section, index) => {
          const key = tableKeys.find((each) => form.tables[each].section === section.number);
          const table = key && tables.get(key);
          return (
            <SectionView
              key={section.number}
              section={section}
              path={`sections.${index}`}
              said={said.filter((mark) => mark.section === section.number)}
              marking={marking}
            >
              {key && table ? <FormTable path={key} table={table} marking={marking} prefix={prefix} /> : null}
            </SectionView>
          );
        })}
      </div>
    </>
  );
}

/** Organ and year have no place of their own beside the title that says them. */
const titleMarks = (marking: Marking) => {
  const marks = ['title', 'organ', 'year'].flatMap((path) => marking.at.get(path) ?? []);
  return [...new Map(marks.map((mark) => [mark.anchor, mark])).values()];
};

const classes = (own: string, marking: Marking, path: string) =>
  [own, markedClass(marking.at.get(path))].filter(Boolean).join(' ');

interface SectionViewProps {
  section: Section;
  path: string;
  said: readonly NarrativeMark[];
  marking: Marking;
  children: React.ReactNode;
}

function SectionView({ section, path, said, marking, children }: SectionViewProps) {
  const heading = section.heading === '' ? '（原文没有这一部分）' : section.heading;
  return (
    <div className="paper-section" id={marking.anchorOf(path)}>
      <h5 id={marking.anchorOf(`${path}.heading`)} className={classes('paper-heading', marking, `${path}.heading`)}>
        {ordinals[section.number]}、{heading}
        <MarkLinks marks={marking.at.get(path)} />
        <MarkLinks marks={marking.at.get(`${path}.heading`)} />
      </h5>
      {section.text === '' ? null : <Prose text={section.text} path={`${path}.text`} said={said} marking={marking} />}
      {children}
    </div>
  );
}

interface FormTableProps {
  path: string;
  table: PrintableTable;
  marking: Marking;
  prefix: string;
}

function FormTable({ path, table, marking, prefix }: FormTableProps) {
  const marks = marking.at.get(path);
  return (
    <div id={marking.anchorOf(path)} className="form-table-holder">
      {marks ? (
        <p className={`table-marks ${markedClass(marks)}`}>
          本表 <MarkLinks marks={marks} />
        </p>
      ) : null}
      <TableView table={table} name={path} marking={marking} prefix={`${prefix}-${path}-`} />
    </div>
  );
}
