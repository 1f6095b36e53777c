import { type AuditVocabulary, defineActions } from '../../platform/audit/index.ts';

/** What the checks are called in the audit. */
export const checkVocabulary: AuditVocabulary = defineActions({
  actions: {
    'item.justify-finding': '公开信息：说明检查结果',
    'item.waive-finding': '公开信息：放行检查结果',
    'item.withdraw-judgement': '公开信息：收回检查说明',
    'item.mend-findings': '公开信息：一键脱敏、改正',
    'word.keep': '词表：登记',
    'word.remove': '词表：删除',
    'word.import': '词表：导入',
  },
  recordKinds: { 'publication-word': '词表' },
  fields: {
    check: '检查项',
    wrong: '错词',
    right: '正确写法',
    wordKind: '错词类别',
    wordSeverity: '错词级别',
    except: '例外',
    added: '新增数',
    mended: '处理数',
  },
  values: {},
});
