import type { Readable } from 'node:stream';

/** A file that is on disk as a whole and hashed, but that nobody can see yet. */
export interface StagedFile {
  path: string;
  /** Hexadecimal, lower case. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** Which content: that of a county with this SHA-256 (hexadecimal, lower case). */
export interface BlobAddress {
  countyId: string;
  sha256: string;
}

/** A content as it lies in a store. */
export interface StoredBlob extends BlobAddress {
  /** Bytes. */
  size: number;
  storedAt: Date;
}

/** Bytes `first` to `last` of a content, both counted from 0 and both included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * Where contents lie, each under its hash, once in each county. What is there is whole: no reader ever sees a
 * half-written content, whatever breaks down in between. Everything may throw a `StorageFault`.
 */
export interface BlobStore {
  /**
   * Takes over a staged file and returns when it outlasts a crash; what is there already stays. The staged
   * file is gone afterwards, in any case.
   */
  put(countyId: string, file: StagedFile): Promise<void>;
  /** A stream of the content, read as fast as it is taken. Throws the fault `missing` before the first byte. */
  open(blob: BlobAddress, range?: ByteRange): Promise<Readable>;
  /** Bytes of the content; undefined when it is not there. */
  findSize(blob: BlobAddress): Promise<number | undefined>;
  /** Deletes the content; it may be gone already. */
  delete(blob: BlobAddress): Promise<void>;
  /** Everything there is, or all of one county, in the order of county and hash. */
  list(countyId?: string): AsyncIterable<StoredBlob>;
  /** Throws the fault that would hinder a write now, e.g. a wrong key; for the start and for the operator. */
  check(): Promise<void>;
}

const faults = {
  missing: '附件的内容在存储中找不到了。请告知系统管理员，从备份中恢复附件。',
  full: '服务器存放附件的磁盘空间不足，文件没有保存。请告知系统管理员清理磁盘后再试。',
  unwritable: '服务器上存放附件的文件夹不能写入，文件没有保存。请告知系统管理员检查该文件夹的权限。',
  away: '附件存储服务暂时连接不上，这次操作没有完成。请稍后再试；如持续出现，请告知系统管理员检查存储服务和网络。',
  slow: '附件存储服务长时间没有回应，这次操作没有完成。请稍后再试；如持续出现，请告知系统管理员检查存储服务和网络。',
  denied: '附件存储服务不接受本系统的访问密钥，或者没有授予读写权限。请告知系统管理员核对存储服务的密钥和权限。',
  'no-bucket': '附件存储服务上没有所配置的存储桶。请告知系统管理员核对存储桶名称，或先建立存储桶。',
  refused: '附件存储服务没有接受这次操作。请稍后再试；如持续出现，请告知系统管理员查看运行日志。',
} as const;

/** What is wrong with a store. */
export type StorageFaultCode = keyof typeof faults;

/** A store that cannot do what it is asked for; its message is the Chinese sentence for whoever waits for it. */
export class StorageFault extends Error {
  readonly code: StorageFaultCode;

  constructor(code: StorageFaultCode, cause?: unknown) {
    super(faults[code], { cause });
    this.code = code;
  }
}

/** Throws where an address is none: it becomes part of a path. */
export function assertAddress({ countyId, sha256 }: BlobAddress): void {
  if (!/^[0-9a-f-]{36}$/.test(countyId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error('no address of a content');
}
