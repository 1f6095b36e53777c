import { resetByOperator } from '../platform/auth/index.ts';
import { type Command, exitStatus } from './command.ts';
import { withDatabase } from './database.ts';

/** `gongkai user reset`: lets a locked-out person in again. */
export const userReset: Command = {
  operands: '登录名',
  operandName: '登录名',
  count: { from: 1, to: 1 },
  options: { totp: { type: 'boolean', words: '同时解除动态验证码和恢复码（手机丢失时用）' } },
  notes: [
    '为忘记密码、被锁定或者丢失手机的人员重设初始密码：解除锁定，退出其全部登录，下次登录须先修改密码。',
    '这项操作记入审计。系统管理员能够登录时，请在“人员与岗位”页面办理，不必使用本命令。',
  ],
  examples: ['gongkai user reset zhou.mingyuan', 'gongkai user reset zhou.mingyuan --totp'],
  async run({ operands: [loginName = ''], options, terminal }) {
    return withDatabase(terminal, async ({ db }) => {
      const request = { loginName, removeSecondFactor: options.isSet('totp') };
      const reset = await resetByOperator(db, request, new Date());
      if (!reset.ok) {
        terminal.tell(reset.problem.message);
        return exitStatus.unread;
      }
      terminal.note('已重设，请当面或者电话告知本人，不要用短信、微信转发；首次登录须修改密码：');
      await terminal.print(`登录名　　${reset.value.loginName}`);
      await terminal.print(`初始密码　${reset.value.password}`);
      if (reset.value.removedSecondFactor) terminal.note('动态验证码已解除，岗位要求使用的，登录后须重新绑定。');
      return exitStatus.clean;
    });
  },
};
