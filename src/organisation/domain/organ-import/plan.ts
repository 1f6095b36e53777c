import type { PlainDate } from '../../../kernel/plain-date.ts';
import { findWrittenDay } from '../../../kernel/written-day.ts';
import type { OrganVersion } from '../organ.ts';
import type { OrganChange, OrganEvent } from '../organ-event.ts';
import { checkField, editProfile, emptyProfile, profileKeys } from '../organ-profile.ts';
import { type ColumnKey, columns } from './columns.ts';
import { cleanName, findRoundedCode, type ImportEntry, profileOf, type RowProblem, splitAliases } from './entry.ts';
import { type MatchedEntry, matchEntries } from './match.ts';
import { type RowPlan, refuseBrokenRules, refuseSharedCodes } from './refusals.ts';
import { cellsOf, type OrganSnapshot } from './snapshot.ts';

/** A field of an organ before and after. */
export interface FieldChange {
  key: ColumnKey;
  label: string;
  before: string;
  after: string;
}

/** What an import would do, for somebody to look through. */
export interface ImportDifferences {
  created: { row: number; fullName: string; fields: FieldChange[] }[];
  changed: { row: number; organId: string; fullName: string; fields: FieldChange[] }[];
  /** How many rows say what is there already. */
  unchanged: number;
  /** Living organs the file does not name; nothing is done to them. */
  missing: { organId: string; fullName: string }[];
  problems: RowProblem[];
}

/** An import ready to be done: organs above before those below. */
export interface ImportPlan {
  differences: ImportDifferences;
  rows: RowPlan[];
}

/** What a file is compared with. */
export interface ImportBasis {
  /** The day from which changes of name, kind and place hold. */
  day: PlainDate;
  /** The living organs of that day. */
  organs: readonly OrganSnapshot[];
  events: readonly OrganEvent[];
  /** Makes the identifier of a new organ; the same row gets the same one. */
  newId: (row: number) => string;
  /** Since when an organ at the top is taken to have been there when the file does not say. */
  foundation: PlainDate;
}

/**
 * Compares a file with the register: what each row would do, and why some rows cannot be taken over. A row
 * the rules of the tree refuse is left out, and so are the new organs below it.
 */
export function planImport(entries: readonly ImportEntry[], basis: ImportBasis): ImportPlan {
  const { matched, problems } = matchEntries(entries, basis.organs);
  const planner = new Planner(basis, matched);
  const plans = planner.planAll();
  const single = refuseSharedCodes(plans.rows, basis.organs);
  const accepted = refuseBrokenRules(single.rows, basis.events);
  const rows = accepted.rows.map((plan) => ({ plan, fields: planner.describe(plan) }));
  const met = new Set([
    ...matched.map(({ organ }) => organ?.id),
    ...entries.map(({ values }) => values.id?.toLowerCase()),
  ]);
  const told = ({ plan: { row, after }, fields }: (typeof rows)[number]) => ({
    row,
    fullName: after.current.fullName,
    fields,
  });
  const known = rows.filter(({ plan }) => !plan.isNew);
  return {
    rows: rows.filter(({ plan, fields }) => plan.isNew || fields.length > 0).map(({ plan }) => plan),
    differences: {
      created: rows.filter(({ plan }) => plan.isNew).map(told),
      changed: known
        .filter(({ fields }) => fields.length > 0)
        .map((each) => ({ ...told(each), organId: each.plan.after.id })),
      unchanged: known.filter(({ fields }) => fields.length === 0).length,
      missing: basis.organs
        .filter(({ id }) => !met.has(id))
        .map(({ id, current }) => ({ organId: id, fullName: current.fullName })),
      problems: [...problems, ...plans.problems, ...single.problems, ...accepted.problems].sort(
        (a, b) => a.row - b.row,
      ),
    },
  };
}

/** Works out what each row does. */
class Planner {
  readonly #basis: ImportBasis;
  readonly #matched: Map<number, MatchedEntry>;
  readonly #plans = new Map<number, RowPlan | string>();
  readonly #organs: Map<string, OrganSnapshot>;

  constructor(basis: ImportBasis, matched: readonly MatchedEntry[]) {
    this.#basis = basis;
    this.#matched = new Map(matched.map((each) => [each.entry.row, each]));
    this.#organs = new Map(basis.organs.map((organ) => [organ.id, organ]));
  }

  planAll(): { rows: RowPlan[]; problems: RowProblem[] } {
    for (const row of this.#matched.keys()) this.#plan(row, []);
    const problems = [...this.#plans].flatMap(([row, plan]) =>
      typeof plan === 'string'
        ? [{ row, name: this.#matched.get(row)?.entry.values.fullName ?? '', reason: plan }]
        : [],
    );
    return { rows: [...this.#plans.values()].filter((plan) => typeof plan !== 'string'), problems };
  }

  /** The plan of a row, those of the rows above it first; or why there is none. */
  #plan(row: number, below: readonly number[]): RowPlan | string {
    const known = this.#plans.get(row);
    if (known !== undefined) return known;
    const matched = this.#matched.get(row);
    if (!matched) return `上级机构所在的第 ${row} 行有误，请先改正。`;
    if (below.includes(row)) return '上级机构互相指向，请核对。';
    let above: RowPlan | undefined;
    if (matched.parent.kind === 'row') {
      const plan = this.#plan(matched.parent.row, [...below, row]);
      if (typeof plan === 'string') {
        const reason = `上级机构所在的第 ${matched.parent.row} 行有误，请先改正。`;
        this.#plans.set(row, reason);
        return reason;
      }
      above = plan;
    }
    const plan = this.#decide(matched, above);
    this.#plans.set(row, plan);
    return plan;
  }

  #decide({ entry, organ, kind, parent }: MatchedEntry, above: RowPlan | undefined): RowPlan | string {
    const { row, values } = entry;
    const rounded = findRoundedCode(entry);
    if (rounded) return `${rounded}已被表格软件改成科学计数，原来的数字丢失。请把该列设为“文本”格式后重新填写。`;
    const fullName = cleanName(values.fullName ?? '');
    const shortName = cleanName(values.shortName ?? '') || organ?.current.shortName || fullName;
    if (fullName.length > 60 || shortName.length > 60) return '全称、简称都不能超过 60 个字。';
    const sortOrder = values.sortOrder === undefined ? (organ?.sortOrder ?? 0) : Number(values.sortOrder || '0');
    if (!Number.isInteger(sortOrder) || Math.abs(sortOrder) > 1_000_000) return `排序“${values.sortOrder}”应为整数。`;
    const aliases = values.aliases === undefined ? [...(organ?.aliases ?? [])] : splitAliases(values.aliases);
    if (aliases.length > 20 || aliases.some((alias) => alias.length > 60)) {
      return '其他名称最多 20 个，每个不超过 60 个字。';
    }
    const parentId = this.#parentId(organ, parent, above);
    const profile = editProfile(organ?.profile ?? emptyProfile, profileOf(entry));
    const parentDivisionCode =
      above?.after.profile.divisionCode ?? this.#organs.get(parentId ?? '')?.profile.divisionCode;
    const wrong = profileKeys
      .filter((key) => profile[key] !== (organ?.profile[key] ?? ''))
      .map((key) => checkField(key, profile[key], { kind, ...(parentDivisionCode ? { parentDivisionCode } : {}) }))
      .find((message) => message !== undefined);
    if (wrong !== undefined) return wrong;
    const setUpOn = this.#setUpOn(entry, organ, parentId, above);
    if (typeof setUpOn === 'object') return setUpOn.reason;
    const { day } = this.#basis;
    const names = { fullName, shortName };
    const place = parentId === undefined ? {} : { parentId };
    const id = organ?.id ?? this.#basis.newId(row);
    const current: OrganVersion = { organId: id, from: day, status: 'living', kind, ...names, ...place };
    const after: OrganSnapshot = { id, current, setUpOn, aliases, sortOrder, profile };
    const plan = (changes: OrganChange[]): RowPlan => ({
      row,
      isNew: organ === undefined,
      changes: changes.map((change) => ({ day: organ ? day : setUpOn, change })),
      after,
    });
    if (!organ) return plan([{ kind: 'set-up', organKind: kind, ...names, ...place }]);
    const before = organ.current;
    const isRenamed = before.fullName !== fullName || before.shortName !== shortName || before.kind !== kind;
    return plan([
      ...(isRenamed ? [{ kind: 'renamed', organKind: kind, ...names } as const] : []),
      ...(before.parentId === parentId ? [] : [{ kind: 'moved', ...place } as const]),
    ]);
  }

  #parentId(
    organ: OrganSnapshot | undefined,
    parent: MatchedEntry['parent'],
    above: RowPlan | undefined,
  ): string | undefined {
    switch (parent.kind) {
      case 'kept':
        return organ?.current.parentId;
      case 'none':
        return undefined;
      case 'organ':
        return parent.organ.id;
      case 'row':
        return above?.after.id;
    }
  }

  #setUpOn(
    { values }: ImportEntry,
    organ: OrganSnapshot | undefined,
    parentId: string | undefined,
    above: RowPlan | undefined,
  ): PlainDate | { reason: string } {
    const written = values.setUpOn ?? '';
    const day = written === '' ? undefined : findWrittenDay(written);
    if (written !== '' && !day) return { reason: `设立日期“${written}”应写成 2001-01-31 的样子。` };
    if (organ) {
      return day === undefined || day === organ.setUpOn
        ? organ.setUpOn
        : { reason: `设立日期与登记的 ${organ.setUpOn} 不同。需要更正的，请在该机构的变动记录中更正。` };
    }
    return day ?? above?.after.setUpOn ?? this.#organs.get(parentId ?? '')?.setUpOn ?? this.#basis.foundation;
  }

  /** What is different after a plan, field by field; of a new organ every field that is filled. */
  describe({ after, isNew, changes }: RowPlan): FieldChange[] {
    const organ = this.#organs.get(after.id);
    const before = organ && cellsOf(organ, this.#findVersion(organ.current.parentId));
    const cells = cellsOf(after, this.#findVersion(after.current.parentId));
    // An organ above may have a new name, or the same as another one: that is no move, and this is.
    const isMoved = isNew ? cells.parent !== '' : changes.some(({ change }) => change.kind === 'moved');
    return columns
      .filter(({ key }) => key !== 'id' && key !== 'parentId')
      .filter(({ key }) => (key === 'parent' ? isMoved : cells[key] !== (before?.[key] ?? '')))
      .map(({ key, label }) => ({ key, label, before: before?.[key] ?? '', after: cells[key] }));
  }

  #findVersion(organId: string | undefined): OrganVersion | undefined {
    if (organId === undefined) return undefined;
    const planned = [...this.#plans.values()].find((plan) => typeof plan !== 'string' && plan.after.id === organId);
    return this.#organs.get(organId)?.current ?? (typeof planned === 'object' ? planned.after.current : undefined);
  }
}
