import type { AnnualReport, Section } from '../../annual-report.ts';
import type { Severity } from '../../finding.ts';
import type { Rule } from '../rule.ts';
import { listPassages, type Passage, quoteAround, sectionName, sectionPath } from './places.ts';

/** A trace of the template a report was written on. */
interface Leftover {
  pattern: RegExp;
  /** How it is called in the message. */
  name: string;
  severity: Severity;
}

const cross = '[XxＸｘ×╳✕]';
/** Words after a cross that stand for a name or figure still to be filled in. */
const unit =
  '(?:年|月|日|省|市|县|区|旗|镇|乡|街道|村|局|委|办|单位|部门|机关|人民政府|件|条|次|份|起|人|元|万元|号|电话)';

const prompt =
  '请填|填写(?:单位|机关|部门|名称|数字|数量|年份|日期|具体|内容|本)|填入|单位名称|机关名称|(?:根据|结合|视)实际(?:情况)?(?:填写|修改|增减|删减|调整)|选填|必填|可删';

const leftovers: readonly Leftover[] = [
  { name: '未填写的年份', pattern: /20[XxＸｘ×*?？_]{2}\s*年|20\s{2,}年/, severity: 'error' },
  { name: '未替换的占位符', pattern: new RegExp(`(?<![A-Za-z0-9])${cross}{1,6}${unit}`), severity: 'error' },
  { name: '未替换的占位符', pattern: new RegExp(`(?<![A-Za-z0-9])${cross}{2,}(?![A-Za-z0-9])`), severity: 'error' },
  { name: '未填写的横线', pattern: /[_＿]{2,}/, severity: 'error' },
  { name: '未填写的空括号', pattern: /[（(]\s*[）)]\s*(?:年|月|件|条|次|份|人|元|万元)/, severity: 'error' },
  {
    name: '模板里的填写提示',
    pattern: /(?:此处|请?在此|请在这里)(?:填写|输入|插入|写明|录入|补充)|(?:单击|点击)此处/,
    severity: 'error',
  },
  {
    name: '模板里的填写提示',
    pattern: /[（(【［[](?:请|待)(?:填写|填报|补充|完善|核实|定)[^（）()【】\n]{0,12}[）)】］\]]/,
    severity: 'error',
  },
  {
    name: '模板里的填写提示',
    pattern: new RegExp(`[【［][^】］\n]{0,20}(?:${prompt})[^】］\n]{0,30}[】］]`),
    severity: 'error',
  },
  { name: '模板里的填写提示', pattern: new RegExp(`[（(](?:${prompt})[^（）()\n]{0,30}[）)]`), severity: 'error' },
  // Between brackets these words most often are the template's, but a text may need them.
  {
    name: '模板里的示例标记',
    pattern: /[（(【［](?:示例|样例|范例|模板|范本)[^（）()【】\n]{0,12}[）)】］]/,
    severity: 'warning',
  },
  { name: '排版用的假文字', pattern: /\blorem ipsum\b/i, severity: 'error' },
  // 张某某 is a name made unreadable on purpose; 某某镇 is a name still to be filled in.
  {
    name: '没有写明的名称',
    pattern:
      /某{1,3}(?:省|市|县|区|镇|乡|街道|村|局|单位)(?:人民政府|办事处)|某{2,3}(?:年|省|市|县|区|镇|乡|街道|村|局|单位|部门|机关)/,
    severity: 'warning',
  },
];

/** Addresses may hold any run of letters (…/xxgk/…): they are blotted out before the search. */
const address = /(?:https?:\/\/|www\.)[\w\-./?%&=#:~+]*|(?<![\w.-])[\w.-]{1,64}@[\w.-]+/g;

const placeholder: Rule = {
  id: 'PLACEHOLDER',
  severity: 'error',
  title: '模板留下的文字和占位符',
  formula: '标题、各部分标题和正文中没有 ××、XX、20XX年、横线、填写提示、示例等模板文字',
  source: '国办公开办函〔2021〕30号（如实、准确）；审稿通行要求',
  *check({ report }) {
    for (const passage of [...listTitles(report), ...listPassages(report)]) {
      const text = passage.text.replace(address, (found) => ' '.repeat(found.length));
      const taken: number[] = [];
      for (const { pattern, name, severity } of leftovers) {
        const match = pattern.exec(text);
        // Two patterns may catch the same place; the first names it best.
        if (!match || taken.some((index) => Math.abs(index - match.index) < 6)) continue;
        taken.push(match.index);
        yield {
          severity,
          paths: [passage.path],
          message: `${passage.name}有${name}“${match[0].trim()}”，请改成实际内容或者删去。`,
          expected: '',
          found: quoteAround(passage.text, match.index, match[0].length),
        };
      }
    }
  },
};

function listTitles(report: AnnualReport): Passage[] {
  const titles: Passage[] = report.title === null ? [] : [{ path: 'title', name: '标题', text: report.title }];
  const heading = ({ number, heading: text }: Section): Passage => ({
    path: sectionPath(number, 'heading'),
    name: `${sectionName(number)}的标题`,
    text,
  });
  return [...titles, ...report.sections.filter((each) => each.heading !== '').map(heading)];
}

/** Rules on what a template left behind. */
export const placeholderRules: readonly Rule[] = [placeholder];
