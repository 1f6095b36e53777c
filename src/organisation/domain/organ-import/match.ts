import type { OrganKind } from '../organ.ts';
import { normaliseCode } from '../written-code.ts';
import { labelOf } from './columns.ts';
import { findKind, type ImportEntry, type RowProblem } from './entry.ts';
import type { OrganSnapshot } from './snapshot.ts';

/** Which organ a row speaks of, and under which one it puts it. */
export interface MatchedEntry {
  entry: ImportEntry;
  /** Absent for an organ that is new. */
  organ?: OrganSnapshot;
  kind: OrganKind;
  parent: ParentReference;
}

/** - `kept`: the file does not say. `row`: an organ that is new itself, in that row. */
export type ParentReference =
  | { kind: 'kept' }
  | { kind: 'none' }
  | { kind: 'organ'; organ: OrganSnapshot }
  | { kind: 'row'; row: number };

/** A reason why a row cannot be taken over. */
class Unclear extends Error {}

/**
 * Finds for each row the organ it speaks of: by its number, else by its 统一社会信用代码, else by its 区划代码 and kind, else by
 * its full name under the same organ above. Names alone never decide where two organs bear the same.
 */
export function matchEntries(
  entries: readonly ImportEntry[],
  organs: readonly OrganSnapshot[],
): { matched: MatchedEntry[]; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const refuse = (entry: ImportEntry, reason: string) =>
    problems.push({ row: entry.row, name: entry.values.fullName ?? '', reason });
  const attempt = <T>(entry: ImportEntry, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Unclear)) throw error;
      refuse(entry, error.message);
      return undefined;
    }
  };

  const taken = new Map<string, number>();
  const found = entries.flatMap((entry) => {
    const identified = attempt(entry, () => {
      const organ = identify(entry, organs);
      const earlier = organ && taken.get(organ.id);
      if (earlier !== undefined) throw new Unclear(`与第 ${earlier} 行是同一个机构，请只保留一行。`);
      if (organ) taken.set(organ.id, entry.row);
      return { entry, organ };
    });
    return identified ? [identified] : [];
  });

  const candidates = listCandidates(organs, found);
  const matched = found.flatMap(({ entry, organ }) => {
    const whole = attempt(
      entry,
      (): MatchedEntry => ({
        entry,
        ...(organ ? { organ } : {}),
        kind: kindOf(entry, organ),
        parent: findParent(entry, candidates),
      }),
    );
    return whole ? [whole] : [];
  });
  return { matched, problems };
}

function identify({ values }: ImportEntry, organs: readonly OrganSnapshot[]): OrganSnapshot | undefined {
  const { id = '', fullName = '' } = values;
  if (fullName === '') throw new Unclear('没有填写全称。');
  if (id !== '') {
    const organ = organs.find((each) => each.id === id.toLowerCase());
    if (!organ) throw new Unclear('编号不是本县现有机构的编号。新机构请把编号留空，其他机构请不要改动编号。');
    return organ;
  }
  const creditCode = normaliseCode(values.creditCode ?? '');
  const byCreditCode = creditCode === '' ? [] : organs.filter(({ profile }) => profile.creditCode === creditCode);
  if (byCreditCode.length > 0) return only(byCreditCode, labelOf('creditCode'));
  const divisionCode = normaliseCode(values.divisionCode ?? '');
  const kind = findKind(values.kind ?? '');
  const byDivision =
    divisionCode === '' || !kind || kind === 'department' || kind === 'station'
      ? []
      : organs.filter(({ profile, current }) => profile.divisionCode === divisionCode && current.kind === kind);
  if (byDivision.length > 0) return only(byDivision, labelOf('divisionCode'));
  const named = organs.filter((organ) => organ.current.fullName === fullName && standsUnder(organ, values, organs));
  if (named.length > 1) {
    throw new Unclear(`有 ${named.length} 个机构名为“${fullName}”，请填写编号，或者填写准确的上级机构。`);
  }
  return named[0];
}

/** Whether an organ stands where the row says; a row that does not say fits any. */
function standsUnder(
  { current }: OrganSnapshot,
  { parentId, parent }: ImportEntry['values'],
  organs: readonly OrganSnapshot[],
): boolean {
  if (parentId) return current.parentId === parentId.toLowerCase();
  if (!parent) return parent === undefined || current.parentId === undefined;
  const above = organs.find(({ id }) => id === current.parentId)?.current;
  return above !== undefined && (above.fullName === parent || above.shortName === parent);
}

function only(organs: readonly OrganSnapshot[], label: string): OrganSnapshot {
  const [first, second] = organs;
  if (!first || second) throw new Unclear(`${label}与几个机构相同，请填写编号。`);
  return first;
}

function kindOf({ values }: ImportEntry, organ: OrganSnapshot | undefined): OrganKind {
  const written = values.kind ?? '';
  const kind = written === '' ? organ?.current.kind : findKind(written);
  if (kind) return kind;
  throw new Unclear(
    written === ''
      ? '没有填写类别。'
      : `不认识类别“${written}”，应为：省级政府、市级政府、县级政府、政府部门、乡镇（街道）、村（社区）、派出机构（站所）。`,
  );
}

/** What an organ or a new row may be called where another row names it as the one above: as it is, and as the file has it. */
interface Candidate {
  names: readonly (string | undefined)[];
  shortNames: readonly (string | undefined)[];
  reference: ParentReference;
}

function listCandidates(
  organs: readonly OrganSnapshot[],
  found: readonly { entry: ImportEntry; organ: OrganSnapshot | undefined }[],
): Candidate[] {
  const rows = new Map(found.map(({ entry, organ }) => [organ?.id, entry.values]));
  return [
    ...organs.map(
      (organ): Candidate => ({
        names: [organ.current.fullName, rows.get(organ.id)?.fullName],
        shortNames: [organ.current.shortName, rows.get(organ.id)?.shortName],
        reference: { kind: 'organ', organ },
      }),
    ),
    ...found
      .filter(({ organ }) => organ === undefined)
      .map(
        ({ entry: { row, values } }): Candidate => ({
          names: [values.fullName],
          shortNames: [values.shortName],
          reference: { kind: 'row', row },
        }),
      ),
  ];
}

function findParent({ row, values }: ImportEntry, candidates: readonly Candidate[]): ParentReference {
  const { parentId, parent } = values;
  if (parentId === undefined && parent === undefined) return { kind: 'kept' };
  if (parentId) {
    const above = candidates.find(
      ({ reference }) => reference.kind === 'organ' && reference.organ.id === parentId.toLowerCase(),
    );
    if (!above) throw new Unclear('上级机构编号不是本县现有机构的编号。');
    if (parent && !above.names.includes(parent) && !above.shortNames.includes(parent)) {
      throw new Unclear(
        `上级机构“${parent}”与上级机构编号（${above.names[0]}）不一致。改换上级时请把上级机构编号清空。`,
      );
    }
    return above.reference;
  }
  if (!parent) return { kind: 'none' };
  const others = candidates.filter(({ reference }) => reference.kind !== 'row' || reference.row !== row);
  const byName = others.filter(({ names }) => names.includes(parent));
  const fitting = byName.length > 0 ? byName : others.filter(({ shortNames }) => shortNames.includes(parent));
  const [first, second] = fitting;
  if (!first) throw new Unclear(`没有找到上级机构“${parent}”，请核对名称，或者把它也列入文件。`);
  if (second) throw new Unclear(`有 ${fitting.length} 个机构名为“${parent}”，请填写上级机构编号。`);
  return first.reference;
}
