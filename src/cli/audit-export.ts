import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { systemActor, systemCounty } from '../kernel/actor.ts';
import { addDays, findPlainDate } from '../kernel/plain-date.ts';
import { sealChains, write, writeExtract } from '../platform/audit/index.ts';
import { keyFolderIn, sealFileIn } from '../platform/config/data-folder.ts';
import { fingerprint, openSigningKey } from '../platform/crypto/index.ts';
import { type Call, type Command, type ExitStatus, exitStatus, type Options, UsageError } from './command.ts';
import { findCounties, listCounties } from './counties.ts';
import { withDatabase } from './database.ts';
import { fileProblem } from './input.ts';

/** `gongkai audit export`: a signed extract of the audit, for another machine. */
export const auditExport: Command = {
  operands: '输出文件',
  count: { from: 1, to: 1 },
  options: {
    from: { type: 'string', placeholder: '日期', words: '从这一天起，如 2026-01-01' },
    to: { type: 'string', placeholder: '日期', words: '到这一天为止（含当天）' },
    county: { type: 'string', placeholder: '县', words: '只导出一个县：名称或 12 位区划代码；“系统”是系统自身的记录' },
  },
  notes: [
    '导出文件每行一条 JSON，带链值和 SM2 签名，在任何一台机器上用 gongkai audit check-extract 即可核对，不需要数据库。',
    '导出的是没有缺口的一段；办理时刻与登记次序略有先后的，会多出个别记录。导出前先封存，导出本身也记入审计。',
  ],
  examples: [
    'gongkai audit export 审计记录.jsonl',
    'gongkai audit export 一季度.jsonl --from 2026-01-01 --to 2026-03-31 --county 云溪县',
  ],
  run,
};

async function run({ operands, options, terminal }: Call): Promise<ExitStatus> {
  const path = operands[0] ?? '';
  const from = readDay(options, 'from');
  const to = readDay(options, 'to');
  return withDatabase(terminal, async ({ db, config }) => {
    const now = new Date();
    const counties = await listCounties(db);
    const asked = options.find('county');
    const chosen = asked === undefined ? counties : findCounties(counties, asked);
    const key = openSigningKey(keyFolderIn(config.dataFolder));
    if (chosen.length !== 1 && asked !== undefined) {
      const known = counties.map(({ name }) => name).join('、');
      terminal.tell(`没有“${asked}”这个县，现有：${known}。同名的请写区划代码。`);
      return exitStatus.unread;
    }
    if (!key.ok) {
      terminal.tell(key.problem.message);
      return exitStatus.unread;
    }
    const temporary = `${path}.tmp`;
    try {
      const out = createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true });
      // Told at the end, or at the first line that cannot be written.
      const done = finished(out);
      done.catch(() => undefined);
      await write(db, systemActor('运维命令 gongkai audit export'), now, async (_, record) => {
        const label = asked === undefined ? '全部审计记录' : `${chosen[0]?.name}的审计记录`;
        const id = chosen.length === 1 ? (chosen[0]?.id ?? systemCounty) : systemCounty;
        const after = { from: options.find('from'), to: options.find('to') };
        record({ action: 'audit.export', record: { kind: 'audit', id, label }, after });
      });
      await sealChains(db, key.value, sealFileIn(config.dataFolder), now);
      const entries = await writeExtract(db, {
        key: key.value,
        now,
        ...(from ? { from: new Date(`${from}T00:00:00+08:00`) } : {}),
        ...(to ? { to: new Date(`${addDays(to, 1)}T00:00:00+08:00`) } : {}),
        ...(asked === undefined ? {} : { counties: chosen.map(({ id }) => id) }),
        nameOf: (id) => counties.find((each) => each.id === id)?.name ?? id,
        write: (line) =>
          new Promise((resolve, reject) => out.write(line, (error) => (error ? reject(error) : resolve()))),
      });
      out.end();
      await done;
      await rename(temporary, path);
      await terminal.print(`已导出 ${entries} 条审计记录到 ${path}。`);
      await terminal.print(`签名公钥指纹：${fingerprint(key.value.publicKey)}（请另行告知核对人）`);
      return exitStatus.clean;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
        terminal.tell(`“${temporary}”已经存在，是上次没有写完的文件，请删除后重试。`);
        return exitStatus.unread;
      }
      await rm(temporary, { force: true });
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      terminal.tell(fileProblem(error, path).replace('打开', '写入'));
      return exitStatus.unread;
    }
  });
}

function readDay(options: Options, name: 'from' | 'to') {
  const written = options.find(name);
  if (written === undefined) return undefined;
  const day = findPlainDate(written);
  if (!day) throw new UsageError(`--${name} 应写成 2026-01-31 的样子，不是“${written}”`);
  return day;
}
