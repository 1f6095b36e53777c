import type { Rule } from '../../rule.ts';
import { type Passage, quote, readNarrative } from '../narrative.ts';
import type { Sentence } from '../text/sentences.ts';
import { listZeroStatements } from '../ties/zero-statements.ts';

const source = '国办公开办函〔2021〕30号（内容雷同、敷衍塞责的追究责任）；条例第五十条（报告上一年度的情况）';

/** 将 is future only before these; 将公开纳入考核 is an object put first. */
const future =
  /^20\d\d年度?(?:的)?(?:工作)?(?:中|里|内)?[，、]?([^，。；\d]{0,18}?)(?:将(?=继续|进一步|着力|重点|从|以|按照|坚持|围绕|认真|严格|不断|加强|持续|加大|努力|积极|针对|深入|切实|全面|在|对照|结合|根据|采取|做好|强化|完善|推进|主动|抓好|开展|加快|提升|健全|更加|一如既往|主要|对)|(?:计划|拟|准备|打算|力争)(?=在|于|开展|完成|组织|建设|新建|推进|进一步|继续|加强|通过|召开|举办|实现))/;
const planHeading = /^20\d\d年度?(?:下一步|下步)?的?(?:工作)?(?:计划|打算|思路|安排)(?:如下|：|$)/;
const saidThen = /提出|要求|明确|承诺|计划|规划|部署|决定|制定|印发|强调/;

const planYear: Rule = {
  id: 'NAR-PLAN-YEAR',
  severity: 'warning',
  title: '打算的年份已经过去',
  formula: '正文写打算、计划（“某年将……”）的年份 > 报告年度；等于报告年度的，在第五部分提示',
  source,
  *check(context) {
    const { year } = context.report;
    if (year === null) return;
    for (const passage of readNarrative(context.report).sections) {
      const { text } = passage.folded;
      for (const word of passage.numbers.years) {
        if (word.year > year || (word.year === year && passage.place !== 5)) continue;
        const sentence = passage.sentences.find(({ start, end }) => word.start >= start && word.start < end);
        if (!sentence) continue;
        const words = `${word.year}年${text.slice(word.start, Math.min(sentence.end, word.start + 60)).replace(/^[^年]*年/, '')}`;
        const plan = future.exec(words) ?? planHeading.exec(words);
        if (!plan || saidThen.test(plan[1] ?? '')) continue;
        if (/《[^》]*$/.test(text.slice(sentence.start, word.start))) continue;
        yield {
          ...(word.year === year ? { severity: 'notice' as const } : {}),
          paths: [passage.path],
          message: `${passage.name}把${word.year}年写成今后的打算，报告是${year}年度的，可能沿用了往年的文字。`,
          expected: `${year + 1}年`,
          found: quote(passage, word.start, sentence.end),
        };
      }
    }
  },
};

/** Before the year nothing but the one who reports; behind it what was done. */
const subject =
  /^(?:（.{1,3}）|[一二三四五六]是|\d[.、])?(?:截至|截止|截止到)?(?!根据|依据|按照|自|从|对|关于)[^，；《（]{0,12}$/;
const deeds =
  /^20\d\d年度?(?:底|末|12月31日|12月底)?(?:内|里|中)?[，、]?(?:我|本|全|共|累计|主动公开|公开|通过|未|没有|无|收到|受理|[\u4e00-\u9fff]{1,10}(?:镇|乡|街道|局|县|区|市|办))/;
const comparison = /[较比]|同比|相比|同期|上年|去年|结转|以来|《|修订|印发|起施行/;

const wrongYear: Rule = {
  id: 'NAR-YEAR',
  severity: 'warning',
  title: '把往年写成本年',
  formula: '正文叙述本年工作（公开、收到、未收到多少）的年份 = 报告年度；与往年比较、引用文件的除外',
  source,
  *check(context) {
    const { report } = context;
    const { year } = report;
    if (year === null) return;
    for (const passage of readNarrative(report).sections) {
      const { text } = passage.folded;
      for (const [index, sentence] of passage.sentences.entries()) {
        const word = passage.numbers.years.find(({ start }) => start >= sentence.start && start < sentence.end);
        if (!word || word.year >= year || word.start - sentence.start > 16) continue;
        const words = text.slice(sentence.start, sentence.end);
        if (!subject.test(text.slice(sentence.start, word.start)) || comparison.test(words)) continue;
        if (
          !deeds.test(
            `${word.year}年${text.slice(word.start, Math.min(sentence.end, word.start + 60)).replace(/^[^年]*年/, '')}`,
          )
        )
          continue;
        const next = passage.sentences[index + 1];
        const goesOn = `${words}${next && next.line === sentence.line ? text.slice(next.start, next.end) : ''}`;
        if (goesOn.includes(`${year}年`)) continue;
        const isFact = /其他需要报告的?事项/.test(words) || tellsDeeds(passage, sentence);
        if (!isFact) continue;
        yield {
          paths: [passage.path],
          message: `${passage.name}叙述的是${word.year}年的情况，报告是${year}年度的，可能沿用了往年的文字。`,
          expected: `${year}年`,
          found: quote(passage, sentence.start, sentence.end),
        };
      }
    }
  },
};

const done = /主动公开|公开|发布|收到|新收|受理|办结/;

/** Whether a sentence counts what was done, or says that nothing was. */
function tellsDeeds(passage: Passage, sentence: Sentence): boolean {
  const { claims, folded } = passage;
  return (
    claims.some((claim) => claim.sentence === sentence && done.test(claim.near)) ||
    listZeroStatements(folded.text, [sentence]).length > 0
  );
}

/** Rules on years in the running text. */
export const yearRules: readonly Rule[] = [planYear, wrongYear];
