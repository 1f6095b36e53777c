import { cellName, type Form } from '../report/domain/forms/index.ts';

const fields: Record<string, string> = {
  '': '全文',
  title: '标题',
  organ: '机关名称',
  year: '年度',
  preamble: '正文开头',
  proactive: '表二',
  requests: '表三',
  remedies: '表四',
};
const ordinals = ['一', '二', '三', '四', '五', '六'];

/** How a path of the interchange format is called in a sentence: a cell, a section or a field. */
export function placeName(path: string, form: Form): string {
  const section = /^sections\.([0-5])/.exec(path)?.[1];
  if (section !== undefined) return `第${ordinals[Number(section)]}部分${path.endsWith('.heading') ? '标题' : ''}`;
  return fields[path] ?? cellName(form, path);
}
