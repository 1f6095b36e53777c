import type { AnnualReport, CellValue } from '../../annual-report.ts';
import { judge } from './judgement.ts';
import { readNarrative } from './narrative.ts';
import { originalSpan } from './text/folded-text.ts';
import { listFeeStatements } from './ties/fee-statements.ts';

/** A stretch of the narrative that speaks of cells, for the page. */
export interface NarrativeMark {
  /** 1 to 6. */
  section: number;
  /** Offsets in the section's text, half open. */
  start: number;
  end: number;
  /** The cells it speaks of. */
  paths: string[];
  /** A count, a statement that there was none, or an amount. */
  kind: 'count' | 'zero' | 'money';
  /** Whether it agrees with the cells; `unknown` where a cell is no number, and for amounts. */
  state: 'agrees' | 'differs' | 'unknown';
}

/**
 * The places of the narrative that state a number the tables hold, in reading order and without
 * overlaps: a statement that denies two things is one mark with the cells of both.
 */
export function narrativeMarks(report: AnnualReport): NarrativeMark[] {
  const narrative = readNarrative(report);
  const value = (path: string): CellValue | undefined => {
    const [table = '', row = '', column = ''] = path.split('.');
    return report[table as 'proactive' | 'requests' | 'remedies'][row]?.[column];
  };
  const marks: NarrativeMark[] = narrative.sections.flatMap((passage) =>
    passage.mentions.map((mention): NarrativeMark => {
      const { state, reading } = judge(mention, value);
      return {
        section: passage.place,
        ...originalSpan(passage.folded, mention.start, mention.end),
        paths: [...reading],
        kind: mention.kind,
        state,
      };
    }),
  );
  if (value('proactive.fees.amount') !== undefined) {
    for (const { passage, start, end, value: amount, kind } of listFeeStatements(narrative, report.year)) {
      if (kind !== 'administrative') continue;
      const span = originalSpan(passage.folded, start, end);
      const paths = ['proactive.fees.amount'];
      marks.push({ section: passage.place, ...span, paths, kind: amount === 0 ? 'zero' : 'money', state: 'unknown' });
    }
  }
  return withoutOverlaps(marks.sort((a, b) => a.section - b.section || a.start - b.start || b.end - a.end));
}

const ranks = { agrees: 0, unknown: 1, differs: 2 } as const;

function withoutOverlaps(marks: readonly NarrativeMark[]): NarrativeMark[] {
  const separate: NarrativeMark[] = [];
  for (const mark of marks) {
    const last = separate.at(-1);
    if (!last || last.section !== mark.section || mark.start >= last.end) {
      separate.push(mark);
      continue;
    }
    last.paths = [...new Set([...last.paths, ...mark.paths])];
    last.end = Math.max(last.end, mark.end);
    if (ranks[mark.state] > ranks[last.state]) last.state = mark.state;
  }
  return separate;
}
