/** Characters in a shingle: shorter ones are in every text, longer ones are lost with every comma. */
const shingleLength = 6;

/** The letters, digits and Chinese characters of a text, half-width and in lower case, with where they stood. */
export interface Letters {
  text: string;
  /** For each of them its place in the original. */
  at: Int32Array;
}

/** What two texts are compared by: punctuation, spaces and widths make no difference. */
export function lettersOf(text: string): Letters {
  const at = new Int32Array(text.length);
  const kept: string[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    let folded = 0;
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007) folded = code;
    else if ((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)) folded = code;
    else if (code >= 0x41 && code <= 0x5a) folded = code + 32;
    else if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff41 && code <= 0xff5a)) folded = code - 0xfee0;
    else if (code >= 0xff21 && code <= 0xff3a) folded = code - 0xfee0 + 32;
    if (folded === 0) continue;
    at[kept.length] = index;
    kept.push(String.fromCharCode(folded));
  }
  return { text: kept.join(''), at: at.subarray(0, kept.length) };
}

/** Mixes the bits of a number, so that neighbours are far apart (the finish of MurmurHash3). */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const base = 0x01000193;

/**
 * The different shingles of a text as 32-bit numbers, ascending; of a text shorter than one shingle the text as a whole.
 *
 * @example shinglesOf('一二三四五六七').length // 2
 */
export function shinglesOf(letters: string): Uint32Array {
  const count = letters.length - shingleLength + 1;
  if (count < 1) return letters === '' ? new Uint32Array() : Uint32Array.of(hashOf(letters));
  let lead = 1;
  for (let step = 1; step < shingleLength; step += 1) lead = Math.imul(lead, base);
  const all = new Uint32Array(count);
  let rolling = 0;
  for (let at = 0; at < letters.length; at += 1) {
    if (at >= shingleLength) rolling = (rolling - Math.imul(letters.charCodeAt(at - shingleLength), lead)) | 0;
    rolling = (Math.imul(rolling, base) + letters.charCodeAt(at)) | 0;
    if (at >= shingleLength - 1) all[at - shingleLength + 1] = mix(rolling);
  }
  all.sort();
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    if (at === 0 || all[at] !== all[at - 1]) {
      all[kept] = all[at] as number;
      kept += 1;
    }
  }
  return all.slice(0, kept);
}

/** A text as one 32-bit number. */
export function hashOf(letters: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < letters.length; at += 1) hash = Math.imul(hash ^ letters.charCodeAt(at), base);
  return mix(hash);
}

/** How many shingles two texts have in common. */
export function countShared(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  let here = 0;
  let there = 0;
  while (here < one.length && there < other.length) {
    const difference = (one[here] as number) - (other[there] as number);
    if (difference === 0) {
      shared += 1;
      here += 1;
      there += 1;
    } else if (difference < 0) here += 1;
    else there += 1;
  }
  return shared;
}
