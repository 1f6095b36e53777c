import { systemActor } from '../kernel/actor.ts';
import { write } from '../platform/audit/index.ts';
import { countByKey, type KeyRing, type RotatedColumn, rotateSealedColumns } from '../platform/crypto/index.ts';
import type { Db } from '../platform/db/index.ts';
import { type Call, type Command, type ExitStatus, exitStatus } from './command.ts';
import { withDatabase } from './database.ts';
import { openRing } from './keys-ring.ts';
import { sealedColumns } from './sealed-columns.ts';
import type { Terminal } from './terminal.ts';

/** `gongkai keys rotate`: a new key, and everything sealed anew with it. */
export const keysRotate: Command = {
  operands: '',
  count: { from: 0, to: 0 },
  options: {
    'remove-unused': {
      type: 'boolean',
      words: '完成后移除不再使用的旧密钥；此后用旧密钥时期的备份恢复，加密内容解不开',
    },
  },
  notes: [
    '生成新密钥，把全部加密内容改用新密钥加密。系统运行时也可以执行；中途停止的，再执行一次即从中断处继续。',
    '旧密钥默认保留，以备恢复旧的备份。密钥由环境变量 GONGKAI_KEY 给出的，先把新密钥写在它的最前面（逗号后保留旧密钥）并重启系统，再执行本命令。',
  ],
  examples: ['gongkai keys rotate', 'gongkai keys rotate --remove-unused'],
  run,
};

async function run({ options, terminal }: Call): Promise<ExitStatus> {
  return withDatabase(terminal, async ({ db, config }) => {
    const opened = openRing(config);
    if (!opened.ok) {
      terminal.tell(opened.problem.message);
      return exitStatus.unread;
    }
    const ring = opened.value;
    const now = new Date();
    const isUnfinished = await hasOutdated(db, ring);
    if (isUnfinished) terminal.note('有尚未改用现用密钥的加密内容，继续上次的更换，不再生成新密钥。');
    else {
      const added = ring.addKey(now);
      if (!added.ok) {
        terminal.tell(added.problem.message);
        return exitStatus.unread;
      }
    }
    const rotated = await rotateSealedColumns(db, ring, sealedColumns, {
      onProgress: (_, resealed) => terminal.note(`已改用新密钥 ${resealed} 项……`),
    });
    const resealed = rotated.reduce((sum, each) => sum + each.resealed, 0);
    const unreadable = rotated.reduce((sum, each) => sum + each.unreadable.length, 0);
    const current = ring.listKeys()[0]?.id ?? '';
    await write(db, systemActor('运维命令 gongkai keys rotate'), now, async (_, record) => {
      const key = { kind: 'key', id: current, label: `密钥 ${current}` };
      record({ action: 'keys.rotate', record: key, after: { resealed, unreadable } });
    });
    await terminal.print(`现用密钥：${current}。本次改用新密钥加密 ${resealed} 项。`);
    if (unreadable > 0) return tellUnreadable(rotated, terminal);
    return options.isSet('remove-unused') ? removeUnused(db, ring, now, terminal) : exitStatus.clean;
  });
}

/** Whether something is sealed with another key than the current one. */
async function hasOutdated(db: Db, ring: KeyRing): Promise<boolean> {
  const counts = await countByKey(db, sealedColumns);
  const known = ring.listKeys();
  return known.some(({ id, isCurrent }) => !isCurrent && (counts.get(id) ?? 0) > 0);
}

function tellUnreadable(rotated: readonly RotatedColumn[], terminal: Terminal): ExitStatus {
  for (const { column, unreadable } of rotated) {
    const [first] = unreadable;
    if (!first) continue;
    const place = `${column.table}.${column.column}`;
    terminal.tell(
      `${place} 有 ${unreadable.length} 项解不开，保持原样（如 ${first.record}）：${first.problem.message}`,
    );
  }
  return exitStatus.findings;
}

async function removeUnused(db: Db, ring: KeyRing, now: Date, terminal: Terminal): Promise<ExitStatus> {
  const counts = await countByKey(db, sealedColumns);
  const ids = ring
    .listKeys()
    .filter(({ id, isCurrent }) => !isCurrent && !counts.get(id))
    .map(({ id }) => id);
  if (ids.length === 0) {
    await terminal.print('没有可以移除的旧密钥。');
    return exitStatus.clean;
  }
  const removed = ring.removeKeys(ids);
  if (!removed.ok) {
    terminal.tell(removed.problem.message);
    return exitStatus.unread;
  }
  await write(db, systemActor('运维命令 gongkai keys rotate'), now, async (_, record) => {
    for (const id of ids) record({ action: 'keys.remove', record: { kind: 'key', id, label: `密钥 ${id}` } });
  });
  await terminal.print(`已移除不再使用的旧密钥：${ids.join('、')}。`);
  return exitStatus.clean;
}
