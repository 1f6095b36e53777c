import { createECDH, randomBytes } from 'node:crypto';
import { curveBytes, invert, isOnCurve, modulo, order, sumX, toBytes, toNumber } from './sm2-curve.ts';
import { sm3 } from './sm3.ts';

/**
 * The user id that goes into the digest where none was agreed (GB/T 35276); the same in every product
 * that follows the standard.
 */
const defaultUserId = '1234567812345678';

/** A private key of SM2: a number from 1 to n - 2, as 32 bytes, and the public key that belongs to it. */
export interface Sm2PrivateKey {
  scalar: Buffer;
  publicKey: Sm2PublicKey;
}

/** A public key of SM2: the byte 04 and the two coordinates of its point, 65 bytes. */
export type Sm2PublicKey = Buffer;

/** Makes a new pair of keys. */
export function generateSm2Key(): Sm2PrivateKey {
  return sm2KeyOf(toBytes(randomScalar(order - 2n)));
}

/** The pair of keys with this private number. */
export function sm2KeyOf(scalar: Buffer): Sm2PrivateKey {
  const value = toNumber(scalar);
  if (scalar.length !== 32 || value < 1n || value > order - 2n) throw new RangeError('not a private key of SM2');
  return { scalar, publicKey: multiplyBase(scalar) };
}

/**
 * Signs a message as GB/T 32918.2 says, with SM3: what other products call SM3WithSM2. node:crypto cannot:
 * with a key of this curve it makes ECDSA, and after reading the key from PEM it makes SM2 with an empty
 * user id, which no other product takes.
 *
 * @returns the signature in DER, as GB/T 35276 writes it: SEQUENCE { r INTEGER, s INTEGER }
 */
export function signSm2(message: Uint8Array | string, key: Sm2PrivateKey, userId: string = defaultUserId): Buffer {
  const digest = digestToSign(message, key.publicKey, userId);
  for (;;) {
    const signature = signWith(digest, key.scalar, randomScalar(order - 1n));
    if (signature) return signature;
  }
}

/**
 * The signature over a digest with one given random number; undefined where the standard demands another
 * number. Only `signSm2` and the test with the numbers of the standard call it.
 */
export function signWith(digest: Buffer, scalar: Buffer, random: bigint): Buffer | undefined {
  // A multiplication with a secret number is OpenSSL's, in a time that tells nothing.
  const x = toNumber(multiplyBase(toBytes(random)).subarray(1, 33));
  const r = modulo(toNumber(digest) + x, order);
  if (r === 0n || r + random === order) return undefined;
  // (1 + d)⁻¹ · (k - r·d) is (1 + d)⁻¹ · (k + r) - r. Blinded, so that the time of the inversion tells nothing of d.
  const blind = randomScalar(order - 1n);
  const inverse = modulo(invert(modulo(blind * (1n + toNumber(scalar)), order), order) * blind, order);
  const s = modulo(inverse * (random + r) - r, order);
  return s === 0n ? undefined : writeSignature(r, s);
}

/** Whether this is the signature of the owner of the key under the message; also false for what is no signature. */
export function verifySm2(
  message: Uint8Array | string,
  signature: Uint8Array,
  publicKey: Sm2PublicKey,
  userId: string = defaultUserId,
): boolean {
  const numbers = readSignature(signature);
  if (!numbers || publicKey.length !== 65 || publicKey[0] !== 4) return false;
  const { r, s } = numbers;
  const point = { x: toNumber(publicKey.subarray(1, 33)), y: toNumber(publicKey.subarray(33)) };
  const isInRange = (value: bigint) => value >= 1n && value < order;
  const t = modulo(r + s, order);
  if (!isInRange(r) || !isInRange(s) || t === 0n || !isOnCurve(point)) return false;
  const x = sumX(s, t, point);
  return x !== undefined && modulo(toNumber(digestToSign(message, publicKey, userId)) + x, order) === r;
}

/** The digest a signature is made over: of the signer's id, the curve, the public key, and then the message. */
export function digestToSign(message: Uint8Array | string, publicKey: Sm2PublicKey, userId: string): Buffer {
  const id = Buffer.from(userId);
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(id.length * 8);
  return sm3(sm3(bits, id, curveBytes, publicKey.subarray(1)), message);
}

/** The private number times the base point: the byte 04 and two coordinates. */
function multiplyBase(scalar: Buffer): Buffer {
  const exchange = createECDH('SM2');
  exchange.setPrivateKey(scalar);
  return exchange.getPublicKey();
}

/** A random number from 1 to `most`, each as likely. */
function randomScalar(most: bigint): bigint {
  for (;;) {
    const value = toNumber(randomBytes(32));
    if (value >= 1n && value <= most) return value;
  }
}

function writeSignature(r: bigint, s: bigint): Buffer {
  const numbers = Buffer.concat([r, s].map(writeInteger));
  return Buffer.concat([Buffer.of(0x30, numbers.length), numbers]);
}

function writeInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  // An integer whose first bit is set would be negative.
  const content = (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return Buffer.concat([Buffer.of(0x02, content.length), content]);
}

/** Reads only what `writeSignature` writes: of several spellings of the same numbers there is one. */
function readSignature(bytes: Uint8Array): { r: bigint; s: bigint } | undefined {
  const lengthOfR = bytes[3] ?? 0;
  const lengthOfS = bytes[5 + lengthOfR] ?? 0;
  if (lengthOfR < 1 || lengthOfR > 33 || lengthOfS < 1 || lengthOfS > 33) return undefined;
  const r = toNumber(bytes.subarray(4, 4 + lengthOfR));
  const s = toNumber(bytes.subarray(6 + lengthOfR, 6 + lengthOfR + lengthOfS));
  return writeSignature(r, s).equals(bytes) ? { r, s } : undefined;
}
