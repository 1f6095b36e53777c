import type { Rule } from '../../rule.ts';
import { type Passage, quoteAround, readNarrative } from '../narrative.ts';
import type { Mention } from '../ties/mentions.ts';
import { listPublishedTotals } from '../ties/published.ts';

/** The text's own figures, where tables are missing or agree with none of them. */
const ownBalance: Rule = {
  id: 'NAR-BALANCE',
  severity: 'error',
  title: '正文数字不合勾稽关系',
  formula: '同一部分正文写出的新收 + 上年结转 = 办结 + 结转下年度（四个数都写明时）',
  source: '国办公开办函〔2021〕30号 表内勾稽关系',
  *check(context) {
    for (const passage of readNarrative(context.report).sections) {
      const stated = new Map<string, Mention>();
      for (const mention of passage.mentions) {
        if (mention.precision !== 'exact' || mention.step > 1 || !flows.includes(mention.subject.id)) continue;
        if (!stated.has(mention.subject.id)) stated.set(mention.subject.id, mention);
      }
      const [newly, carriedIn, handled, carriedOut] = flows.map((id) => stated.get(id));
      if (!newly || !carriedIn || !handled || !carriedOut) continue;
      const left = newly.value + carriedIn.value;
      const right = handled.value + carriedOut.value;
      if (left === right) continue;
      yield {
        paths: [passage.path],
        message:
          `${passage.name}写新收 ${newly.value} 件、上年结转 ${carriedIn.value} 件，共 ${left} 件；` +
          `办结 ${handled.value} 件、结转下年度 ${carriedOut.value} 件，共 ${right} 件，两边不相等。`,
        expected: `${newly.value} + ${carriedIn.value} = ${left}`,
        found: `${handled.value} + ${carriedOut.value} = ${right}（${quoteAround(passage, handled.start, handled.end)}）`,
      };
    }
  },
};

const flows = ['newlyReceived', 'carriedIn', 'handled', 'carriedOut'];

/** The same thing told twice. */
const repeated: Rule = {
  id: 'NAR-REPEAT',
  severity: 'warning',
  title: '同一数字前后不一',
  formula:
    '正文多处写同一件事的数量（申请、复议诉讼、文件、全年主动公开信息总数），各处相等；表格已能分出对错的不重复提示',
  source: '国办公开办函〔2021〕30号（数据准确、前后一致）',
  *check(context) {
    const sections = readNarrative(context.report).sections;
    const told = new Map<string, { name: string; value: number; words: string }>();
    for (const passage of sections) {
      for (const each of [...listTold(passage), ...listPublished(passage, context.report.year)]) {
        const before = told.get(each.id);
        const words = quoteAround(passage, each.start, each.end);
        if (!before) {
          told.set(each.id, { name: passage.name, value: each.value, words });
          continue;
        }
        if (before.value === each.value || each.paths.some((path) => typeof context.value(path) === 'number')) continue;
        yield {
          ...(each.id === published ? { severity: 'notice' as const } : {}),
          paths: [...each.paths, passage.path],
          message: `${before.name}写“${before.words}”，${passage.name}写“${words}”，同一件事前后数字不同。`,
          expected: String(before.value),
          found: String(each.value),
        };
        told.set(each.id, { ...before, value: each.value });
      }
    }
  },
};

const published = 'published';

interface Told {
  id: string;
  value: number;
  start: number;
  end: number;
  /** The cells that would settle it. */
  paths: readonly string[];
}

function listTold(passage: Passage): Told[] {
  return passage.mentions
    .filter(({ precision, step }) => precision === 'exact' && step <= 1)
    .map(({ subject, value, start, end }) => ({ id: subject.id, value, start, end, paths: subject.readings[0] ?? [] }));
}

function listPublished(passage: Passage, year: number | null): Told[] {
  return listPublishedTotals(passage, year).map(({ value, start, end }) => ({
    id: published,
    value,
    start,
    end,
    paths: [],
  }));
}

/** Rules on the figures of the narrative among themselves. */
export const balanceRules: readonly Rule[] = [ownBalance, repeated];
