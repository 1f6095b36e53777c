import { keyFolderIn } from '../platform/config/data-folder.ts';
import { openSigningKey, writePublicPem } from '../platform/crypto/index.ts';
import { type Command, exitStatus } from './command.ts';
import { withConfig } from './database.ts';

/** `gongkai keys public`: the public key of this installation, with which others check what it signs. */
export const keysPublic: Command = {
  operands: '',
  count: { from: 0, to: 0 },
  options: {},
  notes: ['输出 PEM 格式的 SM2 公钥，可以公开，交给要核对封条和导出文件的人。'],
  examples: ['gongkai keys public > 云溪县.pem'],
  run: ({ terminal }) =>
    withConfig(terminal, async (config) => {
      const key = openSigningKey(keyFolderIn(config.dataFolder));
      if (!key.ok) {
        terminal.tell(key.problem.message);
        return exitStatus.unread;
      }
      await terminal.print(writePublicPem(key.value.publicKey).trimEnd());
      return exitStatus.clean;
    }),
};
