import type { FieldProblem } from '../../kernel/problem.ts';
import { invalid, type Result, success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { OrganVersion } from '../domain/organ.ts';
import {
  editProfile,
  type OrganProfile,
  type ProfileEdit,
  profileFields,
  profileKeys,
} from '../domain/organ-profile.ts';
import { findOrganAsOf } from '../domain/organ-register.ts';
import { actorBy, mayAt } from '../domain/policy.ts';
import { raiseRevision } from '../store/organ-events.ts';
import { findOrgan, type OrganRecord, updateOrgan } from '../store/organs.ts';
import type { Caller } from './caller.ts';
import {
  addOrgan,
  checkAliases,
  checkProfile,
  normaliseAliases,
  type OrganDraft,
  officeNumbers,
} from './organ-draft.ts';
import { checkCreditCodes, editorOf, nameOf, type OpenTree, writeToOrgan } from './organ-tree.ts';

/** Registers an organ; who asks must keep the tree. */
export function createOrgan(db: Db, caller: Caller, draft: OrganDraft): Promise<Result<{ id: string }>> {
  const { authority, now } = caller;
  const at = { countyId: authority.countyId, place: { organId: draft.parentId ?? '', path: [draft.parentId ?? ''] } };
  const grant = mayAt(authority, 'maintain-organs', at);
  if (!grant.ok) return Promise.resolve(grant);
  return write(db, actorBy(caller.actor, grant.value), now, (trx, record) =>
    addOrgan(trx, record, editorOf(caller), draft),
  );
}

/** What of an organ is changed without an event; only what is given. */
export interface OrganEdit {
  /** The version the person has seen. */
  version: number;
  aliases?: readonly string[] | undefined;
  sortOrder?: number | undefined;
  profile?: ProfileEdit | undefined;
}

/**
 * Changes codes, contact data, other names and order of an organ. Contact data is kept by its own office or the one above;
 * the rest by who keeps the tree.
 */
export function changeOrgan(db: Db, caller: Caller, id: string, edit: OrganEdit): Promise<Result<{ version: number }>> {
  const act = isOfTree(edit) ? 'maintain-organs' : 'maintain-contacts';
  return writeToOrgan(db, caller, { id, version: edit.version, act }, async ({ trx, record, tree, organ }) => {
    const next = edited(organ, edit);
    const fields = [...checkAliases(next.aliases), ...(await checkChanged(trx, tree, organ, next.profile))];
    if (fields.length > 0) return invalid(fields);
    await updateOrgan(trx, tree.countyId, { ...next, changedAt: caller.now, changedBy: caller.actor.name });
    await raiseRevision(trx, tree.countyId);
    const codes = await checkCreditCodes(trx, tree);
    if (!codes.ok) return codes;
    record({
      action: 'organ.change',
      record: { kind: 'organ', id, label: nameOf(tree, id) },
      organId: id,
      before: auditable(organ),
      after: auditable(next),
      masks: officeNumbers,
    });
    return success({ version: organ.version + 1 });
  });
}

/** Whether an edit touches what only who keeps the tree may change. */
const isOfTree = ({ aliases, sortOrder, profile = {} }: OrganEdit): boolean =>
  aliases !== undefined ||
  sortOrder !== undefined ||
  profileKeys.some((key) => profile[key] !== undefined && profileFields[key].group === 'codes');

const edited = (organ: OrganRecord, { aliases, sortOrder, profile }: Omit<OrganEdit, 'version'>): OrganRecord => ({
  ...organ,
  aliases: aliases ? normaliseAliases(aliases) : organ.aliases,
  sortOrder: sortOrder ?? organ.sortOrder,
  profile: editProfile(organ.profile, profile ?? {}),
});

export const auditable = ({ aliases, sortOrder, profile }: OrganRecord) => ({ aliases, sortOrder, ...profile });

/** Only what changes is checked: what was taken before does not stand in the way of a new telephone number. */
async function checkChanged(trx: Trx, tree: OpenTree, organ: OrganRecord, next: OrganProfile): Promise<FieldProblem[]> {
  const version = currentVersion(tree, organ.id);
  if (!version) return [];
  const parent = version.parentId === undefined ? undefined : await findOrgan(trx, tree.countyId, version.parentId);
  const changes = Object.fromEntries(
    profileKeys.filter((key) => next[key] !== organ.profile[key]).map((key) => [key, next[key]]),
  );
  return checkProfile(changes, { kind: version.kind, parentDivisionCode: parent?.profile.divisionCode });
}

const currentVersion = ({ register, today }: OpenTree, id: string): OrganVersion | undefined =>
  findOrganAsOf(register, id, today) ?? register.histories.get(id)?.[0];
