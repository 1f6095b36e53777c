import { randomBytes } from 'node:crypto';

/**
 * A new identifier: a UUID of version 7 (RFC 9562), which begins with the time, so that rows made
 * one after the other lie together in an index. Made here and not by the database, which knows
 * `uuidv7()` only from PostgreSQL 18.
 */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
