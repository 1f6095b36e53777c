import { open } from 'node:fs/promises';
import { type CheckedExtract, checkExtract } from '../platform/audit/index.ts';
import { fingerprint, type Sm2PublicKey } from '../platform/crypto/index.ts';
import { readKey } from './audit-verify.ts';
import { type Call, type Command, type ExitStatus, exitStatus } from './command.ts';
import { harmless } from './display.ts';
import { fileProblem } from './input.ts';

/** `gongkai audit check-extract`: checks an extract without a database. */
export const auditCheckExtract: Command = {
  operands: '导出文件',
  count: { from: 1, to: 1 },
  options: {
    key: { type: 'string', placeholder: '公钥文件', words: '出具单位的公钥（PEM，由 gongkai keys public 给出）' },
  },
  notes: [
    '逐条重算链值并验证签名，不需要数据库，也不需要在本机安装系统的数据。',
    '不写 --key 时，只能证明文件签名之后没有改动过；是不是那个单位出具的，请与对方核对显示的公钥指纹。',
    '退出状态：0 完好；1 内容被改动、不完整，或不是指定公钥签的；2 文件读不了，或不是导出文件。',
  ],
  examples: ['gongkai audit check-extract 审计记录.jsonl --key 云溪县.pem'],
  run,
};

async function run({ operands, options, terminal }: Call): Promise<ExitStatus> {
  const path = operands[0] ?? '';
  const named = options.find('key');
  let trusted: Sm2PublicKey | undefined;
  if (named !== undefined) {
    const key = readKey(named, '');
    if (!key.ok) {
      terminal.tell(key.problem.message);
      return exitStatus.unread;
    }
    trusted = key.value;
  }
  try {
    const file = await open(path);
    try {
      const checked = await checkExtract(file.readLines({ encoding: 'utf8' }), trusted);
      if (checked.ok) {
        for (const line of describe(checked.value, trusted !== undefined)) await terminal.print(line);
        return exitStatus.clean;
      }
      terminal.tell(checked.problem.message);
      return checked.problem.code === 'not-an-extract' ? exitStatus.unread : exitStatus.findings;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    terminal.tell(fileProblem(error, path));
    return exitStatus.unread;
  }
}

function describe({ at, publicKey, entries, chains }: CheckedExtract, isTrusted: boolean): string[] {
  const made = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' });
  return [
    `文件完好：共 ${entries} 条，${made.format(at)}导出。`,
    ...chains.map(({ name, first, last }) => `  ${harmless(name)}：第 ${first} 至 ${last} 条`),
    isTrusted ? '签名与指定的公钥相符。' : `签名公钥指纹：${fingerprint(publicKey)}，请与出具单位核对。`,
  ];
}
