import { matchesOf, textCheck } from '../detector.ts';
import type { CheckedDocument, Word } from '../document.ts';

/** A list of words made ready: one pattern for all, the longest first. */
interface ReadyWords {
  pattern: RegExp;
  byWrong: ReadonlyMap<string, Word>;
}

const ready = new WeakMap<readonly Word[], ReadyWords>();

function readyWords(words: readonly Word[]): ReadyWords {
  const known = ready.get(words);
  if (known) return known;
  const byWrong = new Map(words.map((word) => [word.wrong, word]));
  const alternatives = [...byWrong.keys()]
    .sort((one, other) => other.length - one.length)
    .map((wrong) => wrong.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const made = { byWrong, pattern: new RegExp(alternatives.length > 0 ? alternatives.join('|') : '(?!)', 'g') };
  ready.set(words, made);
  return made;
}

/** Whether a hit is only a part of a longer word that is right. */
const isExcepted = ({ wrong, except }: Word, text: string, at: number): boolean =>
  except.some((longer) => {
    for (let from = longer.indexOf(wrong); from >= 0; from = longer.indexOf(wrong, from + 1)) {
      if (text.startsWith(longer, at - from)) return true;
    }
    return false;
  });

export const wordCheck = textCheck({
  key: 'word-list',
  name: '错别字与不当用词',
  group: 'wording',
  severity: 'warn',
  waivable: 'author',
  means: '错别字、机构旧称、不当用词是网站检查的扣分项，严重的一票否决。',
  mend: '一键改正；用词没有错的说明理由，或者请县主管部门修改词表。',
  source: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）；词表由县主管部门维护',
  message: '词表中的错词。',
  hint: /./,
  *find({ plain }, { surroundings: { words } }: CheckedDocument) {
    const { pattern, byWrong } = readyWords(words);
    for (const { 0: wrong, index } of matchesOf(pattern, plain.text)) {
      const word = byWrong.get(wrong);
      if (!word || isExcepted(word, plain.text, index)) continue;
      const { right, note, severity } = word;
      yield {
        start: index,
        end: index + wrong.length,
        severity,
        ...(right === undefined ? {} : { suggestion: right }),
        message: `${right === undefined ? `“${wrong}”不宜使用，请改写` : `“${wrong}”应为“${right}”`}。${note}`,
      };
    }
  },
});
