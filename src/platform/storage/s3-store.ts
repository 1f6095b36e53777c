import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import {
  assertAddress,
  type BlobAddress,
  type BlobStore,
  type StagedFile,
  StorageFault,
  type StorageFaultCode,
} from './blob-store.ts';
import { codeOf, discard } from './staging.ts';

/** Where an S3-compatible store is and how to sign for it. */
export interface S3Settings {
  /** e.g. `https://s3.example.cn`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
  /** The bucket as the first part of the path and not of the host name. */
  pathStyle: boolean;
  /** How long the service may keep silent, in milliseconds. */
  patience?: number;
}

/** Everything of this program stands below it in the bucket. */
const prefix = 'attachments/';

/** Content up to this size goes in one piece, larger content in pieces of it: as much is in memory at once. */
const pieceBytes = 8 * 1024 * 1024;

/**
 * Contents as objects `attachments/<county>/<sha256>` of an S3-compatible service. Its hash is known before the
 * first byte is sent, and a service shows an object only when it is complete, so no second place and no renaming
 * is needed. An object is never overwritten by another content; writing the same once more harms nothing.
 */
export async function openS3Store(settings: S3Settings): Promise<BlobStore> {
  // Read only where it is used: it is larger than everything else.
  const sdk = await import('@aws-sdk/client-s3');
  const { endpoint, bucket: Bucket, region, accessKey, secretKey, pathStyle, patience = 30_000 } = settings;
  const client = new sdk.S3Client({
    endpoint,
    region,
    forcePathStyle: pathStyle,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: Math.min(patience, 5_000),
      requestTimeout: patience,
      socketTimeout: patience,
      throwOnRequestTimeout: true,
    },
    // Only Amazon's own service knows the newer checksums; the content is checked by its SHA-256 anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const keyOf = (blob: BlobAddress): string => {
    assertAddress(blob);
    return `${prefix}${blob.countyId}/${blob.sha256}`;
  };
  const findSize = async (blob: BlobAddress): Promise<number | undefined> => {
    try {
      const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key: keyOf(blob) }));
      return head.ContentLength ?? 0;
    } catch (error) {
      if (statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket') return undefined;
      throw faultOf(error);
    }
  };

  return {
    findSize,

    async put(countyId, file) {
      const blob = { countyId, sha256: file.sha256 };
      try {
        if ((await findSize(blob)) === file.size) return;
        await upload(sdk, client, { Bucket, Key: keyOf(blob) }, file);
      } catch (error) {
        throw faultOf(error);
      } finally {
        await discard(file);
      }
    },

    async open(blob, range) {
      try {
        const Range = range && `bytes=${range.first}-${range.last}`;
        const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key: keyOf(blob), Range }));
        return Body as Readable;
      } catch (error) {
        throw faultOf(error);
      }
    },

    async delete(blob) {
      try {
        await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: keyOf(blob) }));
      } catch (error) {
        if (nameOf(error) !== 'NoSuchKey') throw faultOf(error);
      }
    },

    async *list(countyId) {
      const Prefix = countyId === undefined ? prefix : `${prefix}${countyId}/`;
      try {
        for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix })) {
          for (const { Key = '', Size = 0, LastModified = new Date(0) } of page.Contents ?? []) {
            const [, county = '', sha256 = ''] = /^attachments\/([0-9a-f-]{36})\/([0-9a-f]{64})$/.exec(Key) ?? [];
            if (sha256 !== '') yield { countyId: county, sha256, size: Size, storedAt: LastModified };
          }
        }
      } catch (error) {
        throw faultOf(error);
      }
    },

    async check() {
      const Key = `${prefix}.check`;
      try {
        await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body: Buffer.from('check') }));
        await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }));
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

type Sdk = typeof import('@aws-sdk/client-s3');

/** Sends a file piece by piece; a piece that was lost is sent again by the client of the service. */
async function upload(
  sdk: Sdk,
  client: S3Client,
  target: { Bucket: string; Key: string },
  { path, size }: StagedFile,
): Promise<void> {
  const file = await open(path);
  const read = async (from: number): Promise<Buffer> => {
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, size - from));
    const { bytesRead } = await file.read(piece, 0, piece.length, from);
    if (bytesRead !== piece.length) throw new Error('a staged file became shorter');
    return piece;
  };
  try {
    if (size <= pieceBytes) {
      await client.send(new sdk.PutObjectCommand({ ...target, Body: await read(0), ContentLength: size }));
      return;
    }
    const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(target));
    try {
      const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
      for (let from = 0, PartNumber = 1; from < size; from += pieceBytes, PartNumber++) {
        const part = { ...target, UploadId, PartNumber };
        const { ETag } = await client.send(new sdk.UploadPartCommand({ ...part, Body: await read(from) }));
        Parts.push({ PartNumber, ETag });
      }
      await client.send(new sdk.CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts } }));
    } catch (error) {
      // What was sent would be paid for and never seen.
      await client.send(new sdk.AbortMultipartUploadCommand({ ...target, UploadId })).catch(() => undefined);
      throw error;
    }
  } finally {
    await file.close();
  }
}

/** Words of services and of the operating system, as a fault. */
const faultNames: Readonly<Record<string, StorageFaultCode>> = {
  NoSuchKey: 'missing',
  NotFound: 'missing',
  NoSuchBucket: 'no-bucket',
  InvalidAccessKeyId: 'denied',
  SignatureDoesNotMatch: 'denied',
  AccessDenied: 'denied',
  Forbidden: 'denied',
  InvalidToken: 'denied',
  RequestTimeTooSkewed: 'denied',
  TimeoutError: 'slow',
  RequestTimeout: 'slow',
  ETIMEDOUT: 'away',
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  EHOSTUNREACH: 'away',
  ENETUNREACH: 'away',
  EPIPE: 'away',
  ENOTFOUND: 'away',
  EAI_AGAIN: 'away',
  ServiceUnavailable: 'away',
  SlowDown: 'slow',
  InternalError: 'away',
  // What some services say when the disk behind them is full.
  XMinioStorageFull: 'full',
  QuotaExceeded: 'full',
};

function faultOf(error: unknown): unknown {
  if (error instanceof StorageFault) return error;
  if (!(error instanceof Error)) return error;
  const status = statusOf(error);
  const code =
    faultNames[nameOf(error)] ??
    faultNames[codeOf(error) ?? ''] ??
    (status === 401 || status === 403 ? 'denied' : status !== undefined && status >= 500 ? 'away' : undefined);
  // Its words may quote the request, and with it the key: only its name goes on.
  if (code) return new StorageFault(code, new Error(nameOf(error)));
  return status === undefined ? error : new StorageFault('refused', new Error(`${nameOf(error)} (${status})`));
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error ? (error as Partial<S3ServiceException>).$metadata?.httpStatusCode : undefined;
