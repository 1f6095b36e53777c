import type { Command } from './command.ts';

/** A command as the overview lists it; its module is loaded when it is called. */
export interface CommandEntry {
  /** One word, or two: a group and what is done in it. */
  name: string;
  words: string;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'report read',
    words: '读取年度报告，输出交换格式或表格',
    load: async () => (await import('./report-read.ts')).reportRead,
  },
  {
    name: 'report check',
    words: '检查年度报告，逐条列出问题',
    load: async () => (await import('./report-check.ts')).reportCheck,
  },
  {
    name: 'report write',
    words: '把年度报告写成 Word、网页、表格等文件',
    load: async () => (await import('./report-write.ts')).reportWrite,
  },
  {
    name: 'report diff',
    words: '比较两份年度报告，逐格、逐段列出变化',
    load: async () => (await import('./report-diff.ts')).reportDiff,
  },
  {
    name: 'report aggregate',
    words: '把多个单位的年度报告汇总成一份',
    load: async () => (await import('./report-aggregate.ts')).reportAggregate,
  },
  {
    name: 'calendar import',
    words: '导入国务院办公厅的年度放假安排通知',
    load: async () => (await import('./calendar-import.ts')).calendarImport,
  },
  {
    name: 'calendar show',
    words: '列出一年的放假安排',
    load: async () => (await import('./calendar-show.ts')).calendarShow,
  },
  {
    name: 'calendar deadline',
    words: '计算期限，逐日说明',
    load: async () => (await import('./calendar-deadline.ts')).calendarDeadline,
  },
  {
    name: 'user reset',
    words: '为忘记密码、被锁定的人员重设初始密码',
    load: async () => (await import('./user-reset.ts')).userReset,
  },
  {
    name: 'backup',
    words: '把整个系统备份成一个文件，或核对一份备份',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    words: '从备份恢复整个系统',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'db migrate',
    words: '升级数据库，不启动系统',
    load: async () => (await import('./db-migrate.ts')).dbMigrate,
  },
  {
    name: 'audit verify',
    words: '核对审计记录有没有被改动',
    load: async () => (await import('./audit-verify.ts')).auditVerify,
  },
  {
    name: 'audit export',
    words: '导出带签名的审计记录',
    load: async () => (await import('./audit-export.ts')).auditExport,
  },
  {
    name: 'audit check-extract',
    words: '在任意机器上核对导出的审计记录',
    load: async () => (await import('./audit-check-extract.ts')).auditCheckExtract,
  },
  {
    name: 'keys list',
    words: '列出加密密钥及其用量',
    load: async () => (await import('./keys-list.ts')).keysList,
  },
  {
    name: 'keys rotate',
    words: '更换加密密钥，全部加密内容改用新密钥',
    load: async () => (await import('./keys-rotate.ts')).keysRotate,
  },
  {
    name: 'keys public',
    words: '输出签名公钥，供他人核对',
    load: async () => (await import('./keys-public.ts')).keysPublic,
  },
];

/** The command that the first words name, two words before one, and the words after its name. */
export function findCommand(words: readonly string[]): { entry: CommandEntry; rest: string[] } | undefined {
  for (const count of [2, 1]) {
    const entry = words.length >= count && commands.find(({ name }) => name === words.slice(0, count).join(' '));
    if (entry) return { entry, rest: words.slice(count) };
  }
  return undefined;
}

/** The commands of two words that begin with this one; none when it is no group. */
export function listGroup(word: string): CommandEntry[] {
  return commands.filter(({ name }) => name.startsWith(`${word} `));
}
