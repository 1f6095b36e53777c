import { type Failure, failure } from '../../kernel/result.ts';

/** Why the content of a file is not taken; each sentence follows the name of the file. */
const sentences = {
  'empty-file': '文件是空的，请检查原文件后重新上传。',
  'damaged-file': '文件不完整或已损坏，请用原来的软件打开确认后另存一份再上传。',
  'expansion-bomb': '文件解压后异常庞大，疑似恶意文件。请用原来的软件打开确认后另存一份再上传。',
  'two-in-one': '文件里另藏有其他内容（例如压缩包或程序），为安全起见不能上传。请用原来的软件打开后另存一份再上传。',
  locked: '文件设有打开密码，无法检查其中的内容。请取消密码后另存一份再上传。',
  macros: '文件里带有宏程序。请在 Word、Excel、PowerPoint 或 WPS 中另存为不带宏的格式后再上传。',
} as const;

/** Refuses the content of a file. */
export const refuseContent = (code: keyof typeof sentences): Failure => failure(code, sentences[code]);
