import type { Note } from '../../annual-report.ts';
import type { Rule } from '../rule.ts';

const source = '读取时的说明（交换格式 notes）';

const readDocument: Rule = {
  id: 'READ-DOCUMENT',
  severity: 'notice',
  title: '读取全文时的说明',
  formula: '读取时对全文没有说明（例如同一文件里有两份报告）',
  source,
  *check({ report }) {
    for (const { path, kind, message, quote } of report.notes) {
      if (/^sections\.\d\.heading$/.test(path)) continue;
      if (kind !== 'document' && !(kind === 'ambiguous' && !/^(?:proactive|requests|remedies)\b/.test(path))) continue;
      yield {
        paths: path === '' ? [] : [path],
        message: message.replace(/(?<![。！？])$/, '。'),
        expected: '',
        found: quote,
      };
    }
  },
};

const readRepaired: Rule = {
  id: 'READ-REPAIRED',
  severity: 'notice',
  title: '读取时修正的单元格',
  formula: '各格的数都是原样读出；读取时修正过的请对照原件',
  source,
  *check({ report }) {
    const repaired = report.notes.filter(({ kind, path }) => kind === 'repaired' && !path.startsWith('sections.'));
    const first = repaired[0];
    if (!first) return;
    const ways = [...new Set(repaired.map((note: Note) => note.message.replace(/。$/, '')))];
    yield {
      paths: repaired.map((note) => note.path),
      message: `有${repaired.length}处是读取时修正后的结果，请对照原件：${ways.slice(0, 3).join('；')}${ways.length > 3 ? '……' : '。'}`,
      expected: '',
      found: repaired.length === 1 ? first.quote : '',
    };
  },
};

/** Rules that pass on what the reader noted. */
export const readerRules: readonly Rule[] = [readDocument, readRepaired];
