import { inOrder, type Kind, limits, needed, optional } from './kind.ts';
import { checkParty, partyFields } from './party.ts';

const sevenDays = {
  rule: { kind: 'working-days', days: 7, trigger: 'decision' },
  source: '基层政务公开标准目录（自作出决定之日起7个工作日）',
} as const;
const twentyDays = {
  rule: { kind: 'working-days', days: 20, trigger: 'decision' },
  source: '国办发〔2018〕118号（自作出决定之日起20个工作日）',
} as const;

/** What is done to or for single persons and firms: 条例 art. 20 (5), (6), (13). */
export const decisionKinds = {
  licence: {
    name: '行政许可决定',
    group: 'decisions',
    help: '准予、变更、延续、撤销行政许可的决定。可以逐件填写，也可以从表格一次录入。',
    article20: 5,
    column: 'licences',
    limit: sevenDays,
    formedLabel: '许可决定日期',
    documentNumber: { label: '许可决定文书号', required: true, form: 'free' },
    body: 'optional',
    personalData: 'party',
    bulk: true,
    fields: [
      ...partyFields,
      needed('licenceKind', '许可类别', 'choice', {
        choices: {
          ordinary: '普通',
          concession: '特许',
          accreditation: '认可',
          approval: '核准',
          registration: '登记',
          other: '其他',
        },
      }),
      needed('content', '许可内容', 'long-text', { maximum: 2000 }),
      optional('certificateName', '许可证书名称', 'text'),
      optional('certificateNumber', '许可编号', 'text', { maximum: 100 }),
      needed('licensedFrom', '有效期自', 'day'),
      optional('licensedUntil', '有效期至', 'day', { help: '长期有效的留空。' }),
    ],
    check: (content) => [
      ...checkParty(content),
      ...inOrder(
        content.fields,
        { key: 'licensedFrom', label: '有效期起始日' },
        { key: 'licensedUntil', label: '有效期终止日' },
      ),
    ],
  },
  penalty: {
    name: '行政处罚决定',
    group: 'decisions',
    help: '具有一定社会影响的行政处罚决定应当公开（条例第二十条第六项，行政处罚法第四十八条）。决定被依法变更、撤销、确认违法或者无效的，三日内撤回并公开说明理由。',
    article20: 6,
    column: 'penalties',
    limit: sevenDays,
    formedLabel: '处罚决定日期',
    documentNumber: { label: '处罚决定文书号', required: true, form: 'free' },
    body: 'optional',
    personalData: 'party',
    bulk: true,
    expiry: 'optional',
    fields: [
      ...partyFields,
      needed('facts', '违法事实', 'long-text', { maximum: 2000 }),
      needed('basis', '处罚依据', 'long-text', { maximum: 1000 }),
      needed('penaltyKind', '处罚种类', 'choice', {
        choices: {
          warning: '警告、通报批评',
          fine: '罚款',
          confiscation: '没收违法所得、没收非法财物',
          licence: '暂扣、吊销许可证件，降低资质等级',
          restriction: '限制开展生产经营活动、责令停产停业、责令关闭、限制从业',
          detention: '行政拘留',
          other: '其他',
        },
      }),
      needed('result', '处罚内容', 'long-text', { maximum: 1000 }),
      optional('fine', '罚款金额', 'money'),
      optional('confiscated', '没收金额', 'money'),
      optional('performance', '履行方式和期限', 'text'),
      optional('influence', '社会影响', 'text', { help: '认为具有一定社会影响的理由。' }),
    ],
    check: (content) => [
      ...checkParty(content),
      ...(content.fields.penaltyKind === 'fine' && !content.fields.fine
        ? [{ field: 'fields.fine', message: '处罚种类是罚款的，请填写罚款金额。' }]
        : []),
    ],
  },
  compulsion: {
    name: '行政强制决定',
    group: 'decisions',
    help: '行政强制措施和行政强制执行决定。',
    article20: 6,
    column: 'compulsion',
    limit: twentyDays,
    formedLabel: '强制决定日期',
    documentNumber: { label: '强制决定文书号', required: true, form: 'free' },
    body: 'optional',
    personalData: 'party',
    bulk: true,
    fields: [
      ...partyFields,
      needed('measure', '强制方式', 'choice', {
        choices: {
          sealing: '查封场所、设施或者财物',
          seizure: '扣押财物',
          freezing: '冻结存款、汇款',
          demolition: '强制拆除',
          performance: '代履行',
          payment: '加处罚款或者滞纳金、划拨、拍卖',
          other: '其他',
        },
      }),
      needed('facts', '事由', 'long-text', { maximum: 2000 }),
      needed('basis', '强制依据', 'long-text', { maximum: 1000 }),
      optional('object', '强制标的', 'text', { help: '不写自然人的详细住址。' }),
      optional('measureUntil', '期限至', 'day'),
    ],
    check: checkParty,
  },
  inspection: {
    name: '监督检查情况',
    group: 'decisions',
    help: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况。',
    article20: 13,
    column: 'inspections',
    limit: twentyDays,
    formedLabel: '检查结束日期',
    body: 'required',
    personalData: 'none',
    fields: [
      needed('subject', '检查领域', 'choice', {
        choices: {
          environment: '环境保护',
          health: '公共卫生',
          safety: '安全生产',
          food: '食品药品',
          quality: '产品质量',
          other: '其他',
        },
      }),
      needed('object', '检查对象', 'text'),
      optional('count', '检查户（次）数', 'number'),
      needed('result', '检查结果和处理情况', 'long-text'),
    ],
  },
  'public-service': {
    name: '办事指南',
    group: 'decisions',
    help: '行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果。',
    article20: 5,
    column: 'public-services',
    limit: limits.onChange,
    formedLabel: '确定或者变更日期',
    body: 'optional',
    personalData: 'none',
    fields: [
      needed('basis', '设定依据', 'long-text'),
      needed('conditions', '受理条件', 'long-text'),
      needed('materials', '申请材料', 'lines'),
      needed('procedure', '办理流程', 'long-text'),
      needed('timeLimit', '办理时限', 'text'),
      needed('place', '办理地点和时间', 'text'),
      needed('contact', '咨询电话', 'text', { maximum: 50 }),
      optional('charge', '收费情况', 'text'),
    ],
  },
} as const satisfies Record<string, Kind>;
