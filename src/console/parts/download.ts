/**
 * Puts a file that came with an answer where the browser puts downloads.
 *
 * @param disposition the header Content-Disposition of the answer, which names the file
 */
export function saveFile(content: Blob, disposition: string | null): void {
  const place = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = place;
  link.download = nameIn(disposition) ?? 'download';
  link.click();
  URL.revokeObjectURL(place);
}

/**
 * The name of a file in a header Content-Disposition (RFC 6266), the one with Chinese letters before the plain one.
 *
 * @example `attachment; filename="x.csv"; filename*=UTF-8''%E4%B8%80.csv` names 一.csv
 */
export function nameIn(disposition: string | null): string | undefined {
  const encoded = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded.trim());
  return /filename\s*=\s*"?([^";]+)"?/i.exec(disposition ?? '')?.[1]?.trim();
}
