import type { CellValue } from '../../annual-report.ts';
import { cellName, type FormCell } from '../../forms/index.ts';
import type { CheckContext, Rule, RuleFinding } from '../rule.ts';
import { findFigure, quoteCell } from './figures.ts';
import { getCell, planForm } from './form-plan.ts';

/** Runs a rule over every cell that holds a figure. */
function* findCells(
  context: CheckContext,
  suspect: (figure: number, cell: FormCell) => boolean,
  describe: (cell: FormCell, name: string) => Omit<RuleFinding, 'paths' | 'found'>,
): Iterable<RuleFinding> {
  const plan = planForm(context.form);
  const { cells } = context;
  for (let position = 0; position < cells.length; position += 1) {
    const value = cells[position];
    // Almost every cell is a plain count: let it pass without a further look.
    if (isPlainCount(value)) continue;
    const cell = getCell(plan, position);
    const figure = findFigure(value, cell.column.kind);
    if (figure === undefined || !suspect(figure, cell)) continue;
    const finding = describe(cell, cellName(context.form, cell.path));
    yield { ...finding, paths: [cell.path], found: quoteCell(value) };
  }
}

/** From here on a count is suspected of holding digits that do not belong to it. */
const huge = 10_000_000;

const isPlainCount = (value: CellValue | undefined): boolean =>
  typeof value === 'number' && value >= 0 && value < huge && Number.isInteger(value);

const cellNegative: Rule = {
  id: 'CELL-NEGATIVE',
  severity: 'error',
  title: '负数',
  formula: '除“本年增/减”外，各格不小于 0',
  source: '件数、金额的本义',
  check: (context) =>
    findCells(
      context,
      (figure, cell) => figure < 0 && cell.column.kind !== 'change',
      (_, name) => ({ message: `${name}是负数，件数和金额不能小于 0。`, expected: '不小于 0 的数' }),
    ),
};

const cellInteger: Rule = {
  id: 'CELL-INTEGER',
  severity: 'error',
  title: '件数不是整数',
  formula: '除金额外，各格是整数',
  source: '件数的本义',
  check: (context) =>
    findCells(
      context,
      (figure, cell) => !Number.isInteger(figure) && cell.column.kind !== 'money',
      (_, name) => ({ message: `${name}带小数，件数必须是整数。`, expected: '整数' }),
    ),
};

const cellHuge: Rule = {
  id: 'CELL-HUGE',
  severity: 'warning',
  title: '件数过大',
  formula: '市级以下机关各项件数小于 1000 万',
  source: '常理',
  check: (context) =>
    context.level === 'province' || context.level === 'national'
      ? []
      : findCells(
          context,
          (figure, cell) => Math.abs(figure) >= huge && cell.column.kind !== 'money',
          (_, name) => ({ message: `${name}达到 1000 万以上，请核对是否多输了数字或粘连了两格。`, expected: '' }),
        ),
};

/** Most decimals an amount can have before it falls below one 分. */
const finestDecimals = { 万元: 6, 元: 2 };

const moneyDecimals: Rule = {
  id: 'MONEY-DECIMALS',
  severity: 'error',
  title: '金额小数位数',
  formula: '以万元为单位的金额不超过 6 位小数，以元为单位的不超过 2 位（到分为止）',
  source: '人民币的最小单位为分',
  *check(context) {
    const plan = planForm(context.form);
    for (const position of plan.money) {
      const cell = getCell(plan, position);
      const { unit } = cell.column;
      const value = context.cells[position];
      if (!unit || typeof value !== 'string' || findFigure(value, 'money') === undefined) continue;
      const decimals = value.split('.')[1]?.replace(/0+$/, '').length ?? 0;
      if (decimals <= finestDecimals[unit]) continue;
      const name = cellName(context.form, cell.path);
      yield {
        // In a column of 元 more than two decimals most often mean that 万元 was written.
        severity: unit === '元' ? 'warning' : 'error',
        paths: [cell.path],
        message: `${name}有${decimals}位小数，以${unit}为单位时小于一分，请核对数字${unit === '元' ? '，是否按万元填写了' : ''}。`,
        expected: `不超过${finestDecimals[unit]}位小数`,
        found: value,
      };
    }
  },
};

/** Rules on the figure in a single cell. */
export const cellRules: readonly Rule[] = [cellNegative, cellInteger, cellHuge, moneyDecimals];
