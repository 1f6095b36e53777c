import type { AnnualReport, Note, NoteKind } from '../../report/domain/annual-report.ts';
import type { Finding } from '../../report/domain/finding.ts';
import { type TableKey, tableKeys } from '../../report/domain/forms/index.ts';
import { type PlaceGroup, type Places, placesOf } from './places.ts';
import { severityWords } from './severity.ts';

/** A sign beside a place in the report that leads to the finding or the reader's note about it. */
export interface Mark {
  /** Anchor of the finding or note, unique on the page. */
  anchor: string;
  /** What is printed, e.g. 错3 or 注1. */
  label: string;
  /** Class-name suffix: the severity's letter, or `r` for a note of the reader. */
  letter: string;
  /** What a screen reader says, e.g. 错3：错误第3条; begins with what is printed. */
  spoken: string;
  /** It says that a figure is missing. */
  isAboutGap: boolean;
}

/** A mark at a place. */
export interface PlacedMark extends Mark {
  /** The place is only one of many that the finding adds up, and not the likely culprit. */
  isFaint: boolean;
}

export interface NumberedFinding {
  finding: Finding;
  mark: Mark;
}

/** The reader's notes of one kind that say the same: one line for the clerk, all its places linked. */
export interface NumberedNote {
  kind: NoteKind;
  mark: Mark;
  notes: readonly Note[];
}

/** Everything one report has to show beside its own content, and where. */
export interface Marking {
  findings: readonly NumberedFinding[];
  notes: readonly NumberedNote[];
  /** Marks at a place, keyed by the path of the place. */
  at: ReadonlyMap<string, readonly PlacedMark[]>;
  /** The place on the page a path leads to: the cell itself, or the nearest thing that holds it. */
  anchorOf(path: string): string;
  /** The places the paths lead to, those of one row or column together. */
  groupsOf(paths: readonly string[]): readonly PlaceGroup[];
}

export const noteKindNames: Record<NoteKind, string> = {
  document: '全文',
  ambiguous: '有几种读法',
  missing: '原文没有',
  blank: '空白',
  text: '不是数字',
  repaired: '已还原',
};
const noteKindOrder = Object.keys(noteKindNames) as NoteKind[];

/**
 * Numbers the findings within their severity (错1, 错2, 疑1 …) and the reader's notes (注1 …), and
 * finds the place of each on the page.
 *
 * @param prefix distinguishes several reports on one page; begins every anchor.
 */
export function numberMarks(report: AnnualReport, findings: readonly Finding[], prefix: string): Marking {
  const places = placesOf(report.form);
  const noted = new Set(report.notes.map(({ path }) => places.placeOf(path)));
  const at = new Map<string, PlacedMark[]>();
  const put = (paths: readonly string[], mark: Mark, isFaint: (place: string) => boolean) => {
    for (const place of new Set(paths.map(places.placeOf))) {
      const marks = at.get(place) ?? [];
      // That a cell has no figure is said once, however many sums and notes miss it.
      if (mark.isAboutGap && marks.some((each) => each.isAboutGap && !each.isFaint)) continue;
      at.set(place, [...marks, { ...mark, isFaint: isFaint(place) }]);
    }
  };

  const numberedFindings = severityWords.flatMap(({ severity, name, sign, letter }) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map((finding, index): NumberedFinding => {
        const number = index + 1;
        const mark = {
          anchor: `${prefix}-${letter}${number}`,
          label: `${sign}${number}`,
          letter,
          spoken: `${sign}${number}：${name}第${number}条`,
          isAboutGap: severity === 'unknown',
        };
        // What a rule only passes on from the reader is marked at its places by the reader's own note.
        const isPassedOn = finding.rule.startsWith(readerPrefix);
        const paths = isPassedOn ? finding.paths.filter((path) => !noted.has(places.placeOf(path))) : finding.paths;
        put(paths, mark, faintness(report, finding, places));
        return { finding, mark };
      }),
  );

  const numberedNotes = groupNotes(report.notes).map((notes, index): NumberedNote => {
    const number = index + 1;
    const kind = notes[0]?.kind ?? 'document';
    const mark = {
      anchor: `${prefix}-r${number}`,
      label: `注${number}`,
      letter: 'r',
      spoken: `注${number}：读取说明第${number}条`,
      isAboutGap: kind === 'blank' || kind === 'missing' || kind === 'text',
    };
    put(
      notes.map((note) => note.path),
      mark,
      () => false,
    );
    return { kind, mark, notes };
  });

  return {
    findings: numberedFindings,
    notes: numberedNotes,
    at,
    anchorOf: (path) => `${prefix}-${places.placeOf(path).replaceAll('.', '-') || 'document'}`,
    groupsOf: places.groupsOf,
  };
}

// Rules that pass on what the reader noted.
const readerPrefix = 'READ-';

/** A finding about more places than this is about their sum, not about each of them. */
const fewPlaces = 8;

/**
 * Which places of a finding are to be marked faintly. Of a sum that cannot be judged only the cells
 * without a figure stand out; otherwise the cell that the rule suspects, which it names before its
 * turn; of a long sum without a suspect only the result, which stands last.
 */
function faintness(report: AnnualReport, { severity, paths }: Finding, places: Places): (place: string) => boolean {
  if (severity === 'unknown') return (place) => typeof valueAt(report, place) === 'number';
  const [first = '', second = ''] = paths;
  if (places.isBefore(second, first)) return (place) => place !== first;
  const last = paths.at(-1);
  return paths.length <= fewPlaces ? () => false : (place) => place !== last;
}

function valueAt(report: AnnualReport, path: string): unknown {
  const [table = '', row = '', column = ''] = path.split('.');
  return tableKeys.some((key) => key === table) ? report[table as TableKey][row]?.[column] : undefined;
}

/** Joins notes of the same kind and wording, so that a lost table is one line and not 175. */
function groupNotes(notes: readonly Note[]): Note[][] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = `${note.kind} ${note.message}`;
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

const rank = (notes: readonly Note[]) => noteKindOrder.indexOf(notes[0]?.kind ?? 'document');
