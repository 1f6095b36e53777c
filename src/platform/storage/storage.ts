import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Result, success } from '../../kernel/result.ts';
import type { Config } from '../config/index.ts';
import type { Db } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import { type BlobStore, StorageFault } from './blob-store.ts';
import { createClamdScanner, type VirusScanner } from './clamd.ts';
import { openDiskStore } from './disk-store.ts';
import { openS3Store, type S3Settings } from './s3-store.ts';
import type { AttachmentRules } from './settings.ts';

/** Everything attachments are kept with. */
export interface Storage {
  db: Db;
  log: Log;
  store: BlobStore;
  /** Where files are received before anybody can see them. */
  stagingFolder: string;
  /** Bytes that have to stay free on its disk. */
  reserveBytes: number;
  scanner?: VirusScanner;
  readRules(): Promise<AttachmentRules>;
}

/** The variables of the environment that decide about it. */
export type StorageConfig = Pick<
  Config,
  | 'dataFolder'
  | 's3Endpoint'
  | 's3Bucket'
  | 's3Region'
  | 's3AccessKey'
  | 's3SecretKey'
  | 's3SecretKeyFile'
  | 's3PathStyle'
  | 'attachmentReserveMegabytes'
  | 'virusScanner'
>;

export interface OpenStorageOptions {
  config: StorageConfig;
  db: Db;
  log: Log;
  /** The settings in force, e.g. `() => settings.read(attachmentSettings)`. */
  readRules(): Promise<AttachmentRules>;
}

/**
 * Opens the storage the environment names: `<data>/attachments`, or an S3-compatible service. Refuses what is
 * configured by halves; whether the service answers is for `checkStorage` to say.
 */
export async function openStorage({ config, ...rest }: OpenStorageOptions): Promise<Result<Storage>> {
  const folder = join(config.dataFolder, 'attachments');
  const s3 = await readS3Settings(config);
  if (!s3.ok) return s3;
  const { path, host, port } = config.virusScanner;
  return success({
    ...rest,
    store: s3.value ? await openS3Store(s3.value) : openDiskStore(folder),
    stagingFolder: join(folder, 'staging'),
    reserveBytes: config.attachmentReserveMegabytes * 1024 * 1024,
    ...(path ? { scanner: createClamdScanner({ path }) } : {}),
    ...(host && port ? { scanner: createClamdScanner({ host, port }) } : {}),
  });
}

/** Whether attachments can be written now; refused with the sentence for the operator. */
export const checkStorage = ({ store }: Pick<Storage, 'store'>): Promise<Result<undefined>> =>
  refusingFaults(async () => {
    await store.check();
    return success(undefined);
  });

/** Does something with a store; what is wrong with the store comes back as a refusal. */
export async function refusingFaults<T>(work: () => Promise<Result<T>>, log?: Log): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    log?.error({ err: error, fault: error.code }, 'attachments cannot be kept or read');
    return failure(error.code === 'full' ? 'disk-full' : `storage-${error.code}`, error.message);
  }
}

async function readS3Settings(config: StorageConfig): Promise<Result<S3Settings | undefined>> {
  const { s3Endpoint, s3Bucket, s3Region, s3AccessKey, s3SecretKey, s3SecretKeyFile, s3PathStyle } = config;
  if (!s3Endpoint.url) return success(undefined);
  const secret = await readSecret(s3SecretKey.value, s3SecretKeyFile.path);
  if (!secret.ok) return secret;
  if (!s3AccessKey.value || !secret.value) {
    return failure(
      'invalid-config',
      '设置了 S3_ENDPOINT，还须设置 S3_ACCESS_KEY，以及 S3_SECRET_KEY 或 S3_SECRET_KEY_FILE。',
    );
  }
  return success({
    endpoint: s3Endpoint.url,
    bucket: s3Bucket,
    region: s3Region,
    accessKey: s3AccessKey.value,
    secretKey: secret.value,
    pathStyle: s3PathStyle,
  });
}

async function readSecret(value: string | undefined, path: string | undefined): Promise<Result<string | undefined>> {
  if (path === undefined) return success(value);
  if (value !== undefined) return failure('invalid-config', 'S3_SECRET_KEY 和 S3_SECRET_KEY_FILE 只能设置一个。');
  try {
    return success((await readFile(path, 'utf8')).trim() || undefined);
  } catch {
    return failure('invalid-config', `S3_SECRET_KEY_FILE 指明的文件 ${path} 不能读取，请检查路径和权限。`);
  }
}
