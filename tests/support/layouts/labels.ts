import type { Random } from '../../../src/kernel/random.ts';
import type { ColumnDeclaration, RowDeclaration } from '../../../src/report/domain/forms/form.ts';
import type { Wording } from './grid.ts';
import { officialWording } from './grid.ts';

/** A way to write labels that says the same as the form does. */
export type Labels = (random: Random) => Wording;

export const officialLabels: Labels = () => officialWording;

/** Applies one change to every label. */
const everyLabel = (change: (text: string) => string): Wording => ({
  ...officialWording,
  row: (row) => change(officialWording.row(row)),
  under: (label) => change(label),
  column: (column) => change(column.label),
  caption: (text) => change(text),
});

/** （一） as (一), ： as :, ， as a comma: what half-width typing gives. */
const toAscii = (text: string): string =>
  text.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':').replace(/，/g, ',');

/** Digits and full stops in full width. */
export const toFullWidth = (text: string): string =>
  text.replace(/[0-9.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

export const asciiLabels: Labels = () => everyLabel(toAscii);
export const fullWidthLabels: Labels = () => everyLabel(toFullWidth);

/** Spaces of all kinds inside words: 结果 维持, (一) 予以公开. */
export const spacedLabels: Labels = (random) =>
  everyLabel((text) => {
    const at = random.integer(1, Math.max(1, text.length - 1));
    const space = random.pick([' ', '\u3000', '\u00a0', '  ']);
    return random.chance(0.6) ? `${text.slice(0, at)}${space}${text.slice(at)}` : text;
  });

/** Kangxi radicals by the ordinary character they stand for. */
const radicals = new Map(
  Array.from({ length: 0x2fd6 - 0x2f00 }, (_, index) => String.fromCharCode(0x2f00 + index)).map((radical) => [
    radical.normalize('NFKC'),
    radical,
  ]),
);

/** Every character that has one as its Kangxi radical, as PDF text often carries them. */
const toRadicals = (text: string): string =>
  [...text].map((character) => radicals.get(character) ?? character).join('');

export const radicalLabels: Labels = () => everyLabel(toRadicals);

const ordinalStyles: readonly ((ordinal: string) => string)[] = [
  (ordinal) => ordinal.replace(/\./, '、'),
  (ordinal) => ordinal.replace(/\./, '．'),
  (ordinal) => ordinal.replace(/(\d)\./, (_, digit: string) => String.fromCharCode(0x245f + Number(digit))),
  (ordinal) => ordinal.replace(/(\d)\./, '（$1）'),
  (ordinal) => ordinal.replace(/\./, '. '),
  (ordinal) => ordinal.replace(/（(.)）/, '($1) '),
  (ordinal) => ordinal.replace(/^(.)、/, '$1 、'),
  (ordinal) => ordinal.replace(/^(.)、/, '$1. '),
];

/** Ordinals typed another way, missing here and there, or put twice. */
export const renumberedLabels: Labels = (random) => {
  const restyle = random.pick(ordinalStyles);
  const second = random.chance(0.3);
  return {
    ...officialWording,
    row: (row) => {
      if (random.chance(0.15)) return row.label;
      const again = second && row.ordinal.startsWith('（') && row.key !== 'handledTotal' ? '1.' : '';
      return `${restyle(row.ordinal)}${again}${row.label}`;
    },
    under: (label) => label.replace(/^(（.）|.、)/, (ordinal) => restyle(ordinal)),
  };
};

const variantOf = (random: Random, one: { label: string; variants: readonly string[] }): string =>
  random.pick([one.label, ...one.variants]);

/** Wordings of the form's own list of variants, picked anew for every label. */
export const variantLabels: Labels = (random) => ({
  ...officialWording,
  row: (row: RowDeclaration) => `${row.ordinal}${variantOf(random, row)}`,
  column: (column: ColumnDeclaration) => variantOf(random, column),
});

/** The words of a caption said twice: 第二十条第（一）项条第（一）项. */
export const doubledLabels: Labels = () => ({
  ...officialWording,
  caption: (text) => text.replace(/^(第二十)(条第（一）项)$/, '$1$2$2'),
});

/** Headers over two lines: 本年新 / 制作数量, 商业 / 企业; the line break is white space. */
export const brokenHeaders: Labels = (random) => ({
  ...officialWording,
  column: ({ label }) => {
    const at = label.startsWith('本年新') ? 3 : 2;
    return label.length > at + 1 && random.chance(0.7) ? `${label.slice(0, at)}\n${label.slice(at)}` : label;
  },
});

/** Headers and group labels over two lines with an empty line between: 商业 / 企业, （三） / 不予公开. */
export const tornLabels: Labels = (random) => {
  const wording = brokenHeaders(random);
  return {
    ...wording,
    column: (column) => wording.column(column).replace('\n', '\n\n'),
    under: (label) => label.replace(/^(（.）)/, '$1\n\n'),
  };
};

/** Headers cut to their first line: 本年新制作数量 and 本年新公开数量 both become 本年新. */
export const cutHeaders: Labels = () => ({
  ...officialWording,
  column: ({ label }) => label.replace(/^(本年新).*$/, '$1'),
});

/** Item numbers, brackets and the label 规章 lost on the way. */
export const lossyLabels: Labels = () => ({
  ...officialWording,
  caption: (text) => text.replace(/^(第二十条第).*$/, '$1'),
  column: ({ label }) => label.replace(/[（）]/g, ''),
  row: (row) => (row.key === 'rules' ? '' : officialWording.row(row)),
});

/** Labels of the rows inside a group lost, as numbered lists lose them: （三）不予公开 stands alone. */
export const groupLabelsOnly: Labels = () => ({
  ...officialWording,
  row: (row) => (row.under.length === 2 ? '' : officialWording.row(row)),
});

/** Everything at once, each label its own way, all of it still to be understood. */
export const mixedLabels: Labels = (random) => {
  const changes = [toAscii, toFullWidth, toRadicals, (text: string) => text, (text: string) => text];
  const change = () => random.pick(changes);
  const variants = variantLabels(random);
  return {
    ...officialWording,
    row: (row) => change()(random.chance(0.5) ? variants.row(row) : officialWording.row(row)),
    under: (label) => change()(label),
    column: (column) => change()(random.chance(0.5) ? variants.column(column) : column.label),
    caption: (text) => change()(text),
  };
};

/** 其它 for 其他, and a character lost here and there in long labels: 本年度止件数. */
export const misspeltLabels: Labels = (random) => {
  const misspell = (text: string) => {
    const other = text.replace(/其他/g, '其它');
    if (text.length < 9 || !random.chance(0.15)) return other;
    const at = random.integer(4, other.length - 2);
    return other.slice(0, at) + other.slice(at + 1);
  };
  // A unit that lost a character is another unit.
  const column = ({ label }: ColumnDeclaration) => (label.includes('单位') ? label : misspell(label));
  return { ...everyLabel(misspell), column, caption: (text) => text };
};

/** Ordinals as single characters: ㈠, ⒈, ⑴. */
export const otherHanLabels: Labels = (random) => {
  const single = random.pick([0x2487, 0x2473]);
  const restyle = (text: string) =>
    text
      .replace(/^（([一二三四五六七])）/, (_, numeral: string) =>
        String.fromCharCode(0x3220 + '一二三四五六七'.indexOf(numeral)),
      )
      .replace(/^(\d)\./, (_, digit: string) => String.fromCharCode(single + Number(digit)));
  return everyLabel(restyle);
};

/** Headers over two lines in quotation marks, as cells are pasted from a spreadsheet. */
export const quotedHeaders: Labels = (random) => {
  const wording = brokenHeaders(random);
  const quote = (text: string) => (text.includes('\n') ? `"${text}"` : text);
  return { ...wording, column: (column) => quote(wording.column(column)) };
};
