import { type AuditVocabulary, defineActions, mergeVocabularies } from '../../platform/audit/index.ts';
import { cleaningDecisions } from '../domain/cleaning.ts';
import { columnKeys, columns } from '../domain/columns.ts';
import { groundKeys, grounds } from '../domain/grounds.ts';
import { disclosures, validities } from '../domain/item.ts';
import { kindKeys, kinds } from '../domain/kinds/index.ts';
import { states } from '../domain/states.ts';
import { channelVocabulary } from './channel-vocabulary.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { reviewVocabulary } from './review-vocabulary.ts';

const itemVocabulary: AuditVocabulary = defineActions({
  actions: {
    'item.save': '公开信息：保存草稿',
    'item.keep-version': '公开信息：保存版本',
    'item.keep-aside': '公开信息：另存同时修改的内容',
    'item.restore-version': '公开信息：恢复版本',
    'item.de-identify': '公开信息：期满隐去姓名和号码',
    'item.clear': '公开信息：登记协商和批准的答复',
    'item.validity': '公开信息：有效性变动',
    'item.assess': '公开信息：不公开评估',
    'item.take-over': '公开信息：接手起草',
    'item.bring-in': '公开信息：成批移入以往的记录',
    'item.reckon': '公开信息：重新计算公开期限',
    'cleaning.begin': '文件清理：生成清单',
    'cleaning.decide': '文件清理：逐件决定',
    'cleaning.finish': '文件清理：公布结果',
    'batch.read': '批量录入：读取表格',
    'batch.match': '批量录入：对应各列',
    'batch.enter': '批量录入：生成草稿',
    'batch.drop': '批量录入：放弃',
  },
  recordKinds: { 'publication-item': '公开信息', 'publication-cleaning': '文件清理', 'publication-batch': '批量录入' },
  fields: {
    'publication-item.kind': '信息类别',
    'publication-item.catalogueItemId': '公开事项编号',
    columnKey: '发布栏目',
    fieldKey: '试点领域',
    disclosure: '公开属性',
    ground: '不公开的依据',
    exemptionReason: '不公开的理由',
    origin: '产生方式',
    formedOn: '形成日期',
    dueOn: '公开期限',
    expiresOn: '公示截止日',
    expiryAct: '期满处理',
    validity: '有效性',
    validitySince: '有效性起始日',
    reassessOn: '下次评估日',
    summary: '内容概述',
    bodyHtml: '正文',
    fields: '各栏内容',
    attachments: '附件数',
    changeNote: '修改说明',
    restored: '恢复的版本',
    assessment: '评估结论',
    year: '年度',
    decision: '清理意见',
    entered: '生成草稿数',
    matched: '各列对应',
    author: '起草人',
    clearances: '协商和批准',
    authority: '批准机关',
    basis: '依据',
    agreedOn: '答复日期',
    grantedOn: '批准日期',
    proof: '凭据',
    consultations: '需协商的机关',
    approval: '需要的批准',
  },
  values: {
    'publication-item.state': states,
    disclosure: disclosures,
    validity: validities,
    'publication-item.kind': Object.fromEntries(kindKeys.map((key) => [key, kinds[key].name])),
    columnKey: Object.fromEntries(columnKeys.map((key) => [key, columns[key].name])),
    ground: Object.fromEntries(groundKeys.map((key) => [key, grounds[key].name])),
    expiryAct: { withdraw: '撤下', 'de-identify': '隐去姓名和号码' },
    origin: {
      made: '本机关制作',
      joint: '共同制作',
      'from-public': '从公民、法人获取',
      'from-organ': '从其他机关获取',
    },
    assessment: { stays: '仍不公开', disclose: '转为公开' },
    decision: cleaningDecisions,
  },
});

/** What this area calls what it records in the audit. */
export const publicationVocabulary: AuditVocabulary = mergeVocabularies([
  itemVocabulary,
  channelVocabulary,
  checkVocabulary,
  reviewVocabulary,
]);
