import type { CheckGroup, Hit, Place, Severity, SharedPassage, Span, Waiver } from './check/finding.ts';
import { getCheck, severityOf } from './check/index.ts';

/** A finding as it is kept with the text; personal data in it is masked. */
export interface CheckFinding {
  /** SHA-256 of the check and what it found. */
  key: string;
  check: string;
  severity: Severity;
  waivable: Waiver;
  message: string;
  excerpt: string;
  /** Where it is shown. */
  place: Place;
  /** Every stretch that is replaced by one click. */
  spans: readonly Span[];
  suggestion?: string;
  links?: readonly { label: string; href: string }[];
  passages?: readonly SharedPassage[];
}

/** Who said of a finding that it may stay. */
export interface Judgement {
  findingKey: string;
  givenAs: 'author' | 'secrecy-reviewer';
  check: string;
  excerpt: string;
  reason: string;
  personId: string;
  personName: string;
  at: Date;
}

/** What was found in a text when it was checked last. */
export interface CheckRun {
  itemId: string;
  textNumber: number;
  contentHash: string;
  findings: readonly CheckFinding[];
  /** Whether a secrecy mark stands in what the public can read. */
  leak: boolean;
  checkedByName: string;
  checkedAt: Date;
}

/** What counts when hits become findings. */
export interface FindingRules {
  /** Whether the 保密审查员 may let a full number of a person stand; a secrecy mark nobody may. */
  mayWaiveNumbers: boolean;
  /** Whether the item goes to the public; of one that does not, only secrecy marks and gaps count. */
  isProactive: boolean;
}

/** A hit as a finding. `keyOf` makes a key of what identifies it. */
export function findingOf(
  hit: Hit,
  { mayWaiveNumbers, isProactive }: FindingRules,
  keyOf: (content: string) => string,
): CheckFinding {
  const { group, waivable: usual } = getCheck(hit.check);
  const waivable = hit.waivable ?? usual;
  const part = hit.place.part === 'attachment' ? 'attachment' : 'text';
  return {
    key: keyOf(`${hit.check}\n${part}\n${hit.content}`),
    check: hit.check,
    severity: isProactive || counts(hit.check, group) ? severityOf(hit) : 'info',
    waivable: waivable === 'secrecy-reviewer' && group === 'personal' && !mayWaiveNumbers ? 'nobody' : waivable,
    message: hit.message,
    excerpt: hit.excerpt,
    place: hit.place,
    spans: hit.spans,
    ...(hit.suggestion === undefined ? {} : { suggestion: hit.suggestion }),
    ...(hit.links ? { links: hit.links } : {}),
    ...(hit.passages ? { passages: hit.passages } : {}),
  };
}

/** Whether a check counts even for what is not published: a secret may not be in the system at all. */
const counts = (check: string, group: CheckGroup): boolean =>
  check === 'secrecy-mark' || check === 'public-secret' || check === 'missing-field' || group === 'completeness';

/** The judgement by which a finding may stay; undefined while it may not. */
export function judgementFor(finding: CheckFinding, judgements: readonly Judgement[]): Judgement | undefined {
  const given = judgements.filter(({ findingKey }) => findingKey === finding.key);
  const byReviewer = given.find(({ givenAs }) => givenAs === 'secrecy-reviewer');
  if (finding.waivable === 'nobody') return undefined;
  return finding.waivable === 'secrecy-reviewer' ? byReviewer : (byReviewer ?? given[0]);
}

/** Whether a finding still stands in the way. */
export const isOpen = (finding: CheckFinding, judgements: readonly Judgement[]): boolean =>
  finding.severity !== 'info' && judgementFor(finding, judgements) === undefined;

/**
 * What is open, by name with numbers, the gravest first.
 *
 * @example nameFindings([mobile, mobile, mark]) // '密级标志 1 处、手机号码 2 处'
 */
export function nameFindings(open: readonly CheckFinding[]): string {
  const ranks: Record<Severity, number> = { block: 0, warn: 1, info: 2 };
  const counted = new Map<string, { count: number; rank: number }>();
  for (const { check, severity } of open) {
    const known = counted.get(check);
    counted.set(check, { count: (known?.count ?? 0) + 1, rank: Math.min(known?.rank ?? 9, ranks[severity]) });
  }
  return [...counted]
    .sort(([, one], [, other]) => one.rank - other.rank)
    .map(([check, { count }]) => `${getCheck(check).name} ${count} 处`)
    .join('、');
}

/** Whether a finding can be mended by one click: what stands in an attachment cannot be changed. */
export function mendable({ place, spans, suggestion }: CheckFinding): 'mask' | 'correct' | 'none' {
  const isChangeable =
    place.part !== 'attachment' && spans.length > 0 && spans.every(({ replacement }) => replacement !== undefined);
  return isChangeable ? (suggestion === undefined ? 'mask' : 'correct') : 'none';
}
