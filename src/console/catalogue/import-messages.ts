/** What the pages of importing a catalogue say. */
export const messages = {
  title: '从表格导入目录',
  words: '先上传目录表，系统与现有目录逐项比对，列出差异清单；核对无误后再执行导入，导入后可以撤销。',
  backToImports: '返回导入记录',
  template: '下载现有目录（Excel）',
  templateCsv: '下载现有目录（CSV）',
  templateWords: '国家目录的两行表头可以直接使用。在现有目录上修改后上传的，请保留“事项编号”列。',
  file: '目录文件',
  fileHint: 'Excel（.xlsx）或 CSV 文件，不超过 5 MB。',
  fileMissing: '请选择目录文件。',
  name: '事项',
  summary: { created: '新增', changed: '变更', unchanged: '无变化', missing: '文件中没有', problems: '不能导入' },
  created: (count: number) => `新增事项（${count}）`,
  changed: (count: number) => `变更的事项（${count}）`,
  missing: (count: number) => `文件中没有的事项（${count}）`,
  missingWords: '不作任何处理。不再公开的，请在该事项页面停止公开。',
  applyWords: (created: number, changed: number, skipped: number) =>
    `将新增 ${created} 项、变更 ${changed} 项${skipped > 0 ? `，跳过有误的 ${skipped} 行` : ''}。导入后可以整批撤销。`,
  appliedCount: (count: number) => `已导入 ${count} 项`,
  undoWords: '把本次导入新增和变更的事项全部恢复原状。导入之后又被修改过的，不能撤销。',
  undoneCount: (count: number) => `已恢复 ${count} 项`,
} as const;
