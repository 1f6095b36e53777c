import type {
  PrintableBlock,
  PrintableCell,
  PrintableDocument,
  PrintableRow,
} from '../../../kernel/printable-document.ts';
import type { AnnualReport } from '../annual-report.ts';
import type { Rule } from '../check/rule.ts';
import type { Finding, Severity } from '../finding.ts';
import { type Form, getForm } from '../forms/index.ts';
import { placeNames } from '../place-name.ts';

/** What a letter about the issues of a report is made of. */
export interface IssueLetter {
  /** The report as it was checked. */
  report: AnnualReport;
  findings: readonly Finding[];
  /** What the rules of the findings are called and where they come from. */
  rules: readonly Pick<Rule, 'id' | 'title' | 'source'>[];
}

/** What a severity is called in a letter, and what the unit is asked to do; in the order of urgency. */
const parts: readonly { severity: Severity; heading: string; count: string; request: string }[] = [
  {
    severity: 'error',
    heading: '必须更正的问题',
    count: '必须更正的',
    request: '下列内容与规定格式、表内勾稽关系或者报告其他部分不符，请核实并更正。',
  },
  {
    severity: 'unknown',
    heading: '无法核对的内容',
    count: '无法核对的',
    request: '下列内容空白或者填写的不是数字，无法核对，不视为无误。请填写实际数字；确实没有发生的，填写“0”。',
  },
  {
    severity: 'warning',
    heading: '需要核实说明的问题',
    count: '需要核实说明的',
    request: '下列内容可能有误，请核实。确有错误的予以更正；属实的，请说明原因。',
  },
  {
    severity: 'notice',
    heading: '建议关注的内容',
    count: '建议关注的',
    request: '下列内容不一定有误，请一并核对，是否修改由你单位决定。',
  },
];

// What the reader repaired or guessed is for whoever reads the file; the unit cannot mend it.
const readerPrefix = 'READ-';

const blank = (length: number) => '_'.repeat(length);
const dateLine = `${blank(6)}年${blank(4)}月${blank(4)}日`;

/**
 * Lays out the letter that returns a report to its unit: the findings by urgency, each with its
 * place, what stands there, what is expected, and the rule with its source. Who sends it, when and
 * until when an answer is due are blank lines for the office to fill in.
 */
export function layOutIssueLetter(letter: IssueLetter): PrintableDocument {
  const { report } = letter;
  const form = getForm(report.form);
  const findings = letter.findings.filter((finding) => !finding.rule.startsWith(readerPrefix));
  const present = parts
    .map((part) => ({ ...part, findings: findings.filter((finding) => finding.severity === part.severity) }))
    .filter((part) => part.findings.length > 0);
  const subject = `${report.year === null ? '' : `${report.year}年`}政府信息公开工作年度报告`;
  const title = report.organ === null ? [`关于${subject}`] : [`关于${report.organ}`, subject];
  const blocks: PrintableBlock[] = [
    { kind: 'title', parts: [...title, '有关问题的反馈函'] },
    { kind: 'paragraph', role: 'addressee', runs: [plain(`${report.organ ?? blank(16)}：`)] },
    body(opening(report, form, present)),
  ];
  for (const [index, part] of present.entries()) {
    blocks.push(
      {
        kind: 'heading',
        level: 1,
        text: `${'一二三四'[index]}、${part.heading}（${part.findings.length}项）`,
      },
      body(part.request),
      findingTable(part.heading, part.findings, letter, form),
    );
  }
  const answer = present.some((part) => part.severity !== 'notice')
    ? `请于${dateLine}前将更正后的年度报告和有关情况说明报送我单位。`
    : '';
  blocks.push(
    ...(answer === '' ? [] : [body(answer)]),
    body('特此函告。'),
    body(''),
    { kind: 'signature', lines: [`${blank(20)}（印章）`, dateLine] },
    { kind: 'paragraph', role: 'body', runs: [plain(`（联系人：${blank(12)}　联系电话：${blank(16)}）`)] },
  );
  return { title: [...title, '有关问题的反馈函'].join(''), blocks };
}

const plain = (text: string) => ({ text, kind: 'plain' as const });
const body = (text: string): PrintableBlock => ({
  kind: 'paragraph',
  role: 'body',
  runs: text === '' ? [] : [plain(text)],
});

function opening(
  report: AnnualReport,
  form: Form,
  present: readonly { count: string; findings: readonly Finding[] }[],
): string {
  const name = report.title === null ? '政府信息公开工作年度报告' : `《${report.title}》`;
  const basis = `经对照《中华人民共和国政府信息公开条例》和${form.instrument}规定的年度报告格式逐项核对，`;
  const total = present.reduce((sum, part) => sum + part.findings.length, 0);
  if (total === 0) return `你单位报送的${name}收悉。${basis}未发现需要更正或者说明的问题。`;
  const counts = present.map((part) => `${part.count}${part.findings.length}项`).join('，');
  const found = present.length === 1 ? `发现${counts}` : `发现问题${total}项，其中${counts}`;
  return `你单位报送的${name}收悉。${basis}${found}。现反馈如下，请逐项核对处理。`;
}

const header = (text: string): PrintableCell => ({ text, header: 'column' });

function findingTable(name: string, findings: readonly Finding[], { rules }: IssueLetter, form: Form): PrintableBlock {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const rows = findings.map((finding, index): PrintableRow => {
    const rule = known.get(finding.rule);
    const source = rule ? `${rule.source}（核对规则${finding.rule}）` : `核对规则${finding.rule}`;
    return [
      { text: String(index + 1) },
      { text: finding.paths.length === 0 ? '全文' : placeNames(form, finding.paths), align: 'left' },
      { text: finding.found === '' ? '—' : finding.found, align: 'left' },
      { text: finding.expected === '' ? '—' : finding.expected, align: 'left' },
      { text: `${finding.message}\n依据：${source}`, align: 'left' },
    ];
  });
  return {
    kind: 'table',
    name,
    columns: [11, 28, 22, 23, 72],
    head: [[header('序号'), header('位置'), header('报告中的内容'), header('应当是'), header('问题说明和依据')]],
    groups: rows.map((row) => [row]),
    density: 'normal',
  };
}
