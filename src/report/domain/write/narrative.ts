import type { PrintableBlock, PrintableRun } from '../../../kernel/printable-document.ts';

const numeralsOfSections = ['一', '二', '三', '四', '五', '六'] as const;

/**
 * The heading of a section with its number, as it is printed.
 *
 * @example sectionHeading(2, '主动公开政府信息情况') → '二、主动公开政府信息情况'
 */
export const sectionHeading = (number: number, heading: string): string =>
  `${numeralsOfSections[number - 1] ?? number}、${heading}`;

/**
 * Running text as blocks: one per line, each recognised by how it begins. Empty lines only part
 * paragraphs and give no block. No character of the text is changed.
 */
export function layOutText(text: string): readonly PrintableBlock[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [unit, date] = lines.slice(-2);
  if (lines.length < 2 || unit === undefined || date === undefined || !isSignature(unit, date))
    return lines.map(layOutLine);
  return [...lines.slice(0, -2).map(layOutLine), { kind: 'signature', lines: [unit, date] }];
}

const unitName = /(?:人民政府|办事处|委员会|办公室|局|厅|院|中心|站|所|队)$/;
const dayOfSigning = /^\s*(?:20\d{2}年\d{1,2}月\d{1,2}日|二[〇○零]\S{2}年\S{1,3}月\S{1,3}日)\s*$/;

/** The name of the unit and the date under the text, which GB/T 9704 sets to the right. */
const isSignature = (unit: string, date: string): boolean =>
  dayOfSigning.test(date) && unitName.test(unit.trim()) && unit.length <= 40 && !sentence.test(unit);

const secondLevel = /^\s*[（(][一二三四五六七八九十]{1,3}[）)]/;
const thirdLevel = /^\s*\d{1,2}[.．、](?!\d)/;
// A line with one of these is a sentence, not a heading on a line of its own.
const sentence = /[。；！？，：]/;
const longestHeading = 30;

function layOutLine(line: string): PrintableBlock {
  const level = secondLevel.test(line) ? 2 : thirdLevel.test(line) ? 3 : undefined;
  if (level !== undefined && line.length <= longestHeading && !sentence.test(line)) {
    return { kind: 'heading', level, text: line };
  }
  return { kind: 'paragraph', role: 'body', runs: level === 2 ? splitLead(line) : [{ text: line, kind: 'plain' }] };
}

/** Parts “（一）主动公开。” from the sentences that follow it in the same paragraph. */
function splitLead(line: string): readonly PrintableRun[] {
  const end = line.search(/[。：]/) + 1;
  if (end === 0 || end > longestHeading || end === line.length) return [{ text: line, kind: 'plain' }];
  return [
    { text: line.slice(0, end), kind: 'lead' },
    { text: line.slice(end), kind: 'plain' },
  ];
}
