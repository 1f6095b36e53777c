/**
 * The header that gives a file its name (RFC 6266): the name itself in UTF-8 (RFC 8187), and one in ASCII for
 * programs that know no other.
 *
 * @example contentDisposition('attachment', '年报.pdf')
 * // `attachment; filename="_.pdf"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf`
 */
export function contentDisposition(kind: 'attachment' | 'inline', fileName: string): string {
  const name = fileName.toWellFormed();
  const plain = name.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\%]/g, '_');
  // What encodeURIComponent leaves and the grammar of the header does not allow.
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
