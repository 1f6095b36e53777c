import { type AuditVocabulary, defineActions } from './audit/vocabulary.ts';

/** What settings, background work, attachments and backups are called in the audit. */
export const operationVocabulary: AuditVocabulary = defineActions({
  actions: {
    'setting.change': '修改系统设置',
    'job.retry': '重新执行后台任务',
    'job.cancel': '取消后台任务',
    'job.run': '立即执行定时任务',
    'attachment.add': '上传附件',
    'attachment.remove': '移除附件',
    'attachment.restore': '恢复附件',
    'attachment.expire': '清除未使用的附件',
    'attachment.refuse-infected': '拒收染毒附件',
    'attachment.delete-infected': '删除染毒附件',
    'system.backup': '备份系统',
    'system.restore': '恢复系统',
  },
  recordKinds: { setting: '系统设置', job: '后台任务', attachment: '附件', system: '系统' },
  fields: { value: '值', finding: '查毒结果', sha256: '内容校验值', size: '字节数', fileName: '文件名' },
});
