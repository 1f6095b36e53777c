import type { PlainDate } from '../../kernel/plain-date.ts';
import { failure, invalid, type Result, success } from '../../kernel/result.ts';
import type { Db } from '../../platform/db/index.ts';
import { bindAttachments, type OwnerPolicy } from '../../platform/storage/index.ts';
import type { Authority } from '../domain/authority.ts';
import { type OrganChange, organChangeNames } from '../domain/organ-event.ts';
import { organAsOf } from '../domain/organ-history.ts';
import { cleanName } from '../domain/organ-import/entry.ts';
import { describeChange } from '../domain/organ-words.ts';
import { may } from '../domain/policy.ts';
import type { RecordedEvent } from '../store/organ-events.ts';
import type { Caller } from './caller.ts';
import { checkNames, recorded } from './organ-draft.ts';
import { editorOf, nameOf, type OpenTree, saveTree, type TreeEditor, writeToOrgan } from './organ-tree.ts';

/** To what the document that decided an event belongs. */
const attachmentOwner = 'organ-event';

/** Who may read the documents that decided on organs: whoever may read of the organs. */
export const mayReadOrganDocuments: Readonly<Record<string, OwnerPolicy<Authority>>> = {
  [attachmentOwner]: (_, { authority }) => may('read-organs')(authority),
};

/** Something that happened to an organ, to be recorded. */
export interface EventDraft {
  /** The version of the organ the person has seen. */
  version: number;
  day: PlainDate;
  change: OrganChange;
  documentNumber?: string | undefined;
  attachmentId?: string | undefined;
  note?: string | undefined;
  /** The wrongly recorded event this one stands for. */
  replaces?: string | undefined;
  /** Where the organs below go, the same day, when the organ ends. */
  childrenTo?: string | undefined;
}

/** Records what happened to an organ, today, before or to come. */
export function recordOrganEvent(
  db: Db,
  caller: Caller,
  id: string,
  draft: EventDraft,
): Promise<Result<{ version: number }>> {
  const editor = editorOf(caller);
  const about = { id, version: draft.version, act: 'maintain-organs' } as const;
  return writeToOrgan(db, caller, about, async ({ trx, record, tree, organ }) => {
    const { change, replaces } = draft;
    const fields = 'fullName' in change ? checkNames(change) : [];
    if (fields.length > 0) return invalid(fields);
    const replaced = tree.events.find((event) => event.id === replaces && event.organId === id);
    if (replaces !== undefined && !replaced) {
      return failure('event-gone', '要更正的登记事项已经撤回，请刷新后再办理。');
    }
    const event = recorded(tree, editor, {
      ...draft,
      organId: id,
      change: trimmed(change),
      ...(replaced?.day === draft.day ? { position: replaced.position } : {}),
    });
    if (draft.attachmentId !== undefined) {
      const owner = { kind: attachmentOwner, id: event.id, organId: id };
      const bound = await bindAttachments({ trx, record, actor: caller.actor, now: caller.now }, owner, [
        draft.attachmentId,
      ]);
      if (!bound.ok) return bound;
    }
    const saved = await saveTree(trx, tree, editor, {
      insert: [event, ...moveChildren(tree, editor, event, draft)],
      ...(replaced ? { withdraw: { ids: [replaced.id], because: '更正' } } : {}),
    });
    if (!saved.ok) return saved;
    record({
      action: `organ.${change.kind}`,
      record: { kind: 'organ', id, label: nameOf(tree, id) },
      organId: id,
      before: replaced ? auditedEvent(tree, replaced) : stateOn(tree, id, draft.day),
      after: { ...(replaced ? {} : stateOn(saved.value, id, draft.day)), ...auditedEvent(saved.value, event) },
    });
    return success({ version: organ.version + 1 });
  });
}

const trimmed = (change: OrganChange): OrganChange =>
  'fullName' in change
    ? { ...change, fullName: cleanName(change.fullName), shortName: cleanName(change.shortName) }
    : change;

const stateOn = (tree: OpenTree, id: string, day: PlainDate): object => {
  const version = organAsOf(tree.register.histories.get(id) ?? [], day);
  if (!version) return {};
  const { organId: _, from: _from, until: _until, ...state } = version;
  return { ...state, ...(state.parentId === undefined ? {} : { parent: nameOf(tree, state.parentId) }) };
};

/** An event as the audit tells it; by its identifier it is found again with all its particulars. */
const auditedEvent = (tree: OpenTree, { id, day, change }: RecordedEvent): object => ({
  day,
  change: describeChange(change, (organId) => nameOf(tree, organId)),
  eventId: id,
});

function moveChildren(
  tree: OpenTree,
  editor: TreeEditor,
  ending: RecordedEvent,
  { childrenTo, documentNumber }: EventDraft,
): RecordedEvent[] {
  if (childrenTo === undefined) return [];
  return [...tree.register.histories.values()].flatMap((history) => {
    const child = organAsOf(history, ending.day);
    if (child?.parentId !== ending.organId || child.status !== 'living') return [];
    const note = `随上级机构${organChangeNames[ending.change.kind]}调整`;
    return recorded(tree, editor, {
      organId: child.organId,
      day: ending.day,
      change: { kind: 'moved', parentId: childrenTo },
      documentNumber,
      note,
    });
  });
}

/** The moves of the organs below that were recorded together with the end of an organ, by {@link moveChildren}. */
const movedWith = ({ events }: OpenTree, ending: RecordedEvent): RecordedEvent[] =>
  ending.importId !== undefined || ending.change.kind === 'moved'
    ? []
    : events.filter(
        ({ organId, day, change, recordedAt, importId }) =>
          organId !== ending.organId &&
          day === ending.day &&
          change.kind === 'moved' &&
          importId === undefined &&
          recordedAt.getTime() === ending.recordedAt.getTime(),
      );

/**
 * Withdraws an event that was recorded wrongly; the organ is again as if it had never been recorded,
 * and so are those below that were moved away with it.
 */
export function withdrawOrganEvent(
  db: Db,
  caller: Caller,
  id: string,
  { version, eventId, because }: { version: number; eventId: string; because: string },
): Promise<Result<{ version: number }>> {
  const editor = editorOf(caller);
  const about = { id, version, act: 'maintain-organs' } as const;
  return writeToOrgan(db, caller, about, async ({ trx, record, tree, organ }) => {
    const event = tree.events.find((each) => each.id === eventId && each.organId === id);
    if (!event) return noSuchEvent();
    if (event.change.kind === 'set-up') {
      return failure('set-up-stays', '“设立”不能单独撤回。登记有误的请更正；整批导入有误的请撤销该次导入。');
    }
    const withdrawn = [event, ...movedWith(tree, event)];
    const saved = await saveTree(trx, tree, editor, { withdraw: { ids: withdrawn.map((each) => each.id), because } });
    if (!saved.ok) return saved;
    record({
      action: 'organ.withdraw-event',
      record: { kind: 'organ', id, label: nameOf(tree, id) },
      organId: id,
      before: auditedEvent(tree, event),
      after: { because },
    });
    return success({ version: organ.version + 1 });
  });
}

const noSuchEvent = () => failure('event-gone', '这项登记已经撤回，请刷新后查看。');
