import { readConfig } from '../platform/config/index.ts';
import { migrate } from '../platform/db/index.ts';
import { joinDatabaseServer } from '../platform/db/server/index.ts';
import { leave, refuse } from './backup.ts';
import { type Command, exitStatus } from './command.ts';

/** `gongkai db migrate`: brings the database to the state this program expects, without starting it. */
export const dbMigrate: Command = {
  operands: '',
  count: { from: 0, to: 0 },
  options: {},
  notes: ['启动系统时会自动升级数据库；升级前想单独执行、或由部署脚本执行时用本命令。失败时数据库保持升级前的状态。'],
  examples: ['gongkai db migrate'],

  async run({ terminal }) {
    const config = readConfig(process.env);
    if (!config.ok) return refuse(terminal, config.problem.message);
    const { databaseUrl, dataFolder } = config.value;
    const joined = await joinDatabaseServer({ databaseUrl: databaseUrl.url, dataFolder, tell: terminal.note });
    if (!joined.ok) return refuse(terminal, joined.problem.message);
    try {
      const migrated = await migrate(joined.value.connection);
      if (!migrated.ok) return refuse(terminal, migrated.problem.message);
      await terminal.print(
        migrated.value.length === 0 ? '数据库已是最新，不需要升级。' : `数据库已升级：${migrated.value.join('、')}。`,
      );
      return exitStatus.clean;
    } finally {
      await leave(joined.value);
    }
  },
};
