import { createHash, createHmac, type Hash } from 'node:crypto';

/** The SM3 digest (GB/T 32905) of the parts one after the other: 32 bytes. Text counts as UTF-8. */
export function sm3(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = startSm3();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** HMAC (RFC 2104) with SM3 over the parts one after the other: 32 bytes. Text counts as UTF-8. */
export function hmacSm3(key: Uint8Array, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const hmac = createHmac('sm3', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** An SM3 digest that is fed piece by piece. */
export const startSm3 = (): Hash => createHash('sm3');
