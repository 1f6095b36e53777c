import { unzipSync, zipSync } from 'fflate';

// The earliest time a zip can hold. Its fields are local time, so it is the same in every zone.
const epoch = new Date(1980, 0, 1);
const leading = ['[Content_Types].xml', '_rels/.rels'];

/**
 * Packs an OOXML file anew so that it holds no time of its making: the same parts always give the
 * same bytes. The part every reader looks for first stands first.
 */
export function sealZip(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const rank = (name: string) => (leading.includes(name) ? leading.indexOf(name) : leading.length);
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] ?? new Uint8Array()])), {
    mtime: epoch,
    level: 6,
  });
}
