// Characters XML 1.0 cannot carry, not even escaped: controls, lone surrogates, U+FFFE and U+FFFF.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without the characters no XML or HTML file may hold. */
const printableText = (text: string): string => text.replace(forbidden, '');

/** Text as content of an element or of a double-quoted attribute in XML and HTML. */
export const escapeXml = (text: string): string =>
  printableText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A document, or any part of one, whose texts hold only what every format can carry. */
export function printable<T>(value: T): T {
  if (typeof value === 'string') return printableText(value) as T;
  if (Array.isArray(value)) return value.map(printable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, printable(part)])) as T;
}
