import type { AnnualReport, Note, NoteKind } from '../../report/domain/annual-report.ts';
import type { Finding } from '../../report/domain/finding.ts';
import { cellName, formCells, getForm, tableKeys } from '../../report/domain/forms/index.ts';
import { severityWords } from './severity.ts';

/** A sign beside a place in the report that leads to the finding or the reader's note about it. */
export interface Mark {
  /** Anchor of the finding or note, unique on the page. */
  anchor: string;
  /** What is printed, e.g. 错3 or 注1. */
  label: string;
  /** Class-name suffix: the severity's letter, or `r` for a note of the reader. */
  letter: string;
  /** What a screen reader says, e.g. 错误第3条. */
  spoken: string;
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
  at: ReadonlyMap<string, readonly Mark[]>;
  /** The place on the page a path leads to: the cell itself, or the nearest thing that holds it. */
  anchorOf(path: string): string;
  /** What the place is called in a sentence. */
  nameOf(path: string): string;
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

const ordinals = ['', '一', '二', '三', '四', '五', '六'];

/**
 * Numbers the findings within their severity (错1, 错2, 疑1 …) and the reader's notes (注1 …), and
 * finds the place of each on the page.
 *
 * @param prefix distinguishes several reports on one page; begins every anchor.
 */
export function numberMarks(report: AnnualReport, findings: readonly Finding[], prefix: string): Marking {
  const places = placesOf(report);
  const at = new Map<string, Mark[]>();
  const placeOf = (path: string): string => {
    for (let rest = path; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
      if (places.has(rest)) return rest;
    }
    return '';
  };
  const put = (paths: readonly string[], mark: Mark) => {
    for (const place of new Set(paths.map(placeOf))) {
      const marks = at.get(place);
      if (marks) marks.push(mark);
      else at.set(place, [mark]);
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
          spoken: `${name}第${number}条`,
        };
        put(finding.paths, mark);
        return { finding, mark };
      }),
  );

  const numberedNotes = groupNotes(report.notes).map((notes, index): NumberedNote => {
    const number = index + 1;
    const mark = { anchor: `${prefix}-r${number}`, label: `注${number}`, letter: 'r', spoken: `读取说明第${number}条` };
    put(
      notes.map((note) => note.path),
      mark,
    );
    return { kind: notes[0]?.kind ?? 'document', mark, notes };
  });

  return {
    findings: numberedFindings,
    notes: numberedNotes,
    at,
    anchorOf: (path) => `${prefix}-${placeOf(path).replaceAll('.', '-') || 'document'}`,
    nameOf: (path) => places.get(placeOf(path)) ?? '全文',
  };
}

/** The places a path may lead to, with their names; a longer path leads to its nearest holder. */
function placesOf(report: AnnualReport): Map<string, string> {
  const form = getForm(report.form);
  const places = new Map<string, string>([
    ['title', '标题'],
    ['organ', '标题中的机关名称'],
    ['year', '标题中的年度'],
    ['preamble', '开头说明'],
  ]);
  for (const [index, section] of report.sections.entries()) {
    places.set(`sections.${index}`, `第${ordinals[section.number]}部分`);
    places.set(`sections.${index}.heading`, `第${ordinals[section.number]}部分标题`);
    places.set(`sections.${index}.text`, `第${ordinals[section.number]}部分正文`);
  }
  for (const key of tableKeys) places.set(key, `表${ordinals[form.tables[key].section]}`);
  for (const cell of formCells(form)) {
    const row = `${cell.table}.${cell.row.key}`;
    if (!places.has(row)) places.set(row, cellName(form, cell.path).replace(/“[^”]*”列$/, ''));
    places.set(cell.path, cellName(form, cell.path));
  }
  return places;
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
