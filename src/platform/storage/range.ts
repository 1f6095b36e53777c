import type { ByteRange } from './blob-store.ts';

/**
 * The part of a content a header `Range` asks for (RFC 9110, section 14). `whole` where there is none, where it
 * asks for several parts, or cannot be understood: the whole content is a right answer to all of these.
 *
 * @param size of the content, in bytes
 * @example parseRange('bytes=500-', 800) // { first: 500, last: 799 }
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const [, from = '', to = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const length = Number(to);
    return length === 0 || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - length), last: size - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return 'whole';
  return first >= size ? 'unsatisfiable' : { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
