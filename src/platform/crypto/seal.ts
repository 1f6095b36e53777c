import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { failure, type Result, success } from '../../kernel/result.ts';
import { hmacSm3, sm3 } from './sm3.ts';

/** SM4 in counter mode (GB/T 32907, GB/T 17964), the whole under HMAC-SM3: node:crypto has no SM4-GCM. */
const sealAlgorithm = 'sm4-ctr.hmac-sm3';

/** Bytes of a key that seals: what the keys for encrypting, for the code and for looking up are derived from. */
const keyBytes = 32;

/** Where a sealed value belongs; it opens nowhere else. */
export interface SealContext {
  table: string;
  column: string;
  /** The key of the row. */
  record: string;
}

/** A key that seals. */
export interface SealKey {
  /** Follows from the key itself, so that no two keys have the same. */
  id: string;
  secret: Buffer;
}

/** The key with these 32 secret bytes. */
export function sealKeyOf(secret: Buffer): SealKey {
  if (secret.length !== keyBytes) throw new RangeError(`a key has ${keyBytes} bytes`);
  return { id: sm3('gongkai key id', secret).toString('hex', 0, 8), secret };
}

/** A new random key. */
export const generateSealKey = (): SealKey => sealKeyOf(randomBytes(keyBytes));

/**
 * Encrypts a text so that it can be read only with this key and only at this place.
 *
 * @returns `algorithm:key id:base64url of 16 bytes of IV, the ciphertext, 32 bytes of code`
 */
export function sealWith(key: SealKey, plaintext: string, context: SealContext): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('sm4-ctr', encryptionKey(key), iv);
  const body = Buffer.concat([iv, cipher.update(plaintext, 'utf8'), cipher.final()]);
  const code = codeOver(key, body, context);
  return `${sealedPrefix(key.id)}${Buffer.concat([body, code]).toString('base64url')}`;
}

/** What every value sealed with the key of this id begins with. */
export const sealedPrefix = (keyId: string): string => `${sealAlgorithm}:${keyId}:`;

/** The id of the key a value was sealed with; undefined when it is no sealed value. */
export function keyIdOf(sealed: string): string | undefined {
  const [algorithm, keyId, , ...rest] = sealed.split(':');
  return algorithm === sealAlgorithm && rest.length === 0 ? keyId : undefined;
}

/** Reads a value sealed with this key at this place; refuses what was changed, cut or moved from elsewhere. */
export function openWith(key: SealKey, sealed: string, context: SealContext): Result<string> {
  const bytes = Buffer.from(sealed.slice(sealedPrefix(key.id).length), 'base64url');
  const body = bytes.subarray(0, -32);
  const isWhole =
    sealed === `${sealedPrefix(key.id)}${bytes.toString('base64url')}` &&
    bytes.length >= 48 &&
    timingSafeEqual(codeOver(key, body, context), bytes.subarray(-32));
  if (!isWhole) return damaged();
  const decipher = createDecipheriv('sm4-ctr', encryptionKey(key), body.subarray(0, 16));
  return success(Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]).toString('utf8'));
}

/** The refusal of a sealed value that is not what was written. */
export const damaged = () =>
  failure(
    'sealed-value-damaged',
    '这项加密内容与保存时不一致，可能已被改动或损坏，不予显示。请联系系统管理员核查并从备份恢复。',
  );

/** What a value can be found by again without being readable: the same for the same text, purpose and key. */
export function indexWith(key: SealKey, text: string, purpose: string): string {
  const code = hmacSm3(derive(key, 'blind index'), JSON.stringify([purpose, text]));
  return `${key.id}:${code.toString('base64url', 0, 16)}`;
}

const encryptionKey = (key: SealKey): Buffer => derive(key, 'encryption').subarray(0, 16);

/** Over all that decides what the value means. A list in JSON can be read in one way only. */
function codeOver(key: SealKey, body: Buffer, { table, column, record }: SealContext): Buffer {
  const place = JSON.stringify([sealAlgorithm, key.id, table, column, record]);
  return hmacSm3(derive(key, 'code'), `${Buffer.byteLength(place)}:`, place, body);
}

/** One key for each use, none of which tells of another (NIST SP 800-108 in its simplest form, with HMAC-SM3). */
const derive = ({ secret }: SealKey, use: string): Buffer => hmacSm3(secret, `gongkai ${sealAlgorithm} ${use}`);
