import { year } from './documents.ts';
import { type FieldDeclaration, type Kind, limits, needed, optional } from './kind.ts';

const twentyDaysAfterApproval = {
  rule: { kind: 'calendar-days', days: 20, trigger: 'approval' },
  source: '《中华人民共和国预算法》第十四条（批准、批复后二十日内）',
} as const;

const budgetFields: readonly FieldDeclaration[] = [
  needed('year', '年度', 'number', { check: year }),
  needed('level', '范围', 'choice', {
    choices: { government: '政府预决算（本级人大批准）', department: '部门预决算（财政部门批复）', unit: '单位预决算' },
  }),
  optional('approvalNumber', '批准（批复）文号', 'text', { maximum: 100 }),
  needed('total', '收支总额', 'money'),
  needed('receptions', '“三公”经费合计', 'money', { help: '没有的填 0，不留空。' }),
];

const budgetLike = {
  group: 'finance',
  article20: 7,
  column: 'budgets',
  limit: twentyDaysAfterApproval,
  formedLabel: '批准（批复）日期',
  body: 'optional',
  personalData: 'none',
  important: true,
} as const;

/** Money and what is bought and built with it: 条例 art. 20 (7) to (10). */
export const financeKinds = {
  budget: {
    ...budgetLike,
    name: '预算',
    help: '经批准的政府预算、预算调整和部门预算，含报表和“三公”经费说明。',
    fields: budgetFields,
    check: ({ attachments, bodyText }) =>
      attachments.length === 0 && bodyText.trim() === ''
        ? [{ field: 'attachments', message: '请附上预算报表，或者在正文中列出（预算法第十四条）。' }]
        : [],
  },
  'final-account': {
    ...budgetLike,
    name: '决算',
    help: '经批准的政府决算和部门决算，含报表、“三公”经费和机关运行经费说明。',
    fields: [...budgetFields, needed('operating', '机关运行经费', 'money', { help: '没有的填 0，不留空。' })],
    check: ({ attachments, bodyText }) =>
      attachments.length === 0 && bodyText.trim() === ''
        ? [{ field: 'attachments', message: '请附上决算报表，或者在正文中列出（预算法第十四条）。' }]
        : [],
  },
  'fee-item': {
    name: '收费项目',
    group: 'finance',
    help: '行政事业性收费项目及其依据、标准。没有收费项目的，公布“无”并说明。',
    article20: 8,
    column: 'fees',
    limit: limits.onChange,
    formedLabel: '确定或者变更日期',
    body: 'optional',
    personalData: 'none',
    fields: [
      needed('feeName', '项目名称', 'text'),
      needed('basis', '收费依据', 'long-text'),
      needed('standard', '收费标准', 'long-text'),
      needed('payer', '收费对象', 'text'),
      needed('collector', '执收单位', 'text'),
    ],
  },
  procurement: {
    name: '政府采购',
    group: 'finance',
    help: '政府集中采购项目的目录、标准及实施情况。',
    article20: 9,
    column: 'procurement',
    limit: limits.usual,
    body: 'optional',
    personalData: 'none',
    fields: [
      needed('stage', '环节', 'choice', {
        choices: {
          catalogue: '目录、标准',
          announcement: '采购公告',
          result: '中标（成交）结果',
          contract: '合同',
          acceptance: '验收',
        },
      }),
      needed('project', '项目名称', 'text'),
      optional('method', '采购方式', 'choice', {
        choices: {
          open: '公开招标',
          invited: '邀请招标',
          negotiation: '竞争性谈判',
          consultation: '竞争性磋商',
          inquiry: '询价',
          single: '单一来源',
          framework: '框架协议',
          other: '其他',
        },
      }),
      optional('budgetAmount', '预算金额', 'money'),
      optional('supplier', '供应商', 'text', { when: { field: 'stage', is: ['result', 'contract', 'acceptance'] } }),
      optional('amount', '成交金额', 'money', { when: { field: 'stage', is: ['result', 'contract', 'acceptance'] } }),
    ],
    check: ({ fields }) =>
      fields.stage === 'result' && (!fields.supplier || fields.amount === undefined)
        ? [{ field: 'fields.supplier', message: '公布中标（成交）结果的，请填写供应商和成交金额。' }]
        : [],
  },
  project: {
    name: '重大建设项目',
    group: 'finance',
    help: '重大建设项目的批准和实施情况。',
    article20: 10,
    column: 'major-projects',
    limit: limits.usual,
    body: 'optional',
    personalData: 'none',
    fields: [
      needed('project', '项目名称', 'text'),
      optional('projectCode', '项目代码', 'text', { maximum: 40 }),
      needed('stage', '环节', 'choice', {
        choices: {
          approval: '批准服务',
          result: '批准结果',
          bidding: '招标投标',
          land: '征收土地',
          design: '重大设计变更',
          construction: '施工',
          quality: '质量安全监督',
          completion: '竣工',
        },
      }),
      optional('investment', '总投资', 'money'),
      optional('owner', '项目法人单位', 'text'),
      optional('approvalNumber', '批准文号', 'text', { maximum: 100 }),
    ],
  },
} as const satisfies Record<string, Kind>;
