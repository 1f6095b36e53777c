import { dayInChina } from '../kernel/plain-date.ts';
import { keyFolderIn } from '../platform/config/data-folder.ts';
import { countByKey, fingerprint, openSigningKey } from '../platform/crypto/index.ts';
import { type Call, type Command, type ExitStatus, exitStatus } from './command.ts';
import { withDatabase } from './database.ts';
import { displayTable } from './display.ts';
import { openRing } from './keys-ring.ts';
import { sealedColumns } from './sealed-columns.ts';

/** `gongkai keys list`: which keys there are and what still needs them; never the keys themselves. */
export const keysList: Command = {
  operands: '',
  count: { from: 0, to: 0 },
  options: {},
  notes: ['只显示编号、日期和用量，不显示密钥本身。'],
  examples: ['gongkai keys list'],
  run,
};

async function run({ terminal }: Call): Promise<ExitStatus> {
  return withDatabase(terminal, async ({ db, config }) => {
    const ring = openRing(config);
    const signing = openSigningKey(keyFolderIn(config.dataFolder));
    for (const opened of [ring, signing]) {
      if (opened.ok) continue;
      terminal.tell(opened.problem.message);
      return exitStatus.unread;
    }
    if (!ring.ok || !signing.ok) return exitStatus.unread;
    const counts = await countByKey(db, sealedColumns);
    const keys = ring.value.listKeys();
    const rows = keys.map(({ id, isCurrent, madeAt }) => [
      id,
      isCurrent ? '现用' : '停用',
      madeAt ? dayInChina(madeAt) : '环境变量',
      String(counts.get(id) ?? 0),
    ]);
    const titles = ['密钥编号', '状态', '生成日期', '加密内容（项）'].map((title) => ({ title }));
    for (const line of displayTable(titles, rows, { width: terminal.width })) await terminal.print(line);
    await terminal.print(`签名公钥指纹：${fingerprint(signing.value.publicKey)}`);
    const lost = [...counts.keys()].filter((id) => !keys.some((key) => key.id === id));
    if (lost.length === 0) return exitStatus.clean;
    const values = lost.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
    terminal.tell(
      `有 ${values} 项加密内容所用的密钥（编号 ${lost.join('、')}）不在本机，解不开。请找回密钥文件或原来的 GONGKAI_KEY。`,
    );
    return exitStatus.findings;
  });
}
