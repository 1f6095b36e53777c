import * as OpenCC from 'opencc-js/cn2t';
import type { Random } from '../../../src/kernel/random.ts';

/** What happens to the text of a whole report after it was written. */
export type Finish = (lines: string[], random: Random) => string[];

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });

/** Traditional characters throughout, as converted mirror pages have them. */
export const inTraditional: Finish = (lines) => lines.map((line) => toTraditional(line));

const pinyin: Readonly<Record<string, string>> = {
  報: 'bào',
  數: 'shù',
  據: 'jù',
  統: 'tǒng',
  現: 'xiàn',
  規: 'guī',
  業: 'yè',
  關: 'guān',
  機: 'jī',
  構: 'gòu',
  務: 'wù',
  類: 'lèi',
  條: 'tiáo',
  結: 'jié',
};

/** Traditional characters, some followed by their pinyin: 數(shù). */
export const inTraditionalWithPinyin: Finish = (lines) =>
  inTraditional(lines, undefined as never).map((line) =>
    line.replace(/\p{Script=Han}/gu, (character) => {
      const sound = pinyin[character];
      return sound ? `${character}(${sound})` : character;
    }),
  );

/** The whole report on one line, a space where a line ended. */
export const onOneLine: Finish = (lines) => [
  lines
    .map((line) => line.replace(/\t/g, ' ').trim())
    .filter((line) => line !== '')
    .join(' '),
];

/** No tabs at the end of a line: editors cut them off. */
export const withoutTrailingTabs: Finish = (lines) => lines.map((line) => line.replace(/\t+$/, ''));

/** A few rows of the tables torn into two lines, with an empty line between them or not. */
export const withTornRows: Finish = (lines, random) => {
  const rows = lines.flatMap((line, index) => (/\t\d/.test(line) ? [index] : []));
  const torn = new Set(Array.from({ length: 3 }, () => random.pick(rows)));
  return lines.flatMap((line, index) => {
    if (!torn.has(index)) return [line];
    const cells = line.split('\t');
    const at = random.integer(1, cells.length - 1);
    const gap = random.chance(0.5) ? [''] : [];
    return [cells.slice(0, at).join('\t'), ...gap, cells.slice(at).join('\t')];
  });
};

/** The file ends somewhere behind the beginning of table 三, between two lines. */
export const cutShort: Finish = (lines, random) => {
  const from = lines.findIndex((line) => line.includes('上年结转政府信息公开申请'));
  return lines.slice(0, random.integer(from, lines.length));
};
