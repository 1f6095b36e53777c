import type { ReactNode } from 'react';
import type { NarrativeMark } from '../../report/domain/check/narrative/index.ts';
import { MarkLinks, markedClass } from './mark-links.tsx';
import type { Marking, PlacedMark } from './marks.ts';

export interface ProseProps {
  /** Paragraphs separated by `\n`. */
  text: string;
  /** The place of the text, e.g. `sections.0.text`. */
  path: string;
  /** The numbers in it that the tables hold too, in reading order. */
  said?: readonly NarrativeMark[];
  marking: Marking;
}

/**
 * Running text in paragraphs, with its marks. Each number that the tables hold too leads to its cell
 * and says whether both agree; a finding about such a number is marked at the number, the others
 * below the text.
 */
export function Prose({ text, path, said = [], marking }: ProseProps) {
  const atNumber = new Map(said.map((mark) => [mark, marksOfNumber(mark, path, marking)]));
  const placed = new Set([...atNumber.values()].flat().map((mark) => mark.anchor));
  const marks = marking.at.get(path)?.filter((mark) => !placed.has(mark.anchor));
  const lines = linesOf(text);
  const byLine = numbersByLine([...atNumber], lines);
  return (
    <div id={marking.anchorOf(path)} className={['prose', markedClass(marks)].filter(Boolean).join(' ')}>
      {lines.map((line, index) => (
        <p key={line.start}>{withLinks(text, line, byLine[index] ?? [], marking)}</p>
      ))}
      <MarkLinks marks={marks} />
    </div>
  );
}

/** The marks of the findings that are about this number: those that name both its text and its cell. */
function marksOfNumber({ paths, state }: NarrativeMark, textPath: string, marking: Marking): PlacedMark[] {
  if (state === 'agrees') return [];
  return marking.findings
    .filter(({ finding }) => finding.paths.includes(textPath) && finding.paths.some((path) => paths.includes(path)))
    .map(({ mark }) => ({ ...mark, isFaint: false }));
}

interface Span {
  start: number;
  end: number;
}

/** The lines that are not blank, without the white space around them, by their place in the text. */
function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(([line], index, all) => {
    const start = (all[index]?.index ?? 0) + line.search(/\S/);
    return { start, end: start + line.trim().length };
  });
}

type MarkedNumber = readonly [NarrativeMark, readonly PlacedMark[]];

/** The numbers that stand in each line; both in reading order, so that each is looked at once. */
function numbersByLine(numbers: readonly MarkedNumber[], lines: readonly Span[]): MarkedNumber[][] {
  let next = 0;
  return lines.map(({ end }) => {
    const first = next;
    while (next < numbers.length && (numbers[next]?.[0].start ?? end) < end) next += 1;
    return numbers.slice(first, next);
  });
}

function withLinks(text: string, { start, end }: Span, said: readonly MarkedNumber[], marking: Marking): ReactNode[] {
  const pieces: ReactNode[] = [];
  let done = start;
  for (const [mark, marks] of said) {
    const [from, to] = [Math.max(mark.start, done), Math.min(mark.end, end)];
    if (from >= to) continue;
    pieces.push(
      text.slice(done, from),
      <Said key={from} mark={mark} marking={marking}>
        {text.slice(from, to)}
      </Said>,
      <MarkLinks key={`${from}-marks`} marks={marks} />,
    );
    done = to;
  }
  return [...pieces, text.slice(done, end)];
}

/** How the comparison came out, for those who do not see the line under the number. */
const outcomes = { agrees: '与表格一致', differs: '与表格不符', unknown: '未能比对' } as const;

function Said({ mark, marking, children }: { mark: NarrativeMark; marking: Marking; children: ReactNode }) {
  const [path] = mark.paths;
  if (path === undefined) return children;
  return (
    <a className={`said said-${mark.state}`} href={`#${marking.anchorOf(path)}`}>
      {children}
      {mark.state === 'differs' ? (
        <sup>{outcomes.differs}</sup>
      ) : (
        <span className="visually-hidden">（{outcomes[mark.state]}）</span>
      )}
    </a>
  );
}

/** What the lines under the numbers mean; nothing when no number was compared. */
export function SaidLegend({ said }: { said: readonly NarrativeMark[] }) {
  if (said.length === 0) return null;
  const differing = said.filter((mark) => mark.state === 'differs').length;
  return (
    <p className="said-legend">
      正文中<span className="said said-agrees">带下划线的数</span>已与表格比对，共 {said.length} 处
      {differing > 0 ? `，其中 ${differing} 处与表格不符` : ''}；点按可到对应的单元格。
    </p>
  );
}
