import type {
  BlockDeclaration,
  ColumnDeclaration,
  RowDeclaration,
  SectionDeclaration,
  SumDeclaration,
  TableDeclaration,
} from './form.ts';

// What the forms of 2019 and 2021 have in common. A form that differs declares its own part.

export const count = (key: string, label: string, variants: readonly string[] = []): ColumnDeclaration => ({
  key,
  label,
  variants,
  kind: 'count',
});

export const row = (
  key: string,
  ordinal: string,
  label: string,
  variants: readonly string[] = [],
  under: readonly string[] = [],
  basis?: string,
): RowDeclaration => ({ key, ordinal, label, variants, under, ...(basis ? { basis } : {}) });

const organisations = '法人或其他组织';
export const applicantColumns: readonly ColumnDeclaration[] = [
  count('natural', '自然人', ['自然人数']),
  { ...count('business', '商业企业', ['企业']), group: organisations },
  { ...count('research', '科研机构'), group: organisations },
  { ...count('welfare', '社会公益组织', ['社会公益团体', '公益组织']), group: organisations },
  { ...count('legalService', '法律服务机构'), group: organisations },
  { ...count('other', '其他'), group: organisations },
  count('total', '总计', ['合计']),
];

/** The sum printed in the corner of table 三. */
const balanceText = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

export const resultsLabel = '三、本年度办理结果';
const withheld = [resultsLabel, '（三）不予公开'];
const unavailable = [resultsLabel, '（四）无法提供'];
const refused = [resultsLabel, '（五）不予处理'];

const receivedRows: readonly RowDeclaration[] = [
  row('newlyReceived', '一、', '本年新收政府信息公开申请数量', [
    '本年新收政府信息公开申请',
    '本年新收申请数量',
    '本年度新收政府信息公开申请数量',
    '新收政府信息公开申请数量',
  ]),
  row('carriedIn', '二、', '上年结转政府信息公开申请数量', [
    '上年结转政府信息公开申请',
    '上年结转申请数量',
    '上年度结转政府信息公开申请数量',
    '结转政府信息公开申请数量',
  ]),
];

const disclosureRows: readonly RowDeclaration[] = [
  row('disclosed', '（一）', '予以公开', [], [resultsLabel], '条例第三十六条第（一）、（二）项'),
  row(
    'partlyDisclosed',
    '（二）',
    '部分公开（区分处理的，只计这一情形，不计其他情形）',
    ['部分公开', '部分公开（区分处理的，只计这一情形）'],
    [resultsLabel],
    '条例第三十七条',
  ),
  row('withheldStateSecret', '1.', '属于国家秘密', ['国家秘密', '涉及国家秘密'], withheld, '条例第十四条'),
  row(
    'withheldByLaw',
    '2.',
    '其他法律行政法规禁止公开',
    ['其他法律法规禁止公开', '其他法律、行政法规禁止公开', '法律行政法规禁止公开', '法律法规禁止公开'],
    withheld,
    '条例第十四条',
  ),
  row(
    'withheldSecurityStability',
    '3.',
    '危及“三安全一稳定”',
    ['危及三安全一稳定', '三安全一稳定'],
    withheld,
    '条例第十四条',
  ),
  row('withheldThirdParty', '4.', '保护第三方合法权益', ['第三方合法权益', '保护第三方权益'], withheld, '条例第十五条'),
  row(
    'withheldInternalAffairs',
    '5.',
    '属于三类内部事务信息',
    ['三类内部事务信息', '内部事务信息', '属于内部事务信息'],
    withheld,
    '条例第十六条第一款',
  ),
  row(
    'withheldDeliberative',
    '6.',
    '属于四类过程性信息',
    ['四类过程性信息', '过程性信息', '属于过程性信息'],
    withheld,
    '条例第十六条第二款',
  ),
  row(
    'withheldEnforcementFile',
    '7.',
    '属于行政执法案卷',
    ['行政执法案卷', '属于行政执法案卷信息'],
    withheld,
    '条例第十六条第二款',
  ),
  row('withheldInquiryMatter', '8.', '属于行政查询事项', ['行政查询事项'], withheld, '条例第三十六条第（七）项'),
  row(
    'unavailableNotHeld',
    '1.',
    '本机关不掌握相关政府信息',
    ['不掌握相关政府信息', '本机关不掌握相关信息'],
    unavailable,
    '条例第三十六条第（四）、（五）项',
  ),
  row(
    'unavailableNeedsCreation',
    '2.',
    '没有现成信息需要另行制作',
    ['没有现成信息', '需要另行制作', '没有现成信息，需要另行制作'],
    unavailable,
    '条例第三十八条',
  ),
  row(
    'unavailableStillUnclear',
    '3.',
    '补正后申请内容仍不明确',
    ['补正后仍不明确', '申请内容仍不明确'],
    unavailable,
    '条例第三十条',
  ),
  row(
    'refusedPetition',
    '1.',
    '信访举报投诉类申请',
    ['信访、举报、投诉类申请', '信访举报投诉'],
    refused,
    '条例第三十九条第一款',
  ),
  row('refusedRepeat', '2.', '重复申请', [], refused, '条例第三十六条第（六）项'),
  row(
    'refusedPublication',
    '3.',
    '要求提供公开出版物',
    ['公开出版物', '提供公开出版物'],
    refused,
    '条例第三十九条第二款',
  ),
  row('refusedExcessive', '4.', '无正当理由大量反复申请', ['大量反复申请'], refused, '条例第三十五条'),
  row(
    'refusedReconfirm',
    '5.',
    '要求行政机关确认或重新出具已获取信息',
    ['确认或重新出具已获取信息', '要求确认或重新出具已获取信息', '要求行政机关确认或重新出具'],
    refused,
  ),
];

const closingRows: readonly RowDeclaration[] = [
  row('handledTotal', '（七）', '总计', ['合计'], [resultsLabel]),
  row('carriedOut', '四、', '结转下年度继续办理', ['结转下年继续办理', '结转下年度办理', '结转下年度']),
];

export function requestsTable(otherRows: readonly RowDeclaration[]): TableDeclaration {
  return {
    key: 'requests',
    section: 3,
    blocks: [
      {
        caption: '申请人情况',
        labelHeader: balanceText,
        columns: applicantColumns,
        rows: [...receivedRows, ...disclosureRows, ...otherRows, ...closingRows],
      },
    ],
  };
}

const remedyColumns: readonly ColumnDeclaration[] = [
  count('upheld', '结果维持', ['维持']),
  count('corrected', '结果纠正', ['纠正']),
  count('other', '其他结果', ['其他']),
  count('pending', '尚未审结', ['未审结']),
  count('total', '总计', ['合计']),
];

const remedyBlock = (key: string, caption: string, outerCaption?: string): BlockDeclaration => ({
  caption,
  ...(outerCaption ? { outerCaption } : {}),
  labelHeader: '',
  columns: remedyColumns,
  rows: [row(key, '', caption)],
});

export const remediesTable: TableDeclaration = {
  key: 'remedies',
  section: 4,
  blocks: [
    remedyBlock('reconsideration', '行政复议'),
    remedyBlock('directSuit', '未经复议直接起诉', '行政诉讼'),
    remedyBlock('suitAfterReconsideration', '复议后起诉', '行政诉讼'),
  ],
};

export const sections: readonly SectionDeclaration[] = [
  { number: 1, heading: '总体情况', variants: ['总体工作情况', '概述', '基本情况'] },
  {
    number: 2,
    heading: '主动公开政府信息情况',
    variants: ['主动公开政府信息的情况', '主动公开情况', '主动公开信息情况'],
  },
  {
    number: 3,
    heading: '收到和处理政府信息公开申请情况',
    variants: ['收到和处理政府信息公开申请的情况', '依申请公开政府信息情况', '收到和处理申请情况'],
  },
  {
    number: 4,
    heading: '政府信息公开行政复议、行政诉讼情况',
    variants: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '行政复议、行政诉讼情况',
      '政府信息公开行政复议、行政诉讼的情况',
    ],
  },
  {
    number: 5,
    heading: '存在的主要问题及改进情况',
    variants: [
      '政府信息公开工作存在的主要问题及改进情况',
      '存在的主要问题和改进情况',
      '存在的问题及改进情况',
      '主要问题及改进情况',
      '存在问题及改进措施',
      '存在的主要问题及改进措施',
    ],
  },
  {
    number: 6,
    heading: '其他需要报告的事项',
    variants: ['需要报告的其他事项', '其他需报告的事项', '其他事项', '其他需要报告事项'],
  },
];

/** The sums of tables 三 and 四; `otherRows` are the keys of the rows under （六）. */
export function sums(otherRows: readonly RowDeclaration[]): readonly SumDeclaration[] {
  const parts = applicantColumns.slice(0, -1).map((column) => column.key);
  return [
    {
      rule: 'REQ-ROW-SUM',
      table: 'requests',
      along: 'columns',
      left: parts,
      right: ['total'],
      words: '自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计',
      source: '国办公开办函〔2021〕30号 表格结构',
    },
    {
      rule: 'REQ-RESULT-SUM',
      table: 'requests',
      along: 'rows',
      left: [...disclosureRows, ...otherRows].map((each) => each.key),
      right: ['handledTotal'],
      words: '（一）至（六）各项办理结果之和 = （七）总计',
      source: '国办公开办函〔2021〕30号 表格结构',
    },
    {
      rule: 'REQ-BALANCE',
      table: 'requests',
      along: 'rows',
      left: ['newlyReceived', 'carriedIn'],
      right: ['handledTotal', 'carriedOut'],
      words: '本年新收 + 上年结转 = 办理结果总计 + 结转下年度',
      source: '国办公开办函〔2021〕30号 表内勾稽关系',
    },
    {
      rule: 'REM-SUM',
      table: 'remedies',
      along: 'columns',
      left: ['upheld', 'corrected', 'other', 'pending'],
      right: ['total'],
      words: '结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计',
      source: '国办公开办函〔2021〕30号 表格结构',
    },
  ];
}
