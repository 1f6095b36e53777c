import { migrate } from '../platform/db/index.ts';
import { type Command, exitStatus } from './command.ts';
import { refuse, withServer } from './database.ts';

/** `gongkai db migrate`: brings the database to the state this program expects, without starting it. */
export const dbMigrate: Command = {
  operands: '',
  count: { from: 0, to: 0 },
  options: {},
  notes: ['启动系统时会自动升级数据库；升级前想单独执行、或由部署脚本执行时用本命令。失败时数据库保持升级前的状态。'],
  examples: ['gongkai db migrate'],

  run({ terminal }) {
    return withServer(terminal, async ({ server }) => {
      const migrated = await migrate(server.connection);
      if (!migrated.ok) return refuse(terminal, migrated.problem.message);
      await terminal.print(
        migrated.value.length === 0 ? '数据库已是最新，不需要升级。' : `数据库已升级：${migrated.value.join('、')}。`,
      );
      return exitStatus.clean;
    });
  },
};
