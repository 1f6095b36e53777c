import { join } from 'node:path';
import { failure, type Result, success } from '../../kernel/result.ts';
import { createSecretFile, readSecretFile } from './key-files.ts';
import { generateSm2Key, type Sm2PrivateKey, type Sm2PublicKey } from './sm2.ts';
import { readPrivatePem, writePrivatePem } from './sm2-pem.ts';
import { sm3 } from './sm3.ts';

/** Opens the key this installation signs with; made in the folder of keys when there is none. */
export function openSigningKey(folder: string): Result<Sm2PrivateKey> {
  const path = join(folder, 'signing-key.pem');
  try {
    const pem = readSecretFile(path) ?? createSecretFile(path, writePrivatePem(generateSm2Key()));
    const key = readPrivatePem(pem);
    return key.ok ? success(key.value) : failure(key.problem.code, `签名密钥文件“${path}”：${key.problem.message}`);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return failure('unreadable-signing-key', `签名密钥文件“${path}”无法使用：${code}。请检查文件权限。`);
  }
}

/** What people compare a public key by: the first 16 bytes of its SM3 digest, in groups of four letters. */
export function fingerprint(publicKey: Sm2PublicKey): string {
  return (sm3(publicKey).toString('hex', 0, 16).match(/.{4}/g) ?? []).join(' ');
}
