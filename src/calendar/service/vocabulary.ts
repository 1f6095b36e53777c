import { type AuditVocabulary, defineActions } from '../../platform/audit/index.ts';

/** What this area calls what it records in the audit. */
export const calendarVocabulary: AuditVocabulary = defineActions({
  actions: {
    'calendar.import-notice': '导入放假安排',
    'calendar.remove-notice': '移除导入的放假安排',
    'calendar.add-local': '登记本地放假',
    'calendar.remove-local': '移除本地放假',
  },
  recordKinds: { 'calendar-notice': '放假安排', 'calendar-local-rule': '本地放假' },
  fields: {
    'calendar-notice.publishedOn': '发布日期',
    'calendar-notice.holidays': '节假日',
    'calendar-notice.makeUpDays': '调休上班',
    'calendar-notice.dayChanges': '变动的日子',
    'calendar-local-rule.basis': '依据',
  },
  values: { 'calendar-local-rule.kind': { holiday: '放假', 'make-up': '上班' } },
});
