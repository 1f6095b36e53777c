import { type FieldRemark, inOrder, type Kind, type KindContent, limits, needed, optional, textIn } from './kind.ts';

const drafter = optional('drafter', '起草单位', 'text', { help: '承办该文件的部门或者站所。' });
const keywords = optional('keywords', '主题词', 'lines', { maximum: 20 });

/** Policy documents and what belongs to them. */
export const documentKinds = {
  'normative-document': {
    name: '行政规范性文件',
    group: 'documents',
    help: '涉及公民、法人和其他组织权利义务，在一定期限内反复适用的公文。公布时标注有效性，被修改、废止时原文件同步标注。',
    article20: 1,
    column: 'normative-documents',
    limit: limits.usual,
    formedLabel: '成文日期',
    documentNumber: { label: '发文字号', required: true, form: 'official' },
    body: 'required',
    personalData: 'none',
    relations: ['repeals', 'amends', 'attached-to'],
    validity: true,
    important: true,
    fields: [
      { ...drafter, required: true },
      optional('jointIssuers', '联合发文机关', 'lines', { maximum: 60, help: '本机关以外的发文机关，一行一个。' }),
      needed('effectiveOn', '施行日期', 'day'),
      optional('validUntil', '有效期至', 'day', {
        help: '有效期最后一日；次日起自动标为“失效”。没有规定有效期的留空。',
      }),
      optional('legalReview', '合法性审核', 'text', { help: '合法性审核意见书的文号或者日期。' }),
      keywords,
    ],
    check: ({ fields, formedOn }) => [
      ...inOrder(fields, { key: 'effectiveOn', label: '施行日期' }, { key: 'validUntil', label: '有效期的最后一日' }),
      ...effectiveAfter(fields, formedOn),
    ],
  },
  'policy-document': {
    name: '其他政策文件',
    group: 'documents',
    help: '规范性文件以外的通知、意见、方案等公文。',
    article20: 15,
    column: 'other-documents',
    limit: limits.usual,
    formedLabel: '成文日期',
    documentNumber: { label: '发文字号', required: false, form: 'official' },
    body: 'required',
    personalData: 'none',
    relations: ['repeals', 'amends', 'attached-to'],
    validity: true,
    fields: [drafter, optional('validUntil', '有效期至', 'day', { help: '次日起自动标为“失效”。' }), keywords],
  },
  interpretation: {
    name: '政策解读',
    group: 'documents',
    help: '对已经或者同时公布的文件作出的解读，须关联所解读的文件。',
    article20: 15,
    column: 'interpretations',
    limit: {
      rule: { kind: 'working-days', days: 3, trigger: 'document' },
      source: '《关于全面推进政务公开工作的意见》实施细则（国办发〔2016〕80号）',
    },
    formedLabel: '文件公布日期',
    body: 'required',
    personalData: 'none',
    needs: [
      {
        relation: 'interprets',
        toKinds: ['normative-document', 'policy-document', 'plan', 'livelihood', 'emergency-plan'],
        message:
          '政策解读须关联所解读的文件，请在“关联信息”中选择或者填写文件名称和文号（国办发〔2016〕80号：解读与文件相互关联）。',
      },
    ],
    fields: [
      needed('form', '解读形式', 'choice', {
        choices: { text: '文字', picture: '图解', question: '问答', media: '音视频', press: '新闻发布会' },
      }),
      optional('interpreter', '解读人（单位）', 'text'),
      optional('contact', '咨询电话', 'text', { maximum: 50 }),
    ],
  },
  plan: {
    name: '规划计划',
    group: 'documents',
    help: '国民经济和社会发展规划、专项规划、区域规划、年度计划和工作要点。',
    article20: 3,
    column: 'plans',
    limit: limits.usual,
    formedLabel: '成文日期',
    documentNumber: { label: '发文字号', required: false, form: 'official' },
    body: 'optional',
    personalData: 'none',
    relations: ['repeals', 'amends', 'attached-to'],
    important: true,
    fields: [
      needed('planKind', '类别', 'choice', {
        choices: { overall: '发展规划', special: '专项规划', regional: '区域规划', yearly: '年度计划' },
      }),
      needed('periodFrom', '规划期起始年', 'number', { check: year }),
      needed('periodTo', '规划期终止年', 'number', { check: year }),
      optional('approvedBy', '批准机关', 'text'),
    ],
    check: ({ fields }) =>
      typeof fields.periodFrom === 'number' &&
      typeof fields.periodTo === 'number' &&
      fields.periodTo < fields.periodFrom
        ? [{ field: 'fields.periodTo', message: '终止年不能早于起始年，请核对。' }]
        : [],
  },
  statistics: {
    name: '统计信息',
    group: 'documents',
    help: '统计公报、月度季度数据等。',
    article20: 4,
    column: 'statistics',
    limit: limits.usual,
    body: 'optional',
    personalData: 'none',
    fields: [
      needed('period', '统计时段', 'text', { maximum: 40, help: '例如：2026年第一季度。' }),
      optional('source', '数据来源', 'text'),
    ],
  },
} as const satisfies Record<string, Kind>;

/** What is wrong with a year, of which only the likely ones are taken. */
export function year(value: unknown) {
  return Number.isInteger(value) && Number(value) >= 1949 && Number(value) <= 2099
    ? undefined
    : { message: '年份应为四位数字，例如 2026。' };
}

function effectiveAfter(fields: KindContent['fields'], formedOn: string): FieldRemark[] {
  const effectiveOn = textIn(fields, 'effectiveOn');
  return effectiveOn !== undefined && effectiveOn < formedOn
    ? [{ field: 'fields.effectiveOn', message: '施行日期早于成文日期，请核对。' }]
    : [];
}
