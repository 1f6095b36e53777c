import { findPlainDate } from '../../../kernel/plain-date.ts';
import { daysFrom } from './days.ts';
import {
  type FieldRemark,
  inOrder,
  type Kind,
  type KindContent,
  type KindRules,
  limits,
  needed,
  optional,
  textIn,
} from './kind.ts';

/** Emergencies, asking the public and answering it, and the news. */
export const eventKinds = {
  'emergency-plan': {
    name: '应急预案',
    group: 'emergencies',
    help: '突发公共事件的应急预案。涉密内容不得公开，可以公布简本。',
    article20: 12,
    column: 'emergencies',
    limit: limits.usual,
    formedLabel: '印发日期',
    documentNumber: { label: '发文字号', required: false, form: 'official' },
    body: 'required',
    personalData: 'none',
    relations: ['repeals', 'amends'],
    validity: true,
    important: true,
    fields: [
      needed('planKind', '类别', 'choice', {
        choices: { overall: '总体预案', special: '专项预案', department: '部门预案', site: '现场处置方案' },
      }),
      optional('validUntil', '有效期至', 'day'),
    ],
  },
  'emergency-warning': {
    name: '预警信息',
    group: 'emergencies',
    help: '气象、地质、洪涝、公共卫生等预警。情况紧急的，由分管领导或者主要领导紧急发布，事后补审。',
    article20: 12,
    column: 'emergencies',
    limit: limits.atOnce,
    formedLabel: '发出日期',
    body: 'required',
    personalData: 'none',
    expiry: 'optional',
    fields: [
      needed('level', '预警级别', 'choice', {
        choices: { red: '红色（一级）', orange: '橙色（二级）', yellow: '黄色（三级）', blue: '蓝色（四级）' },
      }),
      needed('area', '影响范围', 'text'),
      needed('measures', '防范措施', 'long-text'),
      optional('issuer', '预警发布单位', 'text'),
      optional('contact', '值班电话', 'text', { maximum: 50 }),
    ],
  },
  'emergency-response': {
    name: '突发事件应对情况',
    group: 'emergencies',
    help: '突发公共事件的应对处置情况。特别重大、重大突发事件最迟5小时内发布权威信息。',
    article20: 12,
    column: 'emergencies',
    limit: { rule: { kind: 'hours', hours: 5 }, source: '国办发〔2016〕61号（最迟5小时内）' },
    formedLabel: '发生日期',
    body: 'required',
    personalData: 'none',
    important: true,
    fields: [
      needed('happened', '事件', 'text'),
      needed('response', '应对情况', 'long-text'),
      optional('contact', '联系电话', 'text', { maximum: 50 }),
    ],
  },
  consultation: {
    name: '意见征集',
    group: 'interaction',
    help: '就决策草案、规范性文件草案向社会公开征求意见，结束后公布意见采纳情况。',
    column: 'consultations',
    limit: limits.usual,
    body: 'required',
    personalData: 'none',
    fields: [
      needed('opinionsFrom', '征集开始日', 'day'),
      needed('opinionsTo', '征集截止日', 'day'),
      needed('channels', '提出意见的方式', 'lines', { help: '信函地址、电子邮箱、电话等，一行一个。' }),
      optional('shortened', '期限缩短的说明', 'long-text', { help: '征集期短于规定天数时填写，随公告公布。' }),
    ],
    check: checkPeriod,
  },
  'consultation-outcome': {
    name: '意见征集结果反馈',
    group: 'interaction',
    help: '意见征集结束后，公布收到的意见、采纳情况和不采纳的理由。',
    column: 'consultations',
    limit: limits.usual,
    formedLabel: '反馈形成日期',
    body: 'required',
    personalData: 'none',
    needs: [
      {
        relation: 'outcome-of',
        toKinds: ['consultation'],
        message: '结果反馈须关联原来的意见征集，请在“关联信息”中选择或者填写其名称。',
      },
    ],
    fields: [
      needed('received', '收到意见条数', 'number'),
      needed('adopted', '采纳条数', 'number'),
      optional('reasons', '未采纳意见及理由', 'long-text'),
    ],
    check: ({ fields }) => {
      const { received, adopted, reasons } = fields;
      if (typeof received !== 'number' || typeof adopted !== 'number') return [];
      if (adopted > received) return [{ field: 'fields.adopted', message: '采纳条数不能多于收到意见条数，请核对。' }];
      return adopted < received && !reasons
        ? [{ field: 'fields.reasons', message: '有意见没有采纳的，请说明理由。' }]
        : [];
    },
  },
  clarification: {
    name: '澄清信息',
    group: 'interaction',
    help: '发现影响或者可能影响社会稳定、扰乱社会和经济管理秩序的虚假或者不完整信息时，发布准确的政府信息予以澄清（条例第六条）。',
    column: 'clarifications',
    limit: { rule: { kind: 'any-time' }, source: '《中华人民共和国政府信息公开条例》第六条' },
    formedLabel: '核实日期',
    body: 'required',
    personalData: 'none',
    relations: ['clarifies'],
    important: true,
    fields: [
      needed('claim', '不实或者不完整信息的内容', 'long-text', { help: '只概括内容，不转发原文，不写发布者姓名。' }),
      needed('foundOn', '发现日期', 'day'),
      optional('spread', '传播情况', 'text'),
      needed('facts', '事实', 'long-text'),
    ],
    check: ({ fields, formedOn }) =>
      typeof fields.foundOn === 'string' && fields.foundOn > formedOn
        ? [{ field: 'fields.foundOn', message: '发现日期晚于核实日期，请核对。' }]
        : [],
  },
  'proposal-reply': {
    name: '建议提案办理答复',
    group: 'interaction',
    help: '人大代表建议、政协委员提案的办理复文和总体情况。',
    article20: 15,
    column: 'proposals',
    limit: limits.usual,
    documentNumber: { label: '复文字号', required: false, form: 'free' },
    body: 'required',
    personalData: 'none',
    fields: [
      needed('proposalKind', '类别', 'choice', {
        choices: { congress: '人大代表建议', consultative: '政协提案', overall: '总体情况' },
      }),
      optional('proposalNumber', '建议（提案）编号', 'text', { maximum: 40 }),
    ],
  },
  meeting: {
    name: '政府会议',
    group: 'other',
    help: '常务会议、专题会议的议题和议定事项。会议纪要属于过程性信息的部分不公开（条例第十六条）。',
    column: 'meetings',
    limit: limits.usual,
    formedLabel: '会议日期',
    body: 'required',
    personalData: 'none',
    fields: [
      needed('meetingKind', '会议类别', 'choice', {
        choices: { executive: '常务会议', plenary: '全体会议', special: '专题会议', office: '办公会议' },
      }),
      needed('topics', '议题', 'lines'),
    ],
  },
  news: {
    name: '政务动态',
    group: 'other',
    help: '工作动态、活动报道。转载的须注明来源。',
    column: 'news',
    limit: limits.usual,
    formedLabel: '发生日期',
    body: 'required',
    personalData: 'none',
    fields: [needed('source', '信息来源', 'text', { help: '本机关采写的填本机关名称。' })],
  },
  'disclosure-rule': {
    name: '政府信息公开制度',
    group: 'other',
    help: '政府信息公开的法律、法规、规章和本机关的公开制度。',
    column: 'disclosure-rules',
    limit: limits.onChange,
    documentNumber: { label: '发文字号', required: false, form: 'official' },
    body: 'required',
    personalData: 'none',
    relations: ['repeals', 'amends'],
    validity: true,
    fields: [optional('validUntil', '有效期至', 'day')],
  },
  'annual-report': {
    name: '政府信息公开年报',
    group: 'other',
    help: '政府信息公开工作年度报告，每年1月31日前公布（条例第五十条）。',
    column: 'annual-reports',
    limit: {
      rule: { kind: 'yearly', month: 1, day: 31 },
      source: '《中华人民共和国政府信息公开条例》第五十条',
    },
    formedLabel: '形成日期',
    body: 'required',
    personalData: 'none',
    important: true,
    fields: [needed('year', '年度', 'number')],
  },
  other: {
    name: '其他信息',
    group: 'other',
    help: '不属于以上类别的信息。',
    article20: 15,
    column: 'other-statutory',
    limit: limits.usual,
    documentNumber: { label: '文号', required: false, form: 'free' },
    body: 'required',
    personalData: 'none',
    expiry: 'optional',
    relations: ['attached-to', 'outcome-of'],
    fields: [],
  },
} as const satisfies Record<string, Kind>;

/**
 * Opinions are asked for so many calendar days, both days counted; for fewer there has to be a public explanation
 * (重大行政决策程序暂行条例 art. 15: 一般不少于30日; 因情况紧急等原因需要缩短期限的，公开征求意见时应当予以说明).
 */
function checkPeriod({ fields }: KindContent, { consultationDays }: KindRules): FieldRemark[] {
  const wrongOrder = inOrder(
    fields,
    { key: 'opinionsFrom', label: '征集开始日' },
    { key: 'opinionsTo', label: '征集截止日' },
  );
  if (wrongOrder.length > 0) return wrongOrder;
  const [from, to] = ['opinionsFrom', 'opinionsTo'].map((key) => findPlainDate(textIn(fields, key) ?? ''));
  if (!from || !to) return [];
  const days = daysFrom(from, to);
  if (days >= consultationDays || textIn(fields, 'shortened')) return [];
  return [
    {
      field: 'fields.opinionsTo',
      message: `征集期为 ${days} 日，公开征求意见的期限一般不少于 ${consultationDays} 日。请延长截止日；确需缩短的，在“期限缩短的说明”中写明理由（《重大行政决策程序暂行条例》第十五条）。`,
    },
  ];
}
