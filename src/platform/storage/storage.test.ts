import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../../../tests/support/result.ts';
import { readConfig } from '../config/index.ts';
import { createLog } from '../log/index.ts';
import { standardRules } from './fixtures/desk.ts';
import { type S3Server, startS3Server } from './fixtures/s3-server.ts';
import { checkStorage, openStorage } from './index.ts';
import { parseRange } from './range.ts';

let folder: string;
let s3: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-open-'));
  s3 = await startS3Server();
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const openWith = async (environment: Record<string, string>) => {
  const config = readConfig({ DATA_DIR: folder, ...environment });
  if (!config.ok) return config;
  const rest = { db: {} as never, log: createLog('silent'), readRules: async () => standardRules() };
  const storage = await openStorage({ config: config.value, ...rest });
  return storage.ok ? checkStorage(storage.value) : storage;
};

describe('the environment decides where attachments lie', () => {
  test('in the folder of the data, unless it says otherwise', async () => {
    expect(await openWith({})).toEqual({ ok: true, value: undefined });
  });

  test('in an S3-compatible service, with the secret in a file', async () => {
    const file = join(folder, 'secret');
    await writeFile(file, `${s3.settings.secretKey}\n`);
    const environment = { S3_ENDPOINT: s3.settings.endpoint, S3_ACCESS_KEY: 'S3RVER', S3_SECRET_KEY_FILE: file };
    expect(await openWith(environment)).toEqual({ ok: true, value: undefined });
    expect(refusalOf(await openWith({ ...environment, S3_BUCKET: 'nowhere' }))).toContain('没有所配置的存储桶');
    expect(refusalOf(await openWith({ ...environment, S3_ACCESS_KEY: 'nobody' }))).toContain('不接受本系统的访问密钥');
  });

  test.each([
    ['the keys', {}, '还须设置 S3_ACCESS_KEY'],
    ['the secret', { S3_ACCESS_KEY: 'a' }, 'S3_SECRET_KEY 或 S3_SECRET_KEY_FILE'],
    ['one secret, not two', { S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b', S3_SECRET_KEY_FILE: '/c' }, '只能设置一个'],
    [
      'a file that can be read',
      { S3_ACCESS_KEY: 'a', S3_SECRET_KEY_FILE: '/nowhere/secret' },
      '/nowhere/secret 不能读取',
    ],
  ])('but not without %s', async (_, variables: Record<string, string>, words) => {
    const refusal = refusalOf(await openWith({ S3_ENDPOINT: 'http://127.0.0.1:9', ...variables }));
    expect(refusal).toContain(words);
  });
});

describe('the part of a content that is asked for', () => {
  test.each([
    [undefined, 'whole'],
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-500', { first: 90, last: 99 }],
    ['Bytes= 5-7', { first: 5, last: 7 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-5', 'whole'],
    ['bytes=1-2,5-6', 'whole'],
    ['bytes=a-b', 'whole'],
    ['pages=1-2', 'whole'],
    ['bytes=-', 'whole'],
  ])('%s', (header, part) => {
    expect(parseRange(header, 100)).toEqual(part);
  });
});
