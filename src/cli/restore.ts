import { join, resolve } from 'node:path';
import type { ClientConfig } from 'pg';
import { systemActor } from '../kernel/actor.ts';
import { failure, type Result, success } from '../kernel/result.ts';
import { write } from '../platform/audit/index.ts';
import { verifyAudit } from '../platform/audit/verify.ts';
import {
  dropFormerDatabases,
  filesOf,
  listFormerDatabases,
  type RestoreSummary,
  restoreBackup,
} from '../platform/backup/index.ts';
import { keyFolderIn } from '../platform/config/data-folder.ts';
import type { Config } from '../platform/config/index.ts';
import { listKeyIds } from '../platform/crypto/index.ts';
import { createSecretFile, readSecretFile } from '../platform/crypto/key-files.ts';
import { type Database, newId, openDatabase } from '../platform/db/index.ts';
import type { DatabaseServer } from '../platform/db/server/index.ts';
import { createLog } from '../platform/log/index.ts';
import { isOfFile } from './backup.ts';
import { type Command, exitStatus, UsageError } from './command.ts';
import { openCommandStorage, refuse, withServer } from './database.ts';
import { fileProblem } from './input.ts';
import type { Terminal } from './terminal.ts';

/** `gongkai restore`: brings a system back from a backup. */
export const restore: Command = {
  operands: '备份文件',
  operandName: '备份文件',
  count: { from: 0, to: 1 },
  options: {
    replace: { type: 'boolean', words: '已有数据时，用备份取代；原有数据改名保留，不删除' },
    'accept-broken-audit': { type: 'boolean', words: '备份中的审计记录核对不上时，仍然取代现有数据' },
    'drop-previous': { type: 'boolean', words: '不恢复，删除以前 --replace 时保留的原有数据' },
  },
  notes: [
    '先停止本系统。备份先从头到尾核对一遍，全部恢复并核对后才生效；中途断电或中止的，一切保持原样。',
    '旧版本程序的备份可以由新版本恢复，反之不行。备份不含密钥的，须把原来数据文件夹里的 keys 一并放回。',
  ],
  examples: ['gongkai restore /mnt/备份/gongkai.tar.gz', 'gongkai restore --replace gongkai.tar.gz'],

  async run({ operands, options, terminal }) {
    const [file] = operands;
    if (options.isSet('drop-previous') === (file !== undefined)) {
      throw new UsageError(file === undefined ? '没有给出备份文件' : '--drop-previous 不需要备份文件');
    }
    return withServer(terminal, async ({ server, config }) => {
      if (file === undefined) return dropPrevious(server, terminal);
      const path = resolve(file);
      const done = await bringBack(
        path,
        server,
        config,
        options.isSet('replace'),
        options.isSet('accept-broken-audit'),
        terminal,
      ).catch((error) => {
        if (!isOfFile(error)) throw error;
        return failure('unreadable', fileProblem(error, path));
      });
      if (!done.ok) return refuse(terminal, done.problem.message);
      return report(done.value, config, terminal);
    });
  },
};

async function bringBack(
  path: string,
  server: DatabaseServer,
  config: Config,
  replace: boolean,
  acceptBrokenAudit: boolean,
  terminal: Terminal,
): Promise<Result<RestoreSummary>> {
  // Connects only when something is asked of it, so that it does not count as a program at work.
  return onDatabase(server.connection, async ({ db }) => {
    const storage = await openCommandStorage(config, db);
    if (!storage.ok) return storage;
    const restored = await restoreBackup({
      path,
      connection: server.connection,
      files: filesOf(storage.value.store, storage.value.stagingFolder),
      putOther: async (name, bytes) => putOther(config.dataFolder, name, bytes),
      verifyAudit: verifyChains,
      replace,
      acceptBrokenAudit,
      now: new Date(),
      tell: terminal.note,
    });
    if (restored.ok && restored.value.audit.ok) {
      const { takenAt, programVersion } = restored.value.head;
      await write(db, systemActor('运维命令 gongkai restore'), new Date(), async (_, record) =>
        record({
          action: 'system.restore',
          record: { kind: 'system', id: newId(), label: `${takenAt} 的备份` },
          after: { takenAt, programVersion },
        }),
      );
    }
    return restored;
  });
}

async function report({ head, manifest, audit, former }: RestoreSummary, config: Config, terminal: Terminal) {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const taken = new Date(head.takenAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  await terminal.print(`已恢复到 ${taken}（北京时间）的状态：记录 ${rows} 条，附件 ${manifest.files.count} 个。`);
  if (former)
    await terminal.print(
      `原有数据保留在数据库 ${former} 中；确认不再需要后，用 gongkai restore --drop-previous 删除。`,
    );
  let status: 0 | 1 = exitStatus.clean;
  const folder = keyFolderIn(config.dataFolder);
  const known = listKeyIds({ folder, environmentKeys: config.sealingKeys.keys });
  const missing = head.keyIds.filter((id) => !known.includes(id));
  if (missing.length > 0) {
    status = exitStatus.findings;
    terminal.tell(
      `本机没有这份备份所用的密钥（编号 ${missing.join('、')}），加密的内容暂时解不开。请把原机器数据文件夹里的 keys 文件夹放到 ${folder}，或设置原来的 GONGKAI_KEY，再启动系统。`,
    );
  }
  if (manifest.missingFiles.length > 0) {
    status = exitStatus.findings;
    terminal.tell(`备份时就有 ${manifest.missingFiles.length} 个附件的内容缺失，恢复后仍然缺失。`);
  }
  if (audit.ok) await terminal.print(`审计记录 ${audit.value} 条，核对无误。`);
  else {
    status = exitStatus.findings;
    terminal.tell(`数据已经恢复，但审计记录核对未通过：${audit.problem.message}请报告审计管理员。`);
  }
  return status;
}

/** Checks all chains of the audit in a database. */
async function verifyChains(connection: ClientConfig): Promise<Result<number>> {
  return onDatabase(connection, async ({ db }) => {
    const chains = await verifyAudit(db);
    const fault = chains.find((chain) => chain.fault)?.fault;
    if (fault) return failure('audit-broken', fault.message);
    return success(Number(chains.reduce((sum, { entries }) => sum + entries, 0n)));
  });
}

/** Takes a file of the data folder out of a backup; what has the name already is left as it is. */
function putOther(dataFolder: string, name: string, bytes: Buffer): Result<undefined> {
  const isKey = name.startsWith('keys/');
  const path = isKey ? join(dataFolder, name) : join(dataFolder, name.slice('state/'.length));
  const known = readSecretFile(path);
  if (known === undefined) createSecretFile(path, bytes.toString('utf8'));
  else if (isKey && known !== bytes.toString('utf8')) {
    return failure('other-key', `${path} 处已有另一份密钥，没有改动任何数据。请先把它移到别处保管，再执行恢复。`);
  }
  return success(undefined);
}

async function dropPrevious(server: DatabaseServer, terminal: Terminal) {
  const names = await listFormerDatabases(server.connection);
  await dropFormerDatabases(server.connection, names);
  await terminal.print(names.length > 0 ? `已删除：${names.join('、')}。` : '没有保留的原有数据。');
  return exitStatus.clean;
}

async function onDatabase<T>(connection: ClientConfig, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ connection, log: createLog('warn') });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
