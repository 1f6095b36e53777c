import type { AnnualReport } from '../../../annual-report.ts';
import type { NamedReport, Rule, RuleFinding } from '../../rule.ts';
import { quote } from '../narrative.ts';
import { findLikenesses, indexPrints, type Likeness } from '../similarity/comparison.ts';
import { listParagraphs, type Paragraph, shortestParagraph } from '../similarity/paragraphs.ts';

/** From this share on a paragraph counts as taken over. */
const takenOver = 0.8;
/** From this share of the whole text on, with one other report, it is more than a sentence or two. */
const mostlyTakenOver = 0.5;
/** So many paragraphs are shown at most. */
const shown = 5;

const source = '国办公开办函〔2021〕30号（四）（内容雷同、敷衍塞责的追究责任）';
const method =
  `按段比较：去掉机关名称、数字、标点、通行套话和格式规定的语句后不少于${shortestParagraph}字的段落，` +
  `以连续8字相同计算重合；重合 ≥ ${takenOver * 100}% 的段落提示`;

const previousCopied: Rule = {
  id: 'SIM-PREVIOUS',
  severity: 'warning',
  title: '正文与上年报告雷同',
  formula: `与上年报告${method}；雷同段落合计 ≥ 正文 ${mostlyTakenOver * 100}% 的，另作警告`,
  source,
  needs: 'previous',
  *check({ report, previous }) {
    if (!previous) return;
    const paragraphs = listParagraphs(report);
    if (paragraphs.length === 0) return;
    const likenesses = findLikenesses(paragraphs, indexPrints(paragraphs), listParagraphs(previous), takenOver);
    const name = previous.year === null ? '上年报告' : `${previous.year}年报告`;
    yield* describe(paragraphs, likenesses, name, () => '');
  },
};

const siblingCopied: Rule = {
  id: 'SIM-SIBLING',
  severity: 'warning',
  title: '正文与其他单位报告雷同',
  formula: `与同年其他单位的报告${method}；与同一单位雷同段落合计 ≥ 正文 ${mostlyTakenOver * 100}% 的，另作警告`,
  source,
  needs: 'siblings',
  *check({ report, siblings }) {
    const paragraphs = listParagraphs(report);
    if (paragraphs.length === 0) return;
    const index = indexPrints(paragraphs);
    const best = new Map<Paragraph, Likeness & { name: string }>();
    const times = new Map<Paragraph, number>();
    let nearest: { name: string; likenesses: Likeness[]; length: number } | undefined;
    for (const sibling of siblings) {
      if (isSameReport(sibling.report, report)) continue;
      const likenesses = findLikenesses(paragraphs, index, listParagraphs(sibling.report), takenOver);
      if (likenesses.length === 0) continue;
      const name = nameOf(sibling);
      for (const likeness of likenesses) {
        const { paragraph } = likeness;
        times.set(paragraph, (times.get(paragraph) ?? 0) + 1);
        if (likeness.share > (best.get(paragraph)?.share ?? 0)) best.set(paragraph, { ...likeness, name });
      }
      const length = lengthOf(likenesses.map(({ paragraph }) => paragraph));
      if (length > (nearest?.length ?? 0)) nearest = { name, likenesses, length };
    }
    if (!nearest) return;
    yield* describeWhole(paragraphs, nearest.likenesses, nearest.name);
    const many = (paragraph: Paragraph) => {
      const others = (times.get(paragraph) ?? 1) - 1;
      return others > 0 ? `另有${others}个单位的报告也有相近的段落。` : '';
    };
    yield* describeParagraphs([...best.values()], (likeness) => (likeness as Likeness & { name: string }).name, many);
  },
};

/** A folder of siblings may hold the report itself. */
function isSameReport(one: AnnualReport, other: AnnualReport): boolean {
  return one === other || (one.organ !== null && one.organ === other.organ && one.year === other.year);
}

const nameOf = ({ name, report }: NamedReport) => `${report.organ ?? name}的报告`;
const lengthOf = (paragraphs: readonly Paragraph[]) => paragraphs.reduce((sum, { text }) => sum + text.length, 0);
const percent = (share: number) => `${Math.round(share * 100)}%`;

function* describe(
  paragraphs: readonly Paragraph[],
  likenesses: readonly Likeness[],
  name: string,
  remark: (paragraph: Paragraph) => string,
): Generator<RuleFinding> {
  yield* describeWhole(paragraphs, likenesses, name);
  yield* describeParagraphs(likenesses, () => name, remark);
}

function* describeWhole(
  paragraphs: readonly Paragraph[],
  likenesses: readonly Likeness[],
  name: string,
): Generator<RuleFinding> {
  const share = lengthOf(likenesses.map(({ paragraph }) => paragraph)) / lengthOf(paragraphs);
  if (share < mostlyTakenOver) return;
  yield {
    paths: [...new Set(likenesses.map(({ paragraph }) => paragraph.passage.path))],
    message: `正文有 ${likenesses.length} 段与${name}基本相同，占正文的 ${percent(share)}，应当结合本机关本年度实际重新撰写。`,
    expected: `低于 ${percent(mostlyTakenOver)}`,
    found: percent(share),
  };
}

function* describeParagraphs(
  likenesses: readonly Likeness[],
  nameOther: (likeness: Likeness) => string,
  remark: (paragraph: Paragraph) => string,
): Generator<RuleFinding> {
  const longest = likenesses.toSorted((a, b) => b.paragraph.text.length - a.paragraph.text.length).slice(0, shown);
  for (const likeness of likenesses) {
    if (!longest.includes(likeness)) continue;
    const { paragraph, other, share, run } = likeness;
    const name = nameOther(likeness);
    yield {
      severity: 'notice',
      paths: [paragraph.passage.path],
      message:
        `${paragraph.passage.name}的一段与${name}${other.passage.name}的一段有 ${percent(share)} 相同。` +
        `本报告：“${excerpt(paragraph, run.at, run.length)}”；${name}：“${excerpt(other, run.otherAt, run.length)}”。${remark(paragraph)}`,
      expected: excerpt(other, run.otherAt, run.length),
      found: excerpt(paragraph, run.at, run.length),
    };
  }
}

function excerpt({ passage, offsets }: Paragraph, at: number, length: number): string {
  const start = offsets[at] ?? 0;
  const end = (offsets[at + length - 1] ?? start) + 1;
  return quote(passage, start, end, 60);
}

/** Rules on text taken over from other reports. */
export const similarityRules: readonly Rule[] = [previousCopied, siblingCopied];
