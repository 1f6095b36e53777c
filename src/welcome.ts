import { findDemoAccounts, isEmpty } from './demo/index.ts';
import { type System, setUpCodeOf } from './system.ts';

/**
 * What the window shows when the server has started: where to go, and who can sign in.
 *
 * @param addresses without a slash at the end, the likeliest first
 */
export async function describeStart(system: System, addresses: readonly string[]): Promise<string> {
  const { database, clock } = system;
  const [first, ...others] = addresses;
  const lines = [
    '公开 Gongkai 已启动，请在浏览器中打开：',
    `  ${first}/  首页`,
    `  ${first}/console  工作台（登录后办理）`,
    `  ${first}/tools/report  年报体检`,
    ...others.map((each) => `  ${each}/  供同一网络内的其他电脑访问`),
  ];
  const demo = await findDemoAccounts(database.db, clock());
  if (demo) {
    lines.push('', `演示环境：云溪县，全部内容均为虚构。演示账号的密码都是 ${demo[0]?.password}`);
    lines.push(...demo.map(({ loginName, organ, post }) => `  ${loginName}  ${organ} ${post}`));
    lines.push('  三个管理员登录时的动态验证码显示在登录页面上。正式使用请以 --no-demo 启动，并另设 DATA_DIR。');
  } else if (await isEmpty(database.db)) {
    lines.push('', `系统还没有设置。请打开 ${first}/console 进行首次设置，设置码：${setUpCodeOf(system)}`);
  }
  return [...lines, '', '按 Ctrl+C 停止。'].join('\n');
}
