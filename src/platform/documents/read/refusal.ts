import { failure, type Result } from '../../../kernel/result.ts';

/**
 * One sentence for each reason a file is refused. `name` is the file's name as the person knows it;
 * every sentence says what is wrong and what to do next.
 */
const sentences = {
  'empty-file': (name: string) => `“${name}”是空文件，里面没有内容，请检查原文件后重新提供。`,
  'file-too-large': (name: string) =>
    `“${name}”超过 50 MB，不予读取，请删去其中的图片和附件，只保留年度报告正文后重试。`,
  'text-too-long': (name: string) => `“${name}”的文字过多，不像一份报告，请只保留一份报告的正文后重试。`,
  'too-complex': (name: string) =>
    `“${name}”的层次或表格过于庞杂，无法读取，请用 Word 或 WPS 打开后另存为 .docx 再试。`,
  'timed-out': (name: string) => `“${name}”读取超时，已停止读取，请用 Word 或 WPS 打开后另存为 .docx 再试。`,
  'binary-file': (name: string) =>
    `“${name}”不是可读取的文档，请提供 .docx、.xlsx、.pdf、.html、.txt、.md 或 .json 格式的文件。`,
  'damaged-file': (name: string) => `“${name}”不完整或已损坏，无法打开，请重新下载或向制作单位索取完整的文件。`,
  'password-protected': (name: string) => `“${name}”设有打开密码，无法读取，请取消密码后另存一份再试。`,
  'expansion-bomb': (name: string) =>
    `“${name}”解压后异常庞大，疑似恶意文件，已拒绝读取，请用 Word 或 WPS 打开确认后另存一份再试。`,
  'no-text': (name: string) => `“${name}”里没有可读取的文字，请打开原文件确认正文存在（不是图片）后另存为 .docx 再试。`,
  'script-page': (name: string) =>
    `“${name}”的正文由网页脚本生成，文件里没有文字，请在浏览器中打开网页，全选复制正文到 Word 中另存为 .docx 再试。`,
  'picture-only': (name: string) =>
    `“${name}”是扫描件或图片，没有文字层，请提供由 Word 或 WPS 直接导出的 PDF，或提供 .docx 原文件。`,
  'unreadable-font': (name: string) =>
    `“${name}”的字体没有附带文字编码，取不出文字，请用 Word 或 WPS 打开原文件重新导出 PDF，或提供 .docx 原文件。`,
  'too-many-pages': (name: string) => `“${name}”的页数过多，不像一份报告，请只保留年度报告所在的页后重试。`,
  'legacy-word': (name: string) => `“${name}”是旧版 Word 或 WPS 文字文件，请用 Word 或 WPS 打开后另存为 .docx 再试。`,
  'legacy-excel': (name: string) =>
    `“${name}”是旧版 Excel 或 WPS 表格文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  'legacy-office': (name: string) => `“${name}”是旧版 Office 文件，请用 Word 或 WPS 打开后另存为 .docx 再试。`,
  'binary-workbook': (name: string) => `“${name}”是二进制工作簿（.xlsb），请用 Excel 打开后另存为 .xlsx 再试。`,
  'rich-text': (name: string) => `“${name}”是 RTF 文件，请用 Word 或 WPS 打开后另存为 .docx 再试。`,
  'flat-office-xml': (name: string) =>
    `“${name}”是单一 XML 格式的 Office 文件，请用 Word 或 WPS 打开后另存为 .docx 再试。`,
  'image-file': (name: string) => `“${name}”是图片，无法读取其中的文字，请提供 .docx 原文件或带文字层的 PDF。`,
  'web-archive': (name: string) => `“${name}”是单一文件网页（.mht），请用浏览器打开后另存为“网页，仅 HTML”再试。`,
  presentation: (name: string) => `“${name}”是演示文稿，请提供 .docx 或 .pdf 格式的年度报告。`,
  'open-document': (name: string) =>
    `“${name}”是 OpenDocument 文件，请用 WPS 或 LibreOffice 打开后另存为 .docx 或 .xlsx 再试。`,
  'fixed-layout': (name: string) => `“${name}”是 OFD 版式文件，请用 OFD 阅读器打开后另存为 PDF，或提供 .docx 原文件。`,
  archive: (name: string) => `“${name}”是压缩包，请解压后提供其中的年度报告文件。`,
  'interchange-json': (name: string) => `“${name}”是 JSON 数据，不是文档，请作为年度报告交换文件导入。`,
} as const;

/** Why a file cannot be read; stable, kebab-case. */
export type RefusalCode = keyof typeof sentences;

/**
 * Ends the reading of a file from any depth of a reader. It never leaves this folder:
 * `readDocument` turns it into a `Result`.
 */
export class DocumentRefusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

/** The refusal as a value, with the sentence for the person at the desk. */
export const refuse = <T>(code: RefusalCode, name: string): Result<T> =>
  failure(code, sentences[code](shortenName(name)));

/** A name that fits into a sentence: no path, no control characters, at most 80 characters. */
function shortenName(name: string): string {
  const base = name.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, '');
  const characters = Array.from(base === '' ? '未命名文件' : base);
  return characters.length <= 80 ? characters.join('') : `${characters.slice(0, 77).join('')}…`;
}
