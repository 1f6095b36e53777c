import { existsSync, readFileSync } from 'node:fs';
import type { Result } from '../kernel/result.ts';
import { type ReadSeals, readSeals, type VerifiedChain, verifyAudit } from '../platform/audit/index.ts';
import { keyFolderIn, sealFileIn } from '../platform/config/data-folder.ts';
import { openSigningKey, readPublicPem, type Sm2PublicKey } from '../platform/crypto/index.ts';
import { type Call, type Command, type ExitStatus, exitStatus } from './command.ts';
import { listCounties } from './counties.ts';
import { withDatabase } from './database.ts';
import { harmless } from './display.ts';
import { fileProblem } from './input.ts';
import type { Terminal } from './terminal.ts';

/** `gongkai audit verify`: recomputes every chain of the audit and compares it with the seals. */
export const auditVerify: Command = {
  operands: '',
  count: { from: 0, to: 0 },
  options: {
    seals: { type: 'string', placeholder: '文件', words: '封条文件；不写时用数据文件夹里的 audit-seals.jsonl' },
    key: { type: 'string', placeholder: '公钥文件', words: '封条的公钥（PEM）；不写时用本机的签名密钥' },
  },
  notes: [
    '从第一条起逐条重算，指出第一处改动、缺失、调换或整体改写。系统运行时也可以核对。',
    '末尾被删去、或者整条链被重写，只有封条能发现。封条每天追加一次，请把封条文件定期抄送到数据库管理员改不到的地方，用 --seals 指定抄送件核对。',
    '退出状态：0 完好；1 审计记录被动过，或有封条不是本机签的；2 没有核对成。',
  ],
  examples: ['gongkai audit verify', 'gongkai audit verify --seals /mnt/抄送/audit-seals.jsonl'],
  run,
};

async function run({ options, terminal }: Call): Promise<ExitStatus> {
  return withDatabase(terminal, async ({ db, config }) => {
    const named = options.find('seals');
    const path = named ?? sealFileIn(config.dataFolder);
    if (named !== undefined && !existsSync(named)) return refuse(terminal, fileProblem({ code: 'ENOENT' }, named));
    const key = readKey(options.find('key'), keyFolderIn(config.dataFolder));
    if (!key.ok) return refuse(terminal, key.problem.message);
    const read = await readSeals(path, key.value);
    const names = new Map((await listCounties(db)).map(({ id, name }) => [id, name]));
    const chains = await verifyAudit(db, {
      seals: read.seals,
      onProgress: (entries) => terminal.note(`已核对 ${entries} 条……`),
    });
    for (const chain of chains) await terminal.print(describe(chain, names.get(chain.countyId) ?? chain.countyId));
    if (chains.length === 0) await terminal.print('还没有审计记录。');
    tellSeals(read, path, terminal);
    const isIntact = chains.every(({ fault }) => !fault) && read.refused.length === 0;
    return isIntact ? exitStatus.clean : exitStatus.findings;
  });
}

function describe({ entries, seals, fault }: VerifiedChain, name: string): string {
  if (fault) return `${harmless(name)}：核对未通过。${fault.message}`;
  return `${harmless(name)}：${entries} 条，核对无误${seals > 0 ? `，与 ${seals} 处封条相符` : ''}。`;
}

function tellSeals({ seals, refused }: ReadSeals, path: string, terminal: Terminal): void {
  if (refused.length > 0) {
    const lines = refused.slice(0, 10).join('、');
    terminal.tell(
      `封条文件“${path}”第 ${lines} 行${refused.length > 10 ? `等 ${refused.length} 行` : ''}不是用这把密钥签的，或已损坏，没有采用。`,
    );
  } else if (seals.size === 0) {
    terminal.tell('没有可比对的封条，末尾被删去或者整条链被重写时发现不了。');
  }
}

/** The key that seals are checked with. */
export function readKey(path: string | undefined, folder: string): Result<Sm2PublicKey> {
  if (path === undefined) {
    const own = openSigningKey(folder);
    return own.ok ? { ok: true, value: own.value.publicKey } : own;
  }
  try {
    return readPublicPem(readFileSync(path, 'utf8'));
  } catch (error) {
    return { ok: false, problem: { code: 'unreadable-file', message: fileProblem(error, path) } };
  }
}

function refuse(terminal: Terminal, message: string): ExitStatus {
  terminal.tell(message);
  return exitStatus.unread;
}
