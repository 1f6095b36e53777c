import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import packageFile from '../../package.json' with { type: 'json' };
import { systemActor } from '../kernel/actor.ts';
import { failure, type Result, success } from '../kernel/result.ts';
import { write } from '../platform/audit/index.ts';
import { type BackupSummary, createBackup, filesOf, stateFiles, verifyBackup } from '../platform/backup/index.ts';
import { keyFolderIn } from '../platform/config/data-folder.ts';
import type { Config } from '../platform/config/index.ts';
import { newId, openDatabase } from '../platform/db/index.ts';
import type { DatabaseServer } from '../platform/db/server/index.ts';
import { createLog } from '../platform/log/index.ts';
import { type Command, exitStatus } from './command.ts';
import { openCommandStorage, refuse, withServer } from './database.ts';
import { fileProblem } from './input.ts';
import { openRing } from './keys-ring.ts';
import type { Terminal } from './terminal.ts';

/** `gongkai backup`: the whole system in one file, while it runs; or checks such a file. */
export const backup: Command = {
  operands: '备份文件',
  operandName: '备份文件',
  count: { from: 1, to: 1 },
  options: {
    verify: { type: 'boolean', words: '不备份，只从头到尾核对一份已有的备份' },
    'with-keys': { type: 'boolean', words: '把密钥也放进备份；此后得到备份的人即可解开全部加密内容' },
  },
  notes: [
    '数据库、附件和设置保存为一个文件，取自同一时刻；系统不必停止。写完自动核对一遍。',
    '备份不含密钥，除非加 --with-keys。数据文件夹里的 keys 须另行保管，没有它，恢复后加密的内容解不开。',
  ],
  examples: ['gongkai backup /mnt/备份/gongkai.tar.gz', 'gongkai backup --verify /mnt/备份/gongkai.tar.gz'],

  async run({ operands, options, terminal }) {
    const path = resolve(operands[0] ?? '');
    try {
      if (options.isSet('verify')) return await verify(path, terminal);
      return await withServer(terminal, async (place) => {
        const done = await make(path, place, options.isSet('with-keys'), terminal);
        if (!done.ok) return refuse(terminal, done.problem.message);
        const { rows, files, fileBytes, missingFiles } = done.value;
        const checked = await verify(path, terminal, true);
        if (checked !== exitStatus.clean) return checked;
        await terminal.print(
          `已备份到 ${path}（${megabytes(statSync(path).size)}）：记录 ${rows} 条，附件 ${files} 个，共 ${megabytes(fileBytes)}。已核对，内容完整。`,
        );
        if (missingFiles === 0) return exitStatus.clean;
        terminal.tell(`有 ${missingFiles} 个附件的内容在存储中找不到，没有备份。请检查存放附件的磁盘或存储服务。`);
        return exitStatus.findings;
      });
    } catch (error) {
      if (!isOfFile(error)) throw error;
      return refuse(terminal, fileProblem(error, path));
    }
  },
};

async function make(
  path: string,
  { server, config }: { server: DatabaseServer; config: Config },
  withKeys: boolean,
  terminal: Terminal,
): Promise<Result<BackupSummary>> {
  const ring = openRing(config);
  if (!ring.ok) return ring;
  if (withKeys && config.sealingKeys.keys) {
    terminal.tell('加密密钥由环境变量 GONGKAI_KEY 给出，不在备份之内，请另行保管。');
  }
  const database = openDatabase({ connection: server.connection, log: createLog('warn') });
  const stop = new AbortController();
  const abort = () => stop.abort(new Interrupted());
  process.once('SIGINT', abort).once('SIGTERM', abort);
  try {
    const storage = await openCommandStorage(config, database.db);
    if (!storage.ok) return storage;
    const noted = await noteBackup(database.db, withKeys);
    if (!noted.ok) return noted;
    const summary = await createBackup({
      path,
      connection: server.connection,
      files: filesOf(storage.value.store, storage.value.stagingFolder),
      programVersion: packageFile.version,
      keyIds: ring.value.listKeys().map(({ id }) => id),
      others: { ...stateFiles(config.dataFolder), ...(withKeys ? listKeyFiles(keyFolderIn(config.dataFolder)) : {}) },
      now: new Date(),
      signal: stop.signal,
    });
    return success(summary);
  } catch (error) {
    if (error instanceof Interrupted) return failure('interrupted', '备份已中止，没有留下文件。');
    throw error;
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
    await database.close();
  }
}

class Interrupted extends Error {}

/** Puts down in the audit that everything was copied out; also tells whether there is a system at all. */
async function noteBackup(db: Parameters<typeof write>[0], withKeys: boolean): Promise<Result<undefined>> {
  try {
    return await write(db, systemActor('运维命令 gongkai backup'), new Date(), async (_, record) => {
      record({
        action: 'system.backup',
        record: { kind: 'system', id: newId(), label: withKeys ? '全部数据和密钥' : '全部数据（不含密钥）' },
      });
      return success(undefined);
    });
  } catch (error) {
    // undefined_object (the role) or undefined_table: nothing has ever been started on this database.
    const { code } = error as { code?: string };
    if (code !== '42P01' && code !== '42883' && code !== '22023' && code !== '42704') throw error;
    return failure('nothing-to-save', '数据库里还没有本系统的数据，没有可以备份的内容。');
  }
}

const listKeyFiles = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:json|pem)$/.test(entry.name))
      .map(({ name }) => [`keys/${name}`, join(folder, name)]),
  );

async function verify(path: string, terminal: Terminal, quiet = false) {
  const verified = await verifyBackup(path);
  if (!verified.ok) return refuse(terminal, verified.problem.message);
  if (quiet) return exitStatus.clean;
  const { head, manifest } = verified.value;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  await terminal.print(
    [
      '备份完整，可以用来恢复。',
      `  备份时间  ${new Date(head.takenAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}（北京时间）`,
      `  程序版本  ${head.programVersion}`,
      `  数据      ${manifest.tables.length} 张表，${rows} 条记录`,
      `  附件      ${manifest.files.count} 个，共 ${megabytes(manifest.files.bytes)}`,
      `  密钥      ${head.withKeys ? '在内，请像密钥一样保管此文件' : '不在内，恢复时需要另行保管的 keys 文件夹'}`,
    ].join('\n'),
  );
  if (manifest.missingFiles.length === 0) return exitStatus.clean;
  terminal.tell(`备份时有 ${manifest.missingFiles.length} 个附件的内容已经找不到，不在备份之内。`);
  return exitStatus.findings;
}

/** Whether an error is one of the file system, to be told in words. */
export const isOfFile = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && typeof error.syscall === 'string' && 'path' in error;

const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
