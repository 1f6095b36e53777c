import type { AnnualReport } from '../annual-report.ts';
import { type CheckResult, type Finding, reportCheckSchema, type Severity } from '../finding.ts';
import { outlierRules } from './comparison/outliers.ts';
import { previousRules } from './comparison/previous.ts';
import { siblingRules } from './comparison/siblings.ts';
import { makeContext, type Surroundings } from './context.ts';
import { narrativeRules } from './narrative/index.ts';
import type { CheckContext, Rule } from './rule.ts';
import { cellRules } from './tables/cells.ts';
import { gapRules } from './tables/gaps.ts';
import { handlingRules } from './tables/handling.ts';
import { proactiveRules } from './tables/proactive.ts';
import { sumRules } from './tables/sums.ts';
import { citationRules } from './text/citations.ts';
import { periodRules } from './text/period.ts';
import { placeholderRules } from './text/placeholders.ts';
import { readerRules } from './text/reader-notes.ts';
import { sectionRules } from './text/sections.ts';
import { signatureRules } from './text/signature.ts';
import { titleRules } from './text/title.ts';

/** Rules that belong together, in the order of the documentation. */
export interface RuleGroup {
  title: string;
  rules: readonly Rule[];
}

/** All rules by topic. */
export const ruleGroups: readonly RuleGroup[] = [
  { title: '标题、年度与格式', rules: titleRules },
  { title: '六个部分', rules: sectionRules },
  { title: '统计期限与落款', rules: [...periodRules, ...signatureRules] },
  { title: '引用文件与模板文字', rules: [...citationRules, ...placeholderRules] },
  { title: '读取说明', rules: readerRules },
  { title: '单元格', rules: [...gapRules, ...cellRules] },
  { title: '合计与勾稽关系', rules: sumRules },
  { title: '表二', rules: proactiveRules },
  { title: '申请办理与复议诉讼', rules: handlingRules },
  { title: '与上年报告比较', rules: [...previousRules, ...outlierRules] },
  { title: '与其他单位的表格比较', rules: siblingRules },
  { title: '文字与表格', rules: narrativeRules },
];

/** Every rule of the checker, in the order of the documentation. */
export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);

/** How a report is to be checked. */
export interface CheckOptions extends Surroundings {
  /** The name the result carries. */
  file: string;
  /** Only these rules; all when left out. */
  rules?: readonly Rule[];
}

/** In the order in which a clerk has to deal with them. */
const ranks: Record<Severity, number> = { error: 0, unknown: 1, warning: 2, notice: 3 };

/**
 * Checks one report against all rules and gives the findings: errors first, then what cannot be
 * judged, warnings, notices; within a severity in the order of the rules.
 */
export function checkReport(report: AnnualReport, options: CheckOptions): CheckResult {
  const context = makeContext(report, options);
  const findings: Finding[] = [];
  const summary: Record<Severity, number> = { error: 0, warning: 0, notice: 0, unknown: 0 };
  for (const rule of options.rules ?? rules) {
    if (!isApplicable(rule, context)) continue;
    for (const { severity = rule.severity, paths, message, expected, found } of rule.check(context)) {
      findings.push({ rule: rule.id, severity, paths, message, expected, found });
      summary[severity] += 1;
    }
  }
  findings.sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  return { schema: reportCheckSchema, file: options.file, findings, summary };
}

function isApplicable(rule: Rule, context: CheckContext): boolean {
  if (rule.needs === 'previous') return context.previous !== undefined;
  if (rule.needs === 'siblings') return context.siblings.length > 0;
  return true;
}

export type { CheckContext, NamedReport, OrganLevel, Rule, RuleFinding } from './rule.ts';
