/**
 * The size of a file as people read it.
 *
 * @param bytes
 * @example fileSize(1_234_567) // '1.2 MB'
 */
export function fileSize(bytes: number): string {
  if (bytes < 1_024) return `${bytes} 字节`;
  const kilobytes = bytes / 1_024;
  return kilobytes < 1_024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1_024).toFixed(1)} MB`;
}
