import type { Rule } from '../../report/domain/check/rule.ts';
import { getForm } from '../../report/domain/forms/index.ts';
import { type Examined, unitName } from './examined.ts';
import { Findings } from './findings.tsx';
import { numberMarks } from './marks.ts';
import { Notes } from './notes.tsx';
import { ReportDocument } from './report-document.tsx';
import { severityWords, verdictOf } from './severity.ts';

/** Id of the form at the end of the page that carries the reports for the downloads. */
export const downloadFormId = 'downloads';

export interface UnitResultProps {
  examined: Examined;
  /** Position among the reports of the page; names the report in downloads. */
  index: number;
  rules: ReadonlyMap<string, Rule>;
}

/** Everything about one report: verdict, downloads, findings beside the report itself. */
export function UnitResult({ examined, index, rules }: UnitResultProps) {
  const prefix = unitAnchor(index);
  const { report, findings } = examined;
  const marking = numberMarks(report, findings, prefix);
  return (
    <article className="unit" aria-labelledby={`${prefix}-name`}>
      <header className="unit-header">
        <h2 id={`${prefix}-name`} tabIndex={-1}>
          {unitName(examined)}
        </h2>
        <Facts examined={examined} prefix={prefix} />
        <VerdictBlock summary={examined.summary} />
      </header>
      <Downloads index={index} />
      <div className="review">
        <section className="review-findings" aria-labelledby={`${prefix}-findings`}>
          <h3 id={`${prefix}-findings`}>核对结果</h3>
          <Findings marking={marking} rules={rules} level={4} />
          <h3 id={`${prefix}-notes`}>读取说明</h3>
          <Notes marking={marking} level={4} />
        </section>
        <section className="review-document" aria-labelledby={`${prefix}-text`}>
          <h3 id={`${prefix}-text`}>年报全文</h3>
          <ReportDocument report={report} marking={marking} prefix={prefix} />
        </section>
      </div>
    </article>
  );
}

/** Anchor of the n-th report of the page; begins every anchor inside it. */
export const unitAnchor = (index: number) => `r${index + 1}`;

function Facts({ examined: { name, report, hasPrevious }, prefix }: { examined: Examined; prefix: string }) {
  const form = getForm(report.form);
  const facts = [
    ['文件', name],
    ['机关', report.organ ?? '没有读到'],
    ['年度', report.year === null ? '没有读到' : `${report.year} 年`],
    ['格式', `${form.id} 年格式（${form.instrument}）`],
    ...(hasPrevious ? [['比对', '已与上年度年报比对']] : []),
  ];
  return (
    <dl className="facts">
      {facts.map(([term, detail]) => (
        <div key={term} id={term === '格式' ? `${prefix}-form` : undefined}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

function VerdictBlock({ summary }: { summary: Examined['summary'] }) {
  const verdict = verdictOf(summary);
  return (
    <div className={`verdict verdict-${verdict.tone}`}>
      <div>
        <p className="verdict-text">{verdict.text}</p>
        <p className="verdict-advice">{verdict.advice}</p>
      </div>
      <ul className="counts" aria-label="各类问题数">
        {severityWords.map(({ severity, name, letter }) => (
          <li key={severity} className={summary[severity] > 0 ? `count-${letter}` : 'count-none'}>
            <span className="count-number">{summary[severity]}</span> <span className="count-name">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What can be taken away for one report, in the order in which an office needs it. */
const downloadChoices = [
  { choice: 'docx', label: 'Word 年报', detail: '国办格式，.docx' },
  { choice: 'letter', label: '问题反馈函', detail: '发给填报单位，.docx' },
  { choice: 'xlsx', label: 'Excel 表格', detail: '三张表，.xlsx' },
  { choice: 'json', label: 'JSON', detail: '交换格式，.json' },
  { choice: 'html', label: '网页', detail: '可打印，.html' },
] as const;

function Downloads({ index }: { index: number }) {
  return (
    <section className="downloads" aria-labelledby={`${unitAnchor(index)}-downloads`}>
      <h3 id={`${unitAnchor(index)}-downloads`}>下载</h3>
      <ul>
        {downloadChoices.map(({ choice, label, detail }) => (
          <li key={choice}>
            <button
              className="button-quiet"
              type="submit"
              form={downloadFormId}
              name="get"
              value={`${choice}:${index}`}
            >
              <span className="button-label">{label}</span> <span className="button-detail">{detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
