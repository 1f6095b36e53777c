import { randomBytes } from 'node:crypto';

/** The millisecond of the last identifier and its number within it. */
let latest = { at: 0, number: 0 };

/**
 * A new identifier: a UUID of version 7 (RFC 9562), which begins with the time, so that rows made
 * one after the other lie together in an index. Made here and not by the database, which knows
 * `uuidv7()` only from PostgreSQL 18.
 *
 * Identifiers of one process sort in the order in which they were made, also within a millisecond (RFC 9562, 6.2,
 * method 1: a counter after the time), so that the rows of a spreadsheet keep their order.
 */
export function newId(): string {
  const bytes = randomBytes(16);
  const now = Date.now();
  // Begun in the lower half, so that there is room to count.
  const begin = bytes.readUInt16BE(6) & 0x07ff;
  if (now > latest.at) latest = { at: now, number: begin };
  else if (latest.number < 0x0fff) latest = { at: latest.at, number: latest.number + 1 };
  else latest = { at: latest.at + 1, number: begin };
  bytes.writeUIntBE(latest.at, 0, 6);
  bytes.writeUInt16BE(0x7000 | latest.number, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
