const entities: Record<string, string> = {
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
};

// Lengths are bounded so that a line of ten thousand brackets costs no more than ten thousand steps of this size.
const picture = /!\[[^\]]{0,300}\]\([^()\s]{0,600}(?: "[^"]{0,100}")?\)/g;
const link = /\[([^[\]]{1,300})\]\([!-'*-~]{0,600}(?: "[^"]{0,100}")?\)/g;

/**
 * One line without the marks of emphasis; in Markdown also without links, pictures, inline tags, entities and
 * escapes. Table pipes stay, escaped ones too.
 *
 * Example: `（一）**强化主动公开。**` → `（一）强化主动公开。`
 */
export function removeMarks(line: string, format: 'text' | 'markdown'): string {
  let text = line;
  if (text.includes('**')) text = text.replace(/\*\*(?=\S)(.+?)\*\*/g, '$1');
  if (text.includes('__')) text = text.replace(/(^|[^_\w])__(?=[^\s_])([^_]+?)__(?![_\w])/g, '$1$2');
  if (format === 'text') return text;

  if (text.includes('](')) {
    text = text.replace(picture, '').replace(link, '$1');
  }
  if (text.includes('<'))
    text = text.replace(/<br\s*\/?>/gi, ' ').replace(/<\/?(?:[a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi, '');
  if (text.includes('&')) text = text.replace(/&([a-z]+);/g, (whole, name: string) => entities[name] ?? whole);
  if (text.includes('\\')) text = text.replace(/\\([!"#$%&'()*+,\-./:;<=>?@[\]^_`{}~])/g, '$1');
  return text;
}
