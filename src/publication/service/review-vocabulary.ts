import { type AuditVocabulary, defineActions } from '../../platform/audit/index.ts';
import { answers } from '../domain/review-words.ts';
import { workflowActs } from '../domain/states.ts';

/** What the reviews call what they record in the audit. */
export const reviewVocabulary: AuditVocabulary = defineActions({
  actions: {
    ...Object.fromEntries(Object.entries(workflowActs).map(([act, name]) => [`item.${act}`, `公开信息：${name}`])),
    'review-route.add': '设置公开审查流程',
    'review-route.change': '修改公开审查流程',
    'review-route.remove': '删除公开审查流程设置',
  },
  recordKinds: { 'review-route': '公开审查流程' },
  fields: {
    'publication-item.state': '环节',
    'publication-item.textNumber': '文本版本',
    'publication-item.liveTextNumber': '公开的文本版本',
    'publication-item.indexNumber': '索引号',
    'publication-item.publishAt': '定时发布时间',
    'publication-item.urgentSince': '申请紧急发布的时间',
    'publication-item.secondLookDueOn': '补审期限',
    'publication-item.important': '重要事项',
    'publication-item.opinion': '意见或原因',
    'publication-item.answer': '答复',
    'publication-item.catalogueItem': '公开事项',
    'review-route.steps': '审查环节',
    'review-route.alwaysImportant': '一律由主要领导审核',
    'review-route.importantFrom': '由主要领导审核的金额（分）',
  },
  values: { 'publication-item.answer': answers },
});
