import type { CheckContext, Rule } from '../../rule.ts';
import { findFigure, quoteCell } from '../../tables/figures.ts';
import { sectionPath } from '../../text/places.ts';
import { type Narrative, quoteAround, readNarrative } from '../narrative.ts';
import { type FeeStatement, listFeeStatements } from '../ties/fee-statements.ts';

const cell = 'proactive.fees.amount';
const unpaidCell = 'requests.otherFeeUnpaid.total';
const unit = 10_000;
const cellWords = '表二“行政事业性收费”本年收费金额';
const source109 = '国办函〔2020〕109号（信息处理费属于行政事业性收费）';

/** Read once for the rules of one report. */
const kept = new WeakMap<Narrative, readonly FeeStatement[]>();

function statementsOf({ report }: CheckContext): readonly FeeStatement[] {
  const narrative = readNarrative(report);
  let statements = kept.get(narrative);
  if (!statements) {
    statements = listFeeStatements(narrative, report.year);
    kept.set(narrative, statements);
  }
  return statements;
}

const quoteStatement = ({ passage, start, end }: FeeStatement) =>
  `${passage.name}写“${quoteAround(passage, start, end)}”`;

const feeNone: Rule = {
  id: 'NAR-FEE-NONE',
  severity: 'warning',
  title: '正文说没有收费，表二有收费金额',
  formula: '正文写未收取任何费用、没有行政事业性收费的：表二本年收费金额 = 0',
  source: source109,
  *check(context) {
    const value = context.value(cell);
    if (value === undefined) return;
    const amount = findFigure(value, 'money');
    for (const statement of statementsOf(context)) {
      if (statement.value !== 0 || (statement.kind !== 'any' && statement.kind !== 'administrative')) continue;
      if (amount === 0) continue;
      yield {
        ...(amount === undefined ? { severity: 'unknown' as const } : {}),
        paths: [cell, statement.passage.path],
        message:
          amount === undefined
            ? `${quoteStatement(statement)}，${cellWords}${quoteCell(value)}，无法核对。`
            : `${quoteStatement(statement)}，${cellWords}却是 ${amount} 万元，请核对。`,
        expected: '0',
        found: quoteCell(value),
      };
    }
  },
};

const feeKind: Rule = {
  id: 'NAR-FEE-KIND',
  severity: 'notice',
  title: '没有信息处理费，表二有收费金额',
  formula: '正文写未收取信息处理费而表二本年收费金额 > 0，正文又没有提到行政事业性收费的，核对是不是其他收费项目',
  source: `${source109}；两者口径不同，不是矛盾`,
  *check(context) {
    const amount = findFigure(context.value(cell), 'money');
    if (amount === undefined || amount <= 0) return;
    const none = statementsOf(context).find(
      ({ kind, value }) => value === 0 && (kind === 'processing' || kind === 'notices'),
    );
    if (!none) return;
    if (readNarrative(context.report).sections.some(({ folded }) => /行政事业性?收费/.test(folded.text))) return;
    if (statementsOf(context).some(({ kind }) => kind === 'any')) return;
    yield {
      paths: [cell, none.passage.path],
      message:
        `${quoteStatement(none)}，${cellWords}为 ${amount} 万元。信息处理费只是行政事业性收费的一种，两者不矛盾；` +
        '请核对表二填的是不是其他收费项目，单位是不是万元。',
      expected: '',
      found: String(amount),
    };
  },
};

const feeAmount: Rule = {
  id: 'NAR-FEE-AMOUNT',
  severity: 'warning',
  title: '正文的收费金额与表二不一致',
  formula:
    '正文写的行政事业性收费金额 = 表二本年收费金额（万元，按表中小数位数）；正文写的信息处理费 ≤ 表二本年收费金额',
  source: source109,
  *check(context) {
    const value = context.value(cell);
    const amount = findFigure(value, 'money');
    if (value === undefined) return;
    for (const statement of statementsOf(context)) {
      const { kind, passage } = statement;
      if (statement.value === 0 || (kind !== 'processing' && kind !== 'administrative')) continue;
      if (amount === undefined) {
        yield {
          severity: 'unknown',
          paths: [cell, passage.path],
          message: `${quoteStatement(statement)}，${cellWords}${quoteCell(value)}，无法核对。`,
          expected: '',
          found: quoteCell(value),
        };
        continue;
      }
      const written = statement.value / unit;
      const slack =
        Math.max(halfPlace(String(value)), kind === 'administrative' ? (statement.step / unit) * 0.999 : 0) + 1e-9;
      const isWrong = kind === 'processing' ? amount < written - slack : Math.abs(amount - written) > slack;
      if (!isWrong) continue;
      yield {
        paths: [cell, passage.path],
        message:
          kind === 'processing'
            ? `${quoteStatement(statement)}，信息处理费属于行政事业性收费，${cellWords}只有 ${amount} 万元，请核对。`
            : `${quoteStatement(statement)}，${cellWords}为 ${amount} 万元，请核对金额和单位。`,
        expected: `${kind === 'processing' ? '不少于 ' : ''}${written} 万元`,
        found: `${amount} 万元`,
      };
    }
  },
};

/** What rounding to the places of the cell may hide: 0.005 for 1.25; less than a unit for a whole number. */
function halfPlace(value: string): number {
  const places = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
  return places === 0 ? 0.5 : 0.5 / 10 ** places;
}

const feeStatement: Rule = {
  id: 'NAR-FEE-STATEMENT',
  severity: 'notice',
  title: '没有说明信息处理费',
  formula:
    '2021年及以后的报告：第六部分说明发出收费通知的件数、总金额和实际收取的总金额；没有的写明没有（写在其他部分的也可以）',
  source: '国办公开办函〔2021〕30号 第六部分；国办函〔2020〕109号',
  *check(context) {
    if (context.value(cell) === undefined) return;
    const section = context.report.sections[5];
    if (!section || section.text.trim() === '') return;
    if (readNarrative(context.report).sections.some(({ folded }) => /处理费|收费通知|收费情况|费用/.test(folded.text)))
      return;
    yield {
      paths: [sectionPath(6, 'text')],
      message: '第六部分没有说明信息处理费：发出收费通知的件数、总金额和实际收取的总金额；没有发生的，写明没有。',
      expected: '',
      found: section.text.length > 40 ? `${section.text.slice(0, 40)}…` : section.text,
    };
  },
};

const feeUnpaid: Rule = {
  id: 'NAR-FEE-UNPAID',
  severity: 'notice',
  title: '有逾期未缴费的申请，正文说没有发收费通知',
  formula: '表三“逾期未按收费通知要求缴纳费用”总计 > 0 的，正文的收费通知件数一般不为 0（上年末发出、本年逾期的除外）',
  source: '国办函〔2020〕109号（先发收费通知，逾期未缴的不再处理）',
  *check(context) {
    const unpaid = context.value(unpaidCell);
    if (typeof unpaid !== 'number' || unpaid <= 0) return;
    const none = statementsOf(context).find(({ kind, value }) => kind === 'notices' && value === 0);
    if (!none) return;
    yield {
      paths: [unpaidCell, none.passage.path],
      message: `${quoteStatement(none)}，表三却有 ${unpaid} 件申请因逾期未按收费通知缴费不再处理；收费通知如果是上年发出的，请说明。`,
      expected: '',
      found: '0',
    };
  },
};

/** Rules on what the text says about fees. */
export const feeRules: readonly Rule[] = [feeNone, feeKind, feeAmount, feeStatement, feeUnpaid];
