import { fold, type Simplify, trimmed } from './fold.ts';
import type { SourceLine } from './lines.ts';
import { filledCells, lineText } from './lines.ts';
import { isTitle } from './outline.ts';

/** What stands before section 一 and who says it. */
export interface Front {
  title: string | null;
  organ: string | null;
  year: number | null;
  /** Index of the first line after the title. */
  afterTitle: number;
  /** Set when organ or year were taken from elsewhere than the title. */
  organFrom?: string;
  yearFrom?: string;
}

const chineseDigits: Record<string, string> = {
  〇: '0',
  '○': '0',
  零: '0',
  O: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const yearPattern = '(20\\d{2}|二[〇○零0O][一二三四五六七八九〇○零0O]{2})';
const yearThenOrgan = new RegExp(`^(.*?)(?:关于)?${yearPattern}年?度?(.*?)政府信息公开(?:工作)?`);
const organThenYear = new RegExp(
  `^(.*?)(?:关于)?政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)?[(]?${yearPattern}`,
);

/** Reads title, organ and year from the lines before `before` (the first heading or table). */
export function readFront(lines: readonly SourceLine[], before: number, simplify: Simplify): Front {
  const found = findTitle(lines, before, simplify);
  const front: Front = { title: found?.title ?? null, organ: null, year: null, afterTitle: found ? found.next : 0 };
  const named = found ? organAndYear(fold(simplify(found.title))) : undefined;
  if (named) {
    front.organ = named.organ;
    front.year = named.year;
  }
  if (front.organ !== null && front.year !== null) return front;
  // The preamble often quotes the report's own name.
  const opening = lines.slice(0, before).map(lineText).join('\n');
  const plain = simplify(opening).normalize('NFKC');
  for (const quoted of plain.matchAll(/《([^《》]{4,60})》/g)) {
    const name = fold(quoted[1] ?? '');
    if (!isTitle(name)) continue;
    const own = organAndYear(name);
    if (own && front.organ === null && own.organ) {
      front.organ = own.organ;
      front.organFrom = quoted[0];
    }
    if (own && front.year === null) {
      front.year = own.year;
      front.yearFrom = quoted[0];
    }
  }
  return front;
}

/** Year of the statistics period in a text, when both its ends are there and agree. */
export function findPeriodYear(text: string): { year: number; quote: string } | undefined {
  const period = /(20\d{2})年1月1日起?(?:至|到|[-—–~])(?:(20\d{2})年)?12月31日/.exec(
    text.normalize('NFKC').replace(/\s/g, ''),
  );
  if (!period || (period[2] !== undefined && period[2] !== period[1])) return undefined;
  return { year: Number(period[1]), quote: period[0] };
}

function findTitle(
  lines: readonly SourceLine[],
  before: number,
  simplify: Simplify,
): { title: string; next: number } | undefined {
  let inCells: { title: string; next: number } | undefined;
  for (let index = before - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (!line) continue;
    const text = lineText(line);
    if (text.length > 200) continue;
    if (filledCells(line) > 1 && line.kind === 'cells') {
      // The index table of a web page names the report too.
      const cell = line.cells.find((each) => isTitle(fold(simplify(each.text))));
      if (cell && !inCells) inCells = { title: trimmed(cell.text), next: index + 1 };
      continue;
    }
    if (isTitle(fold(simplify(text)))) return broken(lines, index, simplify) ?? { title: clean(text), next: index + 1 };
    const joined = joinedTitle(lines, index, before, simplify);
    if (joined) return joined;
  }
  return inCells;
}

/** A title that is whole by itself may still have its organ on the line above. */
function broken(
  lines: readonly SourceLine[],
  index: number,
  simplify: Simplify,
): { title: string; next: number } | undefined {
  const own = organAndYear(fold(simplify(lineText(lines[index] as SourceLine))));
  if (own?.organ) return undefined;
  for (let above = index - 1; above >= 0 && above >= index - 2; above -= 1) {
    const text = clean(lineText(lines[above] as SourceLine));
    if (text === '') continue;
    if (
      /(?:人民政府|办事处|委员会|局|办公室|厅|院|中心|站|所|队)$/.test(fold(simplify(text))) &&
      text.length <= 40 &&
      !/[>＞»:：]/.test(text)
    ) {
      return { title: join(text, clean(lineText(lines[index] as SourceLine))), next: index + 1 };
    }
    return undefined;
  }
  return undefined;
}

/** A title broken over two or three lines. */
function joinedTitle(
  lines: readonly SourceLine[],
  index: number,
  before: number,
  simplify: Simplify,
): { title: string; next: number } | undefined {
  const first = clean(lineText(lines[index] as SourceLine));
  if (first === '' || first.length > 60 || /[。；]/.test(first)) return undefined;
  let title = first;
  let parts = 1;
  for (let next = index + 1; next < Math.min(before, index + 6) && parts < 3; next += 1) {
    const text = clean(lineText(lines[next] as SourceLine));
    if (text === '') continue;
    if (text.length > 60) return undefined;
    title = join(title, text);
    parts += 1;
    if (isTitle(fold(simplify(title))) && /^(?:20\d{2}|[\u4e00-\u9fff])/.test(text)) return { title, next: next + 1 };
  }
  return undefined;
}

const clean = (text: string): string => trimmed(text.replace(/^[#\s]+/, '').replace(/\*\*/g, ''));

/** Chinese text is joined without a space. */
const join = (left: string, right: string): string =>
  /[\u4e00-\u9fff）)》]$/.test(left) && /^[\u4e00-\u9fff\d（(《]/.test(right) ? left + right : `${left} ${right}`;

function organAndYear(folded: string): { organ: string | null; year: number } | undefined {
  const reversed = organThenYear.exec(folded);
  const match = reversed ? undefined : yearThenOrgan.exec(folded);
  const year = match?.[2] ?? reversed?.[2];
  if (year === undefined) return undefined;
  let organ = (match ? match[1] || match[3] : reversed?.[1]) ?? '';
  organ = organ.replace(/^(?:附件?\d*:?|关于|[-—.:,(]+)/, '').replace(/(?:关于|的|[-—.:,)]+)$/, '');
  // 2022年石桥镇人民政府信息公开…: the two names share 政府.
  if (organ.endsWith('人民')) organ += '政府';
  return { organ: organ === '' ? null : organ, year: toYear(year) };
}

const toYear = (text: string): number =>
  Number([...text].map((character) => chineseDigits[character] ?? character).join(''));
