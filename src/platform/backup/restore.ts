import type { ClientConfig } from 'pg';
import { failure, type Result, success } from '../../kernel/result.ts';
import { type Migration, migrate, readMigrations } from '../db/migrate.ts';
import { sameTextEverywhere } from './catalog.ts';
import type { BackupFiles } from './files.ts';
import { ArchiveDamaged, ArchiveTooNew, type Head } from './format.ts';
import { beginLoading } from './load.ts';
import { type ReadArchive, readArchive } from './read.ts';
import {
  connected,
  createBeside,
  dropDatabase,
  findOccupancy,
  inDatabase,
  refuseOthers,
  swapDatabases,
} from './target.ts';

export interface RestoreOptions {
  path: string;
  /** The database to be restored into, as its owner. */
  connection: ClientConfig;
  files: BackupFiles;
  /** Takes a file of the data folder out of the archive; refuses where another one is in the way. */
  putOther?: (name: string, bytes: Buffer) => Promise<Result<undefined>>;
  /** Checks the chain of the audit in a database; the value is the number of its entries. */
  verifyAudit: (connection: ClientConfig) => Promise<Result<number>>;
  /** Puts what is there aside and the archive in its place. */
  replace: boolean;
  /** Replaces what is there also by a system whose audit was tampered with before it was saved. */
  acceptBrokenAudit?: boolean;
  now: Date;
  migrations?: readonly Migration[];
  /** For the operator: what is being done. */
  tell?: (message: string) => void;
}

export interface RestoreSummary extends ReadArchive {
  /** Number of entries of the audit, or where its chain is broken. */
  audit: Result<number>;
  /** Name of the database that holds what was there before. */
  former?: string;
}

/**
 * Reads an archive from beginning to end and checks all of it.
 *
 * @returns what is in it, or a refusal that says what is wrong
 */
export async function verifyBackup(path: string): Promise<Result<ReadArchive>> {
  return refusing(async () => success(await readArchive(path)));
}

/**
 * Brings a system back from an archive: into an empty one, or, with `replace`, in the place of what is
 * there, which is kept under another name. The archive is read twice: nothing is touched before all of
 * it was found whole. Until the end everything is as it was, however this ends.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Result<RestoreSummary>> {
  const { path, connection, replace, now, migrations = readMigrations(), tell = () => {} } = options;
  return refusing(async () => {
    tell('正在检查备份文件……');
    const others: [name: string, bytes: Buffer][] = [];
    const archive = await readArchive(path, {
      head: async (head) => refuseNewer(head, migrations),
      other: async (name, bytes) => void others.push([name, bytes]),
    });
    const { head } = archive;

    const target = await connected(connection, async (client) => {
      const alone = await refuseOthers(client);
      if (!alone.ok) return alone;
      const { words, migrations: applied } = await findOccupancy(client);
      if (words !== '' && !replace) {
        return failure(
          'not-empty',
          `现有数据库不是空的，已有${words}，没有改动。确实要用备份取代的，请加 --replace：现有数据会另行保留，不会删除。`,
        );
      }
      // An empty database may serve as it is, unless it is further on than the archive.
      if (words === '' && (!applied || applied.every((each, at) => head.migrations[at]?.checksum === each.checksum))) {
        return success({ beside: undefined, wasEmpty: true });
      }
      const created = await createBeside(client, stampOf(now));
      return created.ok ? success({ beside: created.value, wasEmpty: words === '' }) : created;
    });
    if (!target.ok) return target;
    const { beside, wasEmpty } = target.value;
    const into = beside === undefined ? connection : inDatabase(connection, beside);
    try {
      // First: a key that is in the way is better known before hours of work, and one too many does no harm.
      for (const [name, bytes] of others) {
        const put = await options.putOther?.(name, bytes);
        if (put && !put.ok) return put;
      }
      const filled = await fillDatabase(options, into, head, migrations, tell);
      if (!filled.ok) return filled;
      const { audit } = filled.value;
      if (beside === undefined) return success({ ...archive, audit });
      if (!audit.ok && !options.acceptBrokenAudit) {
        return failure(
          'audit-broken',
          `备份中的审计记录核对未通过，没有取代现有数据：${audit.problem.message}请先查明原因；确认仍要恢复的，加 --accept-broken-audit。`,
        );
      }
      const swapped = await swapDatabases(connection, beside, stampOf(now));
      if (!swapped.ok) return swapped;
      if (!wasEmpty) return success({ ...archive, audit, former: swapped.value });
      await dropDatabase(connection, swapped.value);
      return success({ ...archive, audit });
    } finally {
      // After the swap there is none of this name any more.
      if (beside !== undefined) await dropDatabase(connection, beside).catch(() => undefined);
    }
  });
}

async function fillDatabase(
  { path, files, verifyAudit }: RestoreOptions,
  into: ClientConfig,
  head: Head,
  migrations: readonly Migration[],
  tell: (message: string) => void,
): Promise<Result<{ audit: Result<number> }>> {
  const asThen = await migrate(into, migrations.slice(0, head.migrations.length));
  if (!asThen.ok) return asThen;
  tell('正在恢复数据……');
  await connected(into, async (client) => {
    await client.query(sameTextEverywhere);
    await client.query('BEGIN');
    const loading = await beginLoading(client, head);
    // Read again and checked again: the file may have changed since.
    const { manifest } = await readArchive(path, {
      rows: (table, piece) => loading.rows(table, piece),
      file: (blob, _, content) => files.put(blob, content),
    });
    tell('正在核对行数、关联和审计记录……');
    await loading.finish(manifest);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
  const audit = await verifyAudit(into);
  const upToDate = await migrate(into, migrations);
  return upToDate.ok ? success({ audit }) : upToDate;
}

/** Refuses an archive whose database was further on than this program knows. */
function refuseNewer(head: Head, migrations: readonly Migration[]): void {
  for (const [at, { checksum, name }] of head.migrations.entries()) {
    const ours = migrations[at];
    if (!ours) throw new ArchiveTooNew(head.programVersion);
    if (ours.checksum !== checksum)
      throw new ArchiveDamaged(`其中的升级脚本 ${name.replace(/[^\w.-]/g, '?')} 与本程序的不同`);
  }
}

/** Turns what is wrong with an archive into a refusal. */
async function refusing<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArchiveDamaged) {
      return failure('archive-damaged', `备份文件不能使用：${error.message}。没有改动现有数据，请换用另一份备份。`);
    }
    if (error instanceof ArchiveTooNew) {
      return failure(
        'archive-too-new',
        `这份备份由更新的程序（${error.programVersion}）制作，本程序不能恢复。没有改动现有数据，请先升级程序，再恢复。`,
      );
    }
    throw error;
  }
}

const stampOf = (now: Date): string => now.toISOString().replace(/\D/g, '').slice(0, 14);
