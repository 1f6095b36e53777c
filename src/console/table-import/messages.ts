import { importStatuses } from '../../kernel/table-import.ts';

/** What the pages of every import of a table say; what is imported each page says itself. */
export const messages = {
  fileName: '文件',
  status: '状态',
  statuses: importStatuses,
  by: '办理',
  read: (who: string, at: string) => `${who} ${at} 上传`,
  applied: (who: string, at: string) => `${who} ${at} 导入`,
  undone: (who: string, at: string) => `${who} ${at} 撤销`,
  dropped: (who: string, at: string, because: string) => `${who} ${at} 不予导入${because ? `：${because}` : ''}`,
  past: '导入记录',
  pastEmpty: '还没有导入过。',
  upload: '上传并比对',
  difference: '差异清单',
  problems: (count: number) => `不能导入的行（${count}）`,
  problemsWords: '以下各行有误，导入时跳过。可以在文件中改正后重新上传。',
  remarks: '读取说明',
  row: '行号',
  reason: '原因',
  content: '内容',
  blank: '（空）',
  more: (left: number) => `还有 ${left} 行，继续显示`,
  nothing: '这个文件与现有内容没有差异，不需要导入。',
  apply: '执行导入',
  undo: '撤销导入',
} as const;
