import { type Form, type SectionDeclaration, tableKeys } from '../../forms/index.ts';
import type { CheckContext, Rule } from '../rule.ts';
import { listEmptyTables } from '../tables/gaps.ts';
import { bareWording } from './bare-wording.ts';
import { sectionName, sectionPath } from './places.ts';

const sixParts = '条例第五十条；国办公开办函〔2021〕30号、国办公开办函〔2019〕60号 规定的六个部分';

/** Heading and text are both empty, and no table of the section was read either. */
function isAbsent(context: CheckContext, index: number): boolean {
  const section = context.report.sections[index];
  if (!section || (section.heading === '' && section.text === '')) {
    const number = index + 1;
    const table = tableKeys.find((key) => context.form.tables[key].section === number);
    return table === undefined || listEmptyTables(context).includes(table);
  }
  return false;
}

const sectionMissing: Rule = {
  id: 'SECTION-MISSING',
  severity: 'error',
  title: '缺少规定的部分',
  formula: '六个部分齐全',
  source: sixParts,
  *check(context) {
    for (const [index, { number, heading }] of context.form.sections.entries()) {
      if (!isAbsent(context, index)) continue;
      yield {
        paths: [sectionPath(number)],
        message: `没有找到${sectionName(number)}“${heading}”：标题、正文和表格都没有。`,
        expected: heading,
        found: '',
      };
    }
  },
};

const headingMissing: Rule = {
  id: 'SECTION-UNTITLED',
  severity: 'warning',
  title: '部分没有标题',
  formula: '每个部分都有标题',
  source: sixParts,
  *check(context) {
    for (const [index, { number, heading }] of context.form.sections.entries()) {
      if (context.report.sections[index]?.heading !== '' || isAbsent(context, index)) continue;
      yield {
        paths: [sectionPath(number, 'heading')],
        message: `${sectionName(number)}有内容，没有标题“${heading}”。`,
        expected: heading,
        found: '',
      };
    }
  },
};

/** Wordings by section, bare: worked out once for each form. */
const wordingsByForm = new Map<string, { prescribed: string; accepted: Set<string> }[]>();

function wordingsOf(form: Form) {
  const known = wordingsByForm.get(form.id);
  if (known) return known;
  const wordings = form.sections.map(({ heading, variants }: SectionDeclaration) => ({
    prescribed: bareWording(heading),
    accepted: new Set([heading, ...variants].map(bareWording)),
  }));
  wordingsByForm.set(form.id, wordings);
  return wordings;
}

const sectionOrder: Rule = {
  id: 'SECTION-ORDER',
  severity: 'warning',
  title: '部分的顺序',
  formula: '六个部分按规定的顺序排列，标题与序号对应',
  source: sixParts,
  *check(context) {
    const wordings = wordingsOf(context.form);
    for (const [index, { number, heading }] of context.report.sections.entries()) {
      if (heading === '' || heading === context.form.sections[index]?.heading) continue;
      const written = bareWording(heading);
      if (wordings[index]?.accepted.has(written)) continue;
      const other = wordings.findIndex(({ accepted }) => accepted.has(written));
      if (other < 0) continue;
      yield {
        paths: [sectionPath(number, 'heading')],
        message: `${sectionName(number)}的标题是“${heading}”，这是${sectionName(other + 1)}的标题，请核对序号和顺序。`,
        expected: context.form.sections[index]?.heading ?? '',
        found: heading,
      };
    }
  },
};

const sectionHeading: Rule = {
  id: 'SECTION-HEADING',
  severity: 'notice',
  title: '标题用语',
  formula: '标题用规定的文字（2019年格式另有通行写法的，也可以）',
  source: sixParts,
  *check(context) {
    const wordings = wordingsOf(context.form);
    for (const [index, { number, heading }] of context.report.sections.entries()) {
      const wording = wordings[index];
      const expected = context.form.sections[index]?.heading ?? '';
      if (heading === '' || heading === expected || !wording) continue;
      const written = bareWording(heading);
      // The headings of the form of 2019 are known from reports only, in more than one wording.
      if (context.form.id === '2019' ? wording.accepted.has(written) : written === wording.prescribed) continue;
      if (wordings.some(({ accepted }, other) => other !== index && accepted.has(written))) continue;
      yield {
        paths: [sectionPath(number, 'heading')],
        message: `${sectionName(number)}的标题与规定的“${expected}”不同。`,
        expected,
        found: heading,
      };
    }
  },
};

const sectionEmpty: Rule = {
  id: 'SECTION-EMPTY',
  severity: 'warning',
  title: '部分没有正文',
  formula: '第一、五、六部分有正文；没有事项的，写明没有',
  source: sixParts,
  *check(context) {
    const withTable = new Set(tableKeys.map((key) => context.form.tables[key].section as number));
    for (const { number, heading, text } of context.report.sections) {
      if (withTable.has(number) || heading === '' || text.trim() !== '') continue;
      yield {
        paths: [sectionPath(number, 'text')],
        message: `${sectionName(number)}“${heading}”只有标题，没有正文。`,
        expected: '',
        found: '',
      };
    }
  },
};

const sectionNumber: Rule = {
  id: 'SECTION-NUMBER',
  severity: 'notice',
  title: '标题缺少序号',
  formula: '六个部分的标题带序号一、至六、（读取时发现缺少或者写错的才报告）',
  source: sixParts,
  *check(context) {
    for (const { path, kind, message, quote } of context.report.notes) {
      const match = /^sections\.(\d)\.heading$/.exec(path);
      if (!match || kind === 'missing' || kind === 'blank') continue;
      const number = Number(match[1]) + 1;
      yield {
        paths: [path],
        message: message === '' ? `${sectionName(number)}的标题没有序号。` : `${message.replace(/。$/, '')}。`,
        expected: `${'〇一二三四五六'[number] ?? ''}、`,
        found: quote,
      };
    }
  },
};

/** Rules on the six sections. */
export const sectionRules: readonly Rule[] = [
  sectionMissing,
  headingMissing,
  sectionOrder,
  sectionHeading,
  sectionNumber,
  sectionEmpty,
];
