import type { CheckDeclaration, CheckGroup, Severity, Waiver } from './finding.ts';
import { checkGroups } from './finding.ts';
import { checks } from './index.ts';

const severityWords: Record<Severity, string> = {
  block: '禁止',
  warn: '须处理',
  info: '提示',
};

const waiverWords: Record<Waiver, string> = {
  author: '起草人写明理由',
  'secrecy-reviewer': '只有保密审查员写明依据',
  nobody: '任何人都不能',
};

/** The list of checks as `docs/publication-checks.md`, for who wants to know what is looked for and why. */
export function publicationChecksMarkdown(): string {
  const groups = Object.keys(checkGroups) as CheckGroup[];
  return `${[
    '# 发布前检查',
    '',
    '<!-- Generated from src/publication/domain/check by `npm run generate`. Do not edit. -->',
    '',
    `提交审查前，系统对标题、概述、正文、各栏和附件（含看不见的内容）做 ${checks.length} 项检查。`,
    '“禁止”的改正以前不能提交，再紧急也不能发布；“须处理”的要逐处改正、脱敏或者写明理由；“提示”的只提醒。',
    '理由跟着内容走：别处修改、重新检查都不影响，内容变了要重新说明。',
    '',
    ...groups.flatMap((group) => [
      `## ${checkGroups[group]}`,
      '',
      '| 检查 | 级别 | 谁可以放行 | 为什么 | 怎么办 | 依据 |',
      '| --- | --- | --- | --- | --- | --- |',
      ...checks.filter((check) => check.group === group).map(lineOf),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

const lineOf = ({ key, name, severity, waivable, means, mend, source }: CheckDeclaration): string =>
  `| ${name}（\`${key}\`） | ${severityWords[severity]} | ${severity === 'info' ? '无需放行' : waiverWords[waivable]} | ${means} | ${mend} | ${source} |`;
