import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { FieldProblem } from '../../kernel/problem.ts';
import { failure, invalid, type Result, success } from '../../kernel/result.ts';
import type { RecordChange } from '../../platform/audit/index.ts';
import { newId, type Trx } from '../../platform/db/index.ts';
import type { OrganKind } from '../domain/organ.ts';
import type { OrganChange } from '../domain/organ-event.ts';
import { livingSince } from '../domain/organ-history.ts';
import { cleanName, splitAliases } from '../domain/organ-import/entry.ts';
import {
  checkField,
  editProfile,
  emptyProfile,
  normaliseField,
  type ProfileEdit,
  profileKeys,
} from '../domain/organ-profile.ts';
import type { RecordedEvent } from '../store/organ-events.ts';
import { findOrgan, insertOrgan } from '../store/organs.ts';
import { nextPosition, type OpenTree, openTree, saveTree, type TreeEditor } from './organ-tree.ts';

/** An organ to be registered. */
export interface OrganDraft {
  kind: OrganKind;
  fullName: string;
  shortName: string;
  parentId?: string | undefined;
  /** The first day there was such an organ; when not given it was there as long as the organ above it. */
  setUpOn?: PlainDate | undefined;
  aliases?: readonly string[] | undefined;
  sortOrder?: number | undefined;
  profile?: ProfileEdit | undefined;
  documentNumber?: string | undefined;
  note?: string | undefined;
}

/** The day organs of which nothing else is known are taken to have been there from. */
export const foundation = getPlainDate('1949-10-01');

/** Numbers of offices are public by law (条例 art. 12): the audit shows them. */
export const officeNumbers = {
  phone: 'plain',
  fax: 'plain',
  disclosurePhone: 'plain',
  disclosureFax: 'plain',
} as const;

/** Registers an organ within a transaction; for what acts by itself, such as the first set-up of a county. */
export async function addOrgan(
  trx: Trx,
  record: RecordChange,
  editor: TreeEditor,
  draft: OrganDraft,
): Promise<Result<{ id: string }>> {
  const tree = await openTree(trx, editor);
  const fields = await checkDraft(trx, tree, draft);
  if (fields.length > 0) return invalid(fields);
  const id = newId();
  const profile = editProfile(emptyProfile, draft.profile ?? {});
  const { aliases = [], sortOrder = 0, kind, parentId } = draft;
  const fullName = cleanName(draft.fullName);
  const shortName = cleanName(draft.shortName);
  const { by, now } = editor;
  await insertOrgan(trx, tree.countyId, {
    id,
    profile,
    sortOrder,
    aliases: normaliseAliases(aliases),
    changedAt: now,
    changedBy: by,
  });
  const event = recorded(tree, editor, {
    organId: id,
    day: draft.setUpOn ?? livingSince(tree.register.histories.get(parentId ?? '') ?? [], tree.today) ?? foundation,
    change: { kind: 'set-up', organKind: kind, fullName, shortName, ...(parentId === undefined ? {} : { parentId }) },
    documentNumber: draft.documentNumber,
    note: draft.note,
  });
  const saved = await saveTree(trx, tree, editor, { insert: [event] });
  if (!saved.ok) return atField(saved);
  record({
    action: 'organ.set-up',
    record: { kind: 'organ', id, label: shortName },
    organId: id,
    after: { kind, fullName, shortName, parentId, setUpOn: event.day, aliases, sortOrder, ...profile },
    masks: officeNumbers,
  });
  return success({ id });
}

/** Rules of the tree that are a matter of one field of the form are shown there. */
function atField(refusal: Extract<Result<unknown>, { ok: false }>): typeof refusal {
  const { code, message, fields } = refusal.problem;
  const field = ruleFields[code];
  return fields || !field ? refusal : failure(code, message, [{ field, message }]);
}

const ruleFields: Readonly<Record<string, string>> = {
  'parent-needed': 'parentId',
  'parent-missing': 'parentId',
  'parent-kind': 'parentId',
  'parent-ended': 'parentId',
  'county-taken': 'kind',
  'parent-later': 'setUpOn',
};

async function checkDraft(trx: Trx, tree: OpenTree, draft: OrganDraft): Promise<FieldProblem[]> {
  const parent = draft.parentId === undefined ? undefined : await findOrgan(trx, tree.countyId, draft.parentId);
  return [
    ...checkNames(draft),
    ...checkAliases(draft.aliases ?? []),
    ...checkProfile(draft.profile ?? {}, { kind: draft.kind, parentDivisionCode: parent?.profile.divisionCode }),
  ];
}

/** What is wrong with the names of an organ. */
export function checkNames({ fullName, shortName }: { fullName: string; shortName: string }): FieldProblem[] {
  const check = (field: string, label: string, value: string): FieldProblem[] => {
    const { length } = value.trim();
    if (length === 0) return [{ field, message: `请填写${label}。` }];
    return length > 60 ? [{ field, message: `${label}不能超过 60 个字，现有 ${length} 个字。` }] : [];
  };
  return [...check('fullName', '全称', fullName), ...check('shortName', '简称', shortName)];
}

export const checkAliases = (aliases: readonly string[]): FieldProblem[] =>
  aliases.length > 20 || aliases.some((alias) => alias.length > 60)
    ? [{ field: 'aliases', message: '其他名称最多 20 个，每个不超过 60 个字。' }]
    : [];

/** One name each: what stands in one field with separators is several. */
export const normaliseAliases = (aliases: readonly string[]): string[] => splitAliases(aliases.join('、'));

/** What is wrong with the given fields of a profile. */
export const checkProfile = (
  profile: ProfileEdit,
  { kind, parentDivisionCode }: { kind: OrganKind; parentDivisionCode?: string | undefined },
): FieldProblem[] =>
  profileKeys.flatMap((key) => {
    const message = checkField(key, normaliseField(key, profile[key] ?? ''), {
      kind,
      ...(parentDivisionCode ? { parentDivisionCode } : {}),
    });
    return message === undefined ? [] : [{ field: key, message }];
  });

/** An event to be recorded now. */
export function recorded(
  tree: Pick<OpenTree, 'events'>,
  { by, now }: TreeEditor,
  event: {
    organId: string;
    day: PlainDate;
    change: OrganChange;
    documentNumber?: string | undefined;
    attachmentId?: string | undefined;
    note?: string | undefined;
    importId?: string;
    position?: number;
  },
): RecordedEvent {
  const { organId, day, change, documentNumber = '', attachmentId, note = '', importId, position } = event;
  return {
    id: newId(),
    organId,
    day,
    position: position ?? nextPosition(tree.events),
    change,
    documentNumber: documentNumber.trim(),
    ...(attachmentId === undefined ? {} : { attachmentId }),
    note: note.trim(),
    ...(importId === undefined ? {} : { importId }),
    recordedAt: now,
    recordedBy: by,
  };
}
