import { type Role, roles } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { CheckGroup, Place, Span } from '../domain/check/finding.ts';
import { getCheck, isCheck } from '../domain/check/index.ts';
import {
  type CheckFinding,
  type CheckRun,
  isOpen,
  type Judgement,
  judgementFor,
  mendable,
} from '../domain/check-result.ts';
import { listJudgements, listMaskings } from '../store/checks.ts';
import type { Caller } from './caller.ts';

/** A place with the stretch of its text, where it is not meant as a whole. */
export type ShownPlace =
  | ({ part: 'title' | 'summary' } & Partial<Stretch>)
  | ({ part: 'field'; field: string; label: string } & Partial<Stretch>)
  | ({ part: 'body'; block: number; where?: string } & Stretch)
  | { part: 'body' }
  | (Extract<Place, { part: 'attachment' }> & Partial<Stretch>)
  | { part: 'item' };

interface Stretch {
  start: number;
  end: number;
}

/** What somebody said of a finding, as people see it. */
export interface JudgementView {
  reason: string;
  byName: string;
  role: string;
  at: Date;
  /** Whether who asks gave it and may take it back. */
  own: boolean;
}

/** A finding as people see it. */
export interface FindingView extends Omit<CheckFinding, 'spans' | 'place'> {
  name: string;
  group: CheckGroup;
  place: ShownPlace;
  mendable: 'mask' | 'correct' | 'none';
  /** What would stand there after one click. */
  mask?: string;
  judgement?: JudgementView;
  /** What the author said of it, where that alone does not settle it. */
  asked?: JudgementView;
  open: boolean;
}

/** What was found in a text, with what was said and done about it. */
export interface CheckView extends Omit<CheckRun, 'findings' | 'contentHash' | 'leak'> {
  /** Whether the text was changed since. */
  stale: boolean;
  counts: { block: number; warn: number; info: number; open: number };
  findings: FindingView[];
  masked: { check: string; name: string; before: string; after: string; place: ShownPlace; byName: string; at: Date }[];
}

/** A run as people see it. */
export async function viewRun(
  db: Db,
  { authority }: Pick<Caller, 'authority'>,
  run: CheckRun,
  stale: boolean,
): Promise<CheckView> {
  const { countyId, personId } = authority;
  const [judgements, maskings] = await Promise.all([
    listJudgements(db, countyId, run.itemId),
    listMaskings(db, countyId, run.itemId),
  ]);
  const ranks = { block: 0, warn: 1, info: 2 };
  const findings = run.findings
    .filter(({ check }) => isCheck(check))
    .map((finding) => viewOf(finding, judgements, personId))
    .sort((one, other) => ranks[one.severity] - ranks[other.severity]);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const { itemId, textNumber, checkedByName, checkedAt } = run;
  return {
    itemId,
    textNumber,
    checkedByName,
    checkedAt,
    stale,
    counts: {
      block: count('block'),
      warn: count('warn'),
      info: count('info'),
      open: findings.filter(({ open }) => open).length,
    },
    findings,
    masked: maskings
      .filter(({ check }) => isCheck(check))
      .map(({ check, excerpt, replacement, place, personName, at }) => ({
        check,
        name: getCheck(check).name,
        before: excerpt,
        after: replacement,
        place: placeOf(place),
        byName: personName,
        at,
      })),
  };
}

function viewOf(finding: CheckFinding, judgements: readonly Judgement[], personId: string): FindingView {
  const { spans, place, ...rest } = finding;
  const { name, group } = getCheck(finding.check);
  const judgement = judgementFor(finding, judgements);
  const asked = judgements.find(({ findingKey, givenAs }) => findingKey === finding.key && givenAs === 'author');
  const [first] = spans;
  return {
    ...rest,
    name,
    group,
    place: placeOf(place, first),
    mendable: mendable(finding),
    ...(first?.replacement === undefined ? {} : { mask: first.replacement }),
    ...(judgement ? { judgement: sayingOf(judgement, personId) } : {}),
    ...(asked && !judgement ? { asked: sayingOf(asked, personId) } : {}),
    open: isOpen(finding, judgements),
  };
}

const capacities: Record<Judgement['givenAs'], Role | undefined> = {
  author: undefined,
  'secrecy-reviewer': 'secrecy-reviewer',
};

function sayingOf({ reason, personName, givenAs, at, personId }: Judgement, asking: string): JudgementView {
  const role = capacities[givenAs];
  return { reason, byName: personName, role: role ? roles[role].name : '起草人', at, own: personId === asking };
}

function placeOf(place: Place, span?: Span): ShownPlace {
  const stretch = span && { start: span.start, end: span.end };
  switch (place.part) {
    case 'body':
      return place.block === undefined
        ? { part: 'body' }
        : { ...place, block: place.block, start: stretch?.start ?? 0, end: stretch?.end ?? 0 };
    case 'item':
      return place;
    default:
      return { ...place, ...stretch };
  }
}
