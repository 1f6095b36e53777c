import type { CellValue } from '../../../annual-report.ts';
import { cellName, type Form, formCells, tableName } from '../../../forms/index.ts';
import type { CheckContext, Rule, RuleFinding } from '../../rule.ts';
import { type Judgement, judge } from '../judgement.ts';
import { type Passage, quoteAround, readNarrative } from '../narrative.ts';
import type { Mention } from '../ties/mentions.ts';
import type { Reading, SubjectTopic } from '../ties/subjects.ts';

const source = '国办公开办函〔2021〕30号（数据准确、前后一致）；各地年报审核通行做法';

/** A rule that compares every mention of one topic with the tables. */
function compareWithTables(
  topic: SubjectTopic,
  declaration: Pick<Rule, 'id' | 'severity' | 'title' | 'formula'>,
): Rule {
  return {
    ...declaration,
    source,
    *check(context) {
      const told = new Set<string>();
      for (const passage of readNarrative(context.report).sections) {
        for (const mention of passage.mentions) {
          if (mention.subject.topic !== topic) continue;
          const judgement = judge(mention, context.value);
          if (judgement.state === 'agrees') continue;
          const key = `${mention.subject.id} ${judgement.state === 'unknown' ? '' : mention.value}`;
          if (told.has(key)) continue;
          told.add(key);
          yield judgement.state === 'unknown'
            ? describeUnknown(context, passage, mention, judgement)
            : describeDifference(context, passage, mention);
        }
      }
    },
  };
}

function describeUnknown(context: CheckContext, passage: Passage, mention: Mention, judgement: Judgement): RuleFinding {
  const [gap = ''] = judgement.gaps;
  const more = judgement.gaps.length > 1 ? `等${judgement.gaps.length}格` : '';
  return {
    severity: 'unknown',
    paths: [...judgement.reading, passage.path],
    message: `${passage.name}写“${quoteAround(passage, mention.start, mention.end)}”，${cellName(context.form, gap)}${more}${quoteGap(context.value(gap))}，无法与正文核对。`,
    expected: '',
    found: writtenValue(passage, mention),
  };
}

const quoteGap = (value: CellValue | undefined) => (typeof value === 'string' ? `填的是“${value}”，不是数字` : '空白');

function describeDifference(context: CheckContext, passage: Passage, mention: Mention): RuleFinding {
  const { subject } = mention;
  const figures = subject.readings.map((reading) => figureOf(context, reading));
  const [first = [], ...others] = subject.readings;
  const alternatives = others
    .map((reading, index) => `${nameReading(context.form, reading)}为 ${figures[index + 1]}`)
    .filter((_, index) => figures[index + 1] !== figures[0]);
  const isNear = mention.precision !== 'exact' || mention.step > 1;
  const remark = findRemark(context, mention);
  return {
    ...severityOf(mention, isNear, remark !== undefined),
    paths: [...new Set([...first, passage.path])],
    message:
      `${passage.name}写“${quoteAround(passage, mention.start, mention.end)}”，` +
      `${nameReading(context.form, first)}为 ${figures[0]}${alternatives.length > 0 ? `（${alternatives.join('，')}）` : ''}，` +
      (remark
        ? `${mention.value} ${remark}。`
        : `${isNear ? '概数与表格对不上' : '正文与表格不一致'}，请核对${subject.name}。`),
    expected: [...new Set(figures)].join(' 或 '),
    found: writtenValue(passage, mention),
  };
}

/** The rule's own severity needs exact words that leave no other reading. */
function severityOf(mention: Mention, isNear: boolean, isExplained: boolean): Pick<RuleFinding, 'severity'> {
  if (isNear) return { severity: 'notice' };
  return mention.isPlain && !isExplained ? {} : { severity: 'warning' };
}

/** How the number came about, when it is the one often told by mistake. */
function findRemark(context: CheckContext, { subject, value, kind }: Mention): string | undefined {
  const { mistaken } = subject;
  if (!mistaken || kind === 'zero' || mistaken.reading.some((path) => typeof context.value(path) !== 'number'))
    return undefined;
  return figureOf(context, mistaken.reading) === value ? mistaken.remark : undefined;
}

const writtenValue = (passage: Passage, mention: Mention) =>
  mention.kind === 'zero'
    ? `0（${quoteAround(passage, mention.start, mention.end, 20)}）`
    : passage.folded.text.slice(mention.start, mention.end);

function figureOf(context: CheckContext, reading: Reading): number {
  let sum = 0;
  for (const path of reading) {
    const value = context.value(path);
    if (typeof value === 'number') sum += value;
  }
  return sum;
}

/** How the cells of a reading are called: one by its name, several as a sum. */
function nameReading(form: Form, reading: Reading): string {
  const [first = '', second = ''] = reading;
  const name = cellName(form, first);
  if (reading.length === 1) return name;
  if (reading.length === 2) return `${name}与${cellName(form, second)}之和`;
  const cells = formCells(form).filter(({ path }) => reading.includes(path));
  const [{ column, row } = {}] = cells;
  if (!column || !row) throw new Error(`no cell ${first}`);
  const table = tableName(form, 'requests');
  const isOneRow = cells.every((cell) => cell.row === row);
  if (isOneRow) return `${table}“${row.ordinal}${row.label}”行“${column.group}”${cells.length}列之和`;
  const isOneGroup = cells.every((cell) => cell.column === column && cell.row.under.at(-1) === row.under.at(-1));
  return isOneGroup
    ? `${table}“${row.under.at(-1)}”${cells.length}行“${column.label}”列之和`
    : `${name}等${reading.length}格之和`;
}

/** Rules that compare the counts of the narrative with the tables. */
export const countRules: readonly Rule[] = [
  compareWithTables('requests', {
    id: 'NAR-REQUEST',
    severity: 'error',
    title: '正文的申请数量与表三不一致',
    formula:
      '正文写的新收、上年结转、办结、结转下年度申请数量（包括“未收到申请”“无结转”）= 表三相应行的总计；只写“受理”“办理”的，等于新收或者新收加上年结转即可；概数要容得下表中数字',
  }),
  compareWithTables('results', {
    id: 'NAR-RESULT',
    severity: 'error',
    title: '正文的办理结果与表三不一致',
    formula:
      '正文写的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理件数 = 表三相应各行总计（或者总计之和）',
  }),
  compareWithTables('applicants', {
    id: 'NAR-APPLICANT',
    severity: 'warning',
    title: '正文的申请人情况与表三不一致',
    formula: '正文写的自然人、法人或其他组织（企业、科研机构、公益组织、法律服务机构）申请件数 = 表三相应各列',
  }),
  compareWithTables('remedies', {
    id: 'NAR-REMEDY',
    severity: 'error',
    title: '正文的复议诉讼数量与表四不一致',
    formula:
      '正文写的政府信息公开行政复议、行政诉讼件数及维持、纠正、其他结果、尚未审结件数（包括“未发生”）= 表四相应各格；行政诉讼按两栏合计',
  }),
  compareWithTables('proactive', {
    id: 'NAR-PROACTIVE',
    severity: 'error',
    title: '正文的文件和决定数量与表二不一致',
    formula:
      '正文写的制发、废止、现行有效规范性文件件数和许可、处罚、强制决定件数 = 表二相应各格；只写“公开”“公示”的不比较',
  }),
];
