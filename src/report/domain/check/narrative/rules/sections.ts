import type { Rule } from '../../rule.ts';
import { sectionPath } from '../../text/places.ts';
import { longestPassage, type Passage, quote, readNarrative } from '../narrative.ts';

/** Chinese characters below which section 五 can hold no problem and no remedy. */
const shortest = 20;
/** Below this it is worth a look. */
const short = 50;

const nothing =
  /^(?:本(?:机关|单位|镇|乡|局|办|街道)?|我(?:镇|乡|局|办|街道|单位)|目前|本?年度?|20\d\d年度?|暂|，|、)*(?:无|没有|暂无|不存在|未发现)(?:存在)?(?:明显|主要|突出|重大|较大)?的?(?:问题|存在的?主要问题|存在的?问题|不足|情况|内容)?(?:及改进情况)?$/;
const problems =
  /问题|不足|不够|有待|欠缺|差距|薄弱|滞后|短板|不强|不高|单一|不及时|不平衡|困难|仍需|还需|缺乏|偏少|较少|待加强|待提[高升]/;
const improvements =
  /改进|整改|下一步|下步|措施|加强|完善|提升|强化|今后|将|进一步|提高|优化|规范|丰富|拓展|拓宽|增加|明确/;

const problemsSection: Rule = {
  id: 'NAR-PROBLEMS',
  severity: 'warning',
  title: '第五部分没有实际内容',
  formula: `第五部分写明存在的主要问题和改进情况：不能只写“无”，不少于${shortest}字；不足${short}字，或者只有问题、只有改进的，提示`,
  source: '国办公开办函〔2021〕30号 第五部分；条例第五十条第一款第（四）项',
  *check(context) {
    const passage = readNarrative(context.report).sections.find(({ place }) => place === 5);
    if (!passage) return;
    const text = passage.folded.text.replace(/\s+/g, '');
    if (text === '') return;
    const path = sectionPath(5, 'text');
    const found = quote(passage, 0, passage.folded.text.length);
    const length = text.length > 4 * short ? text.length : (text.match(/[\u3400-\u9fff]/g) ?? []).length;
    if (length < 2 * short && text.split(/[。；！\n]/).every((sentence) => sentence === '' || nothing.test(sentence))) {
      yield {
        paths: [path],
        message: '第五部分没有写存在的问题和改进情况，应当结合本机关实际写明。',
        expected: '',
        found,
      };
    } else if (length < shortest) {
      yield { paths: [path], message: `第五部分只有 ${length} 个字，没有写清问题和改进情况。`, expected: '', found };
    } else if (length < short) {
      yield {
        severity: 'notice',
        paths: [path],
        message: `第五部分只有 ${length} 个字，请核对是否写清了问题和改进情况。`,
        expected: '',
        found,
      };
    } else if (!problems.test(text) || !improvements.test(text)) {
      const missing = problems.test(text) ? '改进情况' : '存在的主要问题';
      yield { severity: 'notice', paths: [path], message: `第五部分没有看到${missing}。`, expected: '', found };
    }
  },
};

const silentCases: Rule = {
  id: 'NAR-CASE-SILENT',
  severity: 'notice',
  title: '有未审结或被纠正的案件，正文没有提到',
  formula: '表四“尚未审结”或者“结果纠正” > 0 的，正文提到行政复议（行政诉讼）',
  source: '国办公开办函〔2021〕30号；各地年报审核通行做法',
  *check(context) {
    const narrative = readNarrative(context.report);
    for (const { words, name, blocks } of cases) {
      const cells = blocks.flatMap((block) =>
        ['pending', 'corrected'].map((outcome) => ({ path: `remedies.${block}.${outcome}`, outcome })),
      );
      const open = cells.filter(({ path }) => {
        const value = context.value(path);
        return typeof value === 'number' && value > 0;
      });
      if (open.length === 0 || narrative.sections.some((passage) => mentions(passage, words))) continue;
      const count = (outcome: string) =>
        open
          .filter((each) => each.outcome === outcome)
          .reduce((sum, { path }) => sum + (context.value(path) as number), 0);
      const counts = [
        ...(count('pending') > 0 ? [`尚未审结 ${count('pending')} 件`] : []),
        ...(count('corrected') > 0 ? [`结果纠正 ${count('corrected')} 件`] : []),
      ].join('、');
      yield {
        paths: open.map(({ path }) => path),
        message: `表四的政府信息公开${name}有${counts}，正文没有提到${name}，请核对是否需要说明，以及表四填写是否有误。`,
        expected: '',
        found: counts,
      };
    }
  },
};

/** Whether a sentence speaks of it; the list of the six sections does not count. */
function mentions({ folded: { text }, sentences }: Passage, words: RegExp): boolean {
  if (!words.test(text)) return false;
  return sentences.some(({ start, end }) => {
    const sentence = text.slice(start, end);
    return (
      words.test(sentence) && !(sentence.length < 300 && /(?:复议|诉讼).*(?:主要)?问题(?:和|及)改进/.test(sentence))
    );
  });
}

const cases = [
  { words: /复议/, name: '行政复议', blocks: ['reconsideration'] },
  { words: /诉讼|起诉|应诉|法院/, name: '行政诉讼', blocks: ['directSuit', 'suitAfterReconsideration'] },
] as const;

const tooLong: Rule = {
  id: 'NAR-LENGTH',
  severity: 'unknown',
  title: '正文过长，没有全部核对',
  formula: `每一部分正文不超过 ${longestPassage.toLocaleString('en')} 字；超过的只核对前面的`,
  source: '本系统限制',
  *check(context) {
    for (const passage of readNarrative(context.report).passages) {
      if (!passage.isCut) continue;
      yield {
        paths: [passage.path],
        message: `${passage.name}超过 ${longestPassage.toLocaleString('en')} 字，只核对了前面的部分，其余未核对；请检查是否混入了报告以外的内容。`,
        expected: '',
        found: '',
      };
    }
  },
};

/** Rules on what the sections leave unsaid. */
export const sectionRules: readonly Rule[] = [problemsSection, silentCases, tooLong];
