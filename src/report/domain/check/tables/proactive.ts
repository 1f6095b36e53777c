import type { FormCell } from '../../forms/index.ts';
import { cellName, rowName, tableName } from '../../forms/index.ts';
import type { CheckContext, Rule } from '../rule.ts';
import { findFigure, listNames } from './figures.ts';
import { getCell, planForm } from './form-plan.ts';

/** The figure at a path, or undefined when the form has no such cell or it holds none. */
function figureAt(context: CheckContext, path: string): number | undefined {
  const plan = planForm(context.form);
  const position = plan.positions.get(path);
  return position === undefined ? undefined : findFigure(context.cells[position], getCell(plan, position).column.kind);
}

/** The cells of one row of table 二; empty when the form has no such row. */
function cellsOfRow(context: CheckContext, row: string): FormCell[] {
  const plan = planForm(context.form);
  const planned = plan.rows.find(({ table, key }) => table === 'proactive' && key === row);
  return planned ? planned.columns.map((_, index) => getCell(plan, planned.first + index)) : [];
}

const rulesLevel: Rule = {
  id: 'PRO-RULES-LEVEL',
  severity: 'error',
  title: '乡镇、县级机关没有规章',
  formula: '乡镇（街道）和县级机关“规章”行各格 = 0',
  source: '《立法法》：规章由国务院部门，省级、设区的市（自治州）人民政府制定',
  *check(context) {
    const { level } = context;
    if (level === 'city' || level === 'province' || level === 'national') return;
    const wrong = cellsOfRow(context, 'rules').filter((cell) => (figureAt(context, cell.path) ?? 0) !== 0);
    if (wrong.length === 0) return;
    const found = wrong.map((cell) => `${cell.column.label} ${figureAt(context, cell.path)}`).join('，');
    const certain = level === 'township' || level === 'county';
    yield {
      severity: certain ? 'error' : 'notice',
      paths: wrong.map((cell) => cell.path),
      message: certain
        ? `${level === 'township' ? '乡镇、街道' : '县级机关'}无权制定规章，“规章”行应为 0，现为${found}。可能把行政规范性文件填在了这一行。`
        : `“规章”行现为${found}。规章只能由国务院部门，省级、设区的市人民政府制定；如果本机关是县级以下机关或者政府部门，应为 0。`,
      expected: certain ? '0' : '',
      found,
    };
  },
};

const feeUnit: Rule = {
  id: 'PRO-FEE-UNIT',
  severity: 'warning',
  title: '收费金额的单位',
  formula: '县级以下机关以万元为单位的收费金额小于 10000；为整数或者只到角分而达到 10000 的，可能是按元填写',
  source: '表头“单位：万元”；常见差错',
  *check(context) {
    const { level } = context;
    if (level === 'city' || level === 'province' || level === 'national') return;
    const amount = figureAt(context, 'proactive.fees.amount');
    if (amount === undefined || amount < 10_000 || !Number.isInteger(Math.round(amount * 1e8) / 1e6)) return;
    yield {
      // Without the rank of the organ the amount may be that of a large city.
      severity: level === undefined ? 'notice' : 'warning',
      paths: ['proactive.fees.amount'],
      message: `行政事业性收费填了 ${amount} 万元（${amount / 10_000} 亿元），请核对是否把元当作万元填写；如果是 ${amount} 元，应填 ${amount / 10_000}。`,
      expected: String(amount / 10_000),
      found: String(context.value('proactive.fees.amount')),
    };
  },
};

const normativeRows = ['rules', 'normativeDocuments'];

const issuedInForce: Rule = {
  id: 'PRO-IN-FORCE',
  severity: 'warning',
  title: '制发、废止与现行有效',
  formula: '本年制发 ≤ 现行有效 + 本年废止',
  source: '现行有效 = 上年现行有效 + 本年制发 − 本年废止（通行核对），上年现行有效不小于 0',
  *check(context) {
    for (const row of normativeRows) {
      const issued = figureAt(context, `proactive.${row}.issued`);
      const repealed = figureAt(context, `proactive.${row}.repealed`);
      const inForce = figureAt(context, `proactive.${row}.inForce`);
      if (issued === undefined || repealed === undefined || inForce === undefined || issued <= inForce + repealed)
        continue;
      const cells = cellsOfRow(context, row);
      yield {
        paths: cells.map((cell) => cell.path),
        message: `${rowName(context.form, cells[0] as FormCell)}本年制发 ${issued} 件，废止 ${repealed} 件，现行有效只有 ${inForce} 件：制发的件数没有全部计入现行有效或者废止，请核对或者说明。`,
        expected: `不少于 ${issued - repealed}`,
        found: String(inForce),
      };
    }
  },
};

const disclosedTotal: Rule = {
  id: 'PRO-DISCLOSED-TOTAL',
  severity: 'warning',
  title: '公开数量与公开总数（2019年格式）',
  formula: '本年新公开数量 ≤ 对外公开总数量',
  source: '国办公开办函〔2019〕60号 表格结构',
  *check(context) {
    for (const row of normativeRows) {
      const disclosed = figureAt(context, `proactive.${row}.disclosed`);
      const total = figureAt(context, `proactive.${row}.totalDisclosed`);
      if (disclosed === undefined || total === undefined || disclosed <= total) continue;
      yield {
        paths: [`proactive.${row}.disclosed`, `proactive.${row}.totalDisclosed`],
        message: `${rowName(context.form, cellsOfRow(context, row)[0] as FormCell)}本年新公开 ${disclosed} 件，多于对外公开总数 ${total} 件。`,
        expected: `不少于 ${disclosed}`,
        found: String(total),
      };
    }
  },
};

const itemRows = ['licences', 'otherServices', 'penalties', 'compulsions', 'fees'];

const itemsChange: Rule = {
  id: 'PRO-ITEMS-CHANGE',
  severity: 'error',
  title: '项目数量的增减（2019年格式）',
  formula: '上一年项目数量 + 本年增/减 ≥ 0；两者都为 0 时没有处理决定',
  source: '国办公开办函〔2019〕60号 表格结构',
  *check(context) {
    for (const row of itemRows) {
      const before = figureAt(context, `proactive.${row}.itemsLastYear`);
      const change = figureAt(context, `proactive.${row}.change`);
      if (before === undefined || change === undefined) continue;
      const name = rowName(context.form, cellsOfRow(context, row)[0] as FormCell);
      if (before + change < 0) {
        yield {
          paths: [`proactive.${row}.itemsLastYear`, `proactive.${row}.change`],
          message: `${name}上一年项目 ${before} 项，本年减少 ${-change} 项，减后成为负数。`,
          expected: `不小于 ${0 - before}`,
          found: String(change),
        };
      }
      const decisions = figureAt(context, `proactive.${row}.decisions`) ?? 0;
      if (before === 0 && change === 0 && decisions > 0) {
        yield {
          severity: 'notice',
          paths: [`proactive.${row}.itemsLastYear`, `proactive.${row}.change`, `proactive.${row}.decisions`],
          message: `${name}没有项目，却有 ${decisions} 件处理决定，请核对项目数量是否漏填。`,
          expected: '',
          found: String(decisions),
        };
      }
    }
  },
};

const procurement: Rule = {
  id: 'PRO-PROCUREMENT',
  severity: 'warning',
  title: '政府集中采购（2019年格式）',
  formula: '采购项目数量与采购总金额同时为 0 或者同时大于 0；平均每个项目不少于 1000 元',
  source: '国办公开办函〔2019〕60号 表格；金额以元为单位，按万元填写是常见差错',
  *check(context) {
    const projects = figureAt(context, 'proactive.procurement.projects');
    const amount = figureAt(context, 'proactive.procurement.amount');
    if (projects === undefined || amount === undefined) return;
    const paths = ['proactive.procurement.projects', 'proactive.procurement.amount'];
    const found = `${projects} 个项目，${context.value('proactive.procurement.amount')} 元`;
    if (projects > 0 !== amount > 0) {
      const message =
        projects > 0
          ? `政府集中采购有 ${projects} 个项目，采购总金额为 0，请核对。`
          : '政府集中采购有采购金额，采购项目数量为 0，请核对。';
      yield { paths, message, expected: '', found };
    } else if (projects > 0 && amount / projects < 1000) {
      yield {
        severity: 'notice',
        paths,
        message: `政府集中采购平均每个项目不到 1000 元，请核对金额是否按万元填写；表格以元为单位。`,
        expected: '',
        found,
      };
    }
  },
};

const sameFigures: Rule = {
  id: 'PRO-SAME',
  severity: 'notice',
  title: '表二各格填了同一个数',
  formula: '表二的件数不全部是同一个大于 0 的数',
  source: '常见差错（整列复制）',
  *check(context) {
    let only: number | undefined;
    const cells: FormCell[] = [];
    for (const [position, cell] of planForm(context.form).cells.entries()) {
      if (cell.table !== 'proactive') break;
      if (cell.column.kind !== 'count' || cell.row.key === 'rules') continue;
      const value = context.cells[position];
      if (typeof value !== 'number' || value <= 0 || (only !== undefined && value !== only)) return;
      only = value;
      cells.push(cell);
    }
    const names = cells.map((cell) => cellName(context.form, cell.path).slice(2));
    yield {
      paths: cells.map((cell) => cell.path),
      message: `${tableName(context.form, 'proactive')}的${listNames(names, '格')}都是 ${only}，请核对是否整列复制。`,
      expected: '',
      found: String(only),
    };
  },
};

/** Rules on table 二. */
export const proactiveRules: readonly Rule[] = [
  rulesLevel,
  feeUnit,
  issuedInForce,
  disclosedTotal,
  itemsChange,
  procurement,
  sameFigures,
];
