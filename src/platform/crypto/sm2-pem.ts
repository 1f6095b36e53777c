import { failure, type Result, success } from '../../kernel/result.ts';
import { type Sm2PrivateKey, type Sm2PublicKey, sm2KeyOf } from './sm2.ts';
import { isOnCurve, toNumber } from './sm2-curve.ts';

// All that stands in such a file before the numbers is the same for every key of this curve (PKCS #8, SubjectPublicKeyInfo).
const privateHead = Buffer.from('308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420', 'hex');
const privateMiddle = Buffer.from('a144034200', 'hex');
const publicHead = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');

/** A private key as PEM (PKCS #8), as OpenSSL reads and writes it. */
export function writePrivatePem({ scalar, publicKey }: Sm2PrivateKey): string {
  return writePem('PRIVATE KEY', Buffer.concat([privateHead, scalar, privateMiddle, publicKey]));
}

/** A public key as PEM (SubjectPublicKeyInfo), as OpenSSL reads and writes it. */
export function writePublicPem(publicKey: Sm2PublicKey): string {
  return writePem('PUBLIC KEY', Buffer.concat([publicHead, publicKey]));
}

/** Reads a private key of SM2 from PEM. */
export function readPrivatePem(pem: string): Result<Sm2PrivateKey> {
  const bytes = readPem('PRIVATE KEY', pem);
  const at = privateHead.length;
  try {
    const key = bytes?.subarray(0, at).equals(privateHead) ? sm2KeyOf(bytes.subarray(at, at + 32)) : undefined;
    // A damaged file must not give a key that nobody knows.
    if (key && writePrivatePem(key) === writePem('PRIVATE KEY', bytes as Buffer)) return success(key);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return failure('not-a-key', '文件内容不是 SM2 私钥，或已损坏。请用备份的密钥文件替换。');
}

/** Reads a public key of SM2 from PEM. */
export function readPublicPem(pem: string): Result<Sm2PublicKey> {
  const bytes = readPem('PUBLIC KEY', pem);
  const key = bytes?.subarray(publicHead.length);
  const isKey =
    bytes?.subarray(0, publicHead.length).equals(publicHead) &&
    key?.length === 65 &&
    key[0] === 4 &&
    isOnCurve({ x: toNumber(key.subarray(1, 33)), y: toNumber(key.subarray(33)) });
  return isKey && key
    ? success(key)
    : failure('not-a-key', '文件内容不是 SM2 公钥，或已损坏。请向出具单位重新索取公钥文件。');
}

function writePem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function readPem(label: string, pem: string): Buffer | undefined {
  const body = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(pem)?.[1];
  return body === undefined ? undefined : Buffer.from(body, 'base64');
}
