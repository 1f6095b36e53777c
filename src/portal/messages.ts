/** Everything the portal says that is not part of one page's running text, in one place. */
export const messages = {
  product: '公开',
  tool: '年报体检',
  nothingStored: '文件只在服务器内存中读取，结果送出后即丢弃：不存盘、不入库、不写进日志。',
  byItsMaker: '信息由发布机构公开并负责；对内容有疑问的，请向发布机构的政府信息公开工作机构询问。',
} as const;

/** Whole bytes as an office writes them: `20 MB`, `512 KB`. */
export function sizeInWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes >= 1) return `${Number(megabytes.toFixed(1))} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
