import type { Severity } from '../finding.ts';
import { ruleExamples } from './examples/index.ts';
import { type Rule, ruleGroups, rules } from './index.ts';

const severityWords: Record<Severity, string> = {
  error: 'error (错误): cannot be true, or the form forbids it',
  warning: 'warning (警告): probably wrong, or needs an explanation',
  notice: 'notice (提示): worth a look',
  unknown: 'unknown (无法判断): a cell is blank or not a number; never a pass',
};

const needWords = {
  previous: 'the report of the year before (`--previous`)',
  siblings: 'reports of other organs (`--siblings`)',
};

/** The list of all rules as `docs/checks.md`, from the rules themselves and their examples. */
export function checksMarkdown(): string {
  const severities = Object.values(severityWords).map((words) => `- ${words}.`);
  return `${[
    '# Checks',
    '',
    '<!-- Generated from src/report/domain/check by `npm run generate`. Do not edit. -->',
    '',
    `The ${rules.length} rules that \`gongkai report check\` and the page /tools/report apply to an annual report.`,
    'Ids are stable. The severity is the worst one a rule reports; every rule may answer `unknown` instead when',
    'it cannot judge, and some use a milder one where the case names it.',
    '',
    ...severities,
    '',
    '| Rule | What it checks | Severity |',
    '| --- | --- | --- |',
    ...rules.map(({ id, title, severity }) => `| [${id}](#${id.toLowerCase()}) | ${title} | ${severity} |`),
    '',
    ...ruleGroups.flatMap(({ title, rules: group }) => [`## ${title}`, '', ...group.flatMap(describeRule)]),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function describeRule(rule: Rule): string[] {
  const examples = ruleExamples.filter((each) => each.rule === rule.id);
  const fires = examples.flatMap((each) => each.fires);
  const silent = examples.flatMap((each) => each.silent);
  return [
    `### ${rule.id}`,
    '',
    `**${rule.title}**`,
    '',
    `- Formula: ${rule.formula}`,
    `- Severity: ${rule.severity}`,
    `- Source: ${rule.source}`,
    ...(rule.needs ? [`- Needs: ${needWords[rule.needs]}`] : []),
    `- Fires when ${fires.map(({ name, severity }) => (severity ? `${name} (${severity})` : name)).join('; ')}.`,
    `- Silent when ${silent.map(({ name }) => name).join('; ')}.`,
    '',
  ];
}
