import { type Setting, settings } from './settings.ts';

/** docs/configuration.md: every environment variable, its default and what it decides. */
export function configurationMarkdown(): string {
  const rows = Object.values<Setting<unknown>>(settings).map(
    ({ variable, standard, shape, meaning }) => `| \`${variable}\` | \`${standard}\` | ${meaning} | ${shape.trim()} |`,
  );
  return [
    '# 环境变量',
    '',
    '<!-- Generated from src/platform/config/settings.ts by `npm run generate`; do not edit. -->',
    '',
    '程序只读取下列环境变量；未设置或为空时按默认值运行，取值无效时拒绝启动并说明原因。',
    '',
    '| 变量 | 默认值 | 作用 | 取值 |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
