import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, type Result, success } from '../../kernel/result.ts';
import { alreadyDecided, inUse, justRead, noSuchImport, whyNotUndo } from '../../kernel/table-import.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import { safeFileName } from '../../platform/storage/index.ts';
import type { ImportEntry } from '../domain/organ-import/entry.ts';
import { type ImportPlan, planImport } from '../domain/organ-import/plan.ts';
import type { RowPlan } from '../domain/organ-import/refusals.ts';
import { actorBy, type Grant, may } from '../domain/policy.ts';
import {
  findImport,
  type ImportUndo,
  insertImport,
  type ListedImport,
  listImports,
  listOrgansWithPeople,
  type OrganImport,
  updateImport,
} from '../store/organ-imports.ts';
import { insertOrgan, listOrganRecords, type OrganRecord, updateOrgan } from '../store/organs.ts';
import type { Caller } from './caller.ts';
import { foundation, officeNumbers, recorded } from './organ-draft.ts';
import { listSnapshots } from './organ-export.ts';
import { readOrganFile } from './organ-files.ts';
import { editorOf, minuteInChina, nameOf, type OpenTree, openTree, saveTree, type TreeEditor } from './organ-tree.ts';
import { auditable } from './organs.ts';

const keeper = ({ authority }: Caller): Result<Grant> => may('maintain-organs')(authority);

/** Reads a file and keeps it with its differences from the register, until somebody decides. Nothing else is changed. */
export async function previewImport(
  db: Db,
  caller: Caller,
  sent: { name: string; bytes: Uint8Array },
  day: PlainDate = dayInChina(caller.now),
): Promise<Result<{ id: string }>> {
  const grant = keeper(caller);
  if (!grant.ok) return grant;
  const file = { ...sent, name: safeFileName(sent.name) };
  const read = await readOrganFile(file);
  if (!read.ok) return read;
  const { entries, remarks } = read.value;
  if (entries.length === 0) return failure('import-empty', `“${file.name}”只有表头，没有机构。`);
  const { actor, now } = caller;
  return write(db, actorBy(actor, grant.value), now, async (trx, record) => {
    const tree = await openTree(trx, editorOf(caller));
    const { differences } = await planOn(trx, tree, entries, day);
    const id = newId();
    await insertImport(trx, tree.countyId, {
      ...justRead({ id, fileName: file.name }, actor.name, now),
      day,
      revision: tree.revision,
      entries,
      differences: { ...differences, remarks },
      undo: null,
    });
    record({ action: 'organ-import.read', record: importRecord(id, file.name), after: { rows: entries.length } });
    return success({ id });
  });
}

async function planOn(
  trx: Trx,
  { countyId, register, events }: OpenTree,
  entries: readonly ImportEntry[],
  day: PlainDate,
): Promise<ImportPlan> {
  const organs = await listSnapshots(trx, countyId, register, day);
  const ids = new Map<number, string>();
  const idOf = (row: number): string => {
    const id = ids.get(row) ?? newId();
    ids.set(row, id);
    return id;
  };
  return planImport(entries, { day, organs, events, newId: idOf, foundation });
}

const importRecord = (id: string, fileName: string) => ({ kind: 'organ-import', id, label: fileName });

/** An import with its differences. */
export async function getImport(db: Db, caller: Caller, id: string): Promise<Result<OrganImport>> {
  const found = await findImport(db, caller.authority.countyId, id);
  return found ? success(found) : noSuchImport();
}

/** The imports of one's county, the latest first. */
export const listOrganImports = (db: Db, caller: Caller, page: PageRequest): Promise<Page<ListedImport>> =>
  listImports(db, caller.authority.countyId, page);

/**
 * Does what an import was found to do, all of it in one transaction. When organs changed since the differences were
 * made, they are made anew instead, and somebody has to look through them again.
 */
export async function applyImport(db: Db, caller: Caller, id: string): Promise<Result<{ changed: number }>> {
  const grant = keeper(caller);
  if (!grant.ok) return grant;
  const actor = actorBy(caller.actor, grant.value);
  const applied = await write(db, actor, caller.now, (trx, record) => applyLocked(trx, record, editorOf(caller), id));
  if (applied.ok || applied.problem.code !== staleCode) return applied;
  await write(db, actor, caller.now, (trx, record) => refreshLocked(trx, record, editorOf(caller), id));
  return conflict('读取文件之后机构信息有了变动，差异清单已重新生成。请重新核对后再执行导入。');
}

const staleCode = 'import-stale';

async function applyLocked(
  trx: Trx,
  record: RecordChange,
  editor: TreeEditor,
  id: string,
): Promise<Result<{ changed: number }>> {
  const tree = await openTree(trx, editor);
  const { countyId } = tree;
  const found = await findImport(trx, countyId, id);
  if (!found) return noSuchImport();
  if (found.status !== 'pending') return alreadyDecided(found);
  if (found.revision !== tree.revision) return failure(staleCode, 'the register changed');
  const { rows } = await planOn(trx, tree, found.entries, found.day);
  if (rows.length === 0) return failure('import-nothing', '这个文件与现有机构没有差异，不需要导入。');

  const before = new Map((await listOrganRecords(trx, countyId)).map((organ) => [organ.id, organ]));
  const done = { changedAt: editor.now, changedBy: editor.by };
  for (const plan of rows) {
    const organ = before.get(plan.after.id);
    const { id: organId, aliases, sortOrder, profile } = plan.after;
    const fields = { id: organId, aliases: [...aliases], sortOrder, profile, ...done };
    if (organ) await updateOrgan(trx, countyId, fields);
    else await insertOrgan(trx, countyId, fields);
    recordRow(record, tree, plan, organ);
  }
  const first = tree.events.reduce((highest, { position }) => Math.max(highest, position), 0) + 1;
  const events = rows.flatMap(({ changes, after }, index) =>
    changes.map((each) =>
      recorded(tree, editor, { ...each, organId: after.id, importId: id, position: first + index }),
    ),
  );
  const saved = await saveTree(trx, tree, editor, { insert: events });
  if (!saved.ok) return saved;
  const undo = await undoOf(trx, countyId, rows, before);
  await updateImport(trx, countyId, id, { status: 'applied', appliedAt: editor.now, appliedBy: editor.by, undo });
  record({
    action: 'organ-import.apply',
    record: importRecord(id, found.fileName),
    after: { created: undo.created.length, changed: undo.changed.length },
  });
  return success({ changed: rows.length });
}

function recordRow(record: RecordChange, tree: OpenTree, { changes, after }: RowPlan, organ: OrganRecord | undefined) {
  const { current, aliases, sortOrder, profile } = after;
  record({
    action: organ ? 'organ.change' : 'organ.set-up',
    record: { kind: 'organ', id: after.id, label: organ ? nameOf(tree, after.id) : current.shortName },
    organId: after.id,
    ...(organ ? { before: auditable(organ) } : {}),
    after: { aliases, sortOrder, ...profile, events: changes },
    masks: officeNumbers,
  });
}

async function undoOf(
  trx: Trx,
  countyId: string,
  rows: readonly RowPlan[],
  before: ReadonlyMap<string, OrganRecord>,
): Promise<ImportUndo> {
  const touched = await listOrganRecords(
    trx,
    countyId,
    rows.map(({ after }) => after.id),
  );
  return {
    versions: Object.fromEntries(touched.map(({ id, version }) => [id, version])),
    created: rows.filter(({ isNew }) => isNew).map(({ after }) => after.id),
    changed: rows.flatMap(({ after }) => {
      const organ = before.get(after.id);
      return organ
        ? [{ id: organ.id, aliases: organ.aliases, sortOrder: organ.sortOrder, profile: organ.profile }]
        : [];
    }),
  };
}

async function refreshLocked(trx: Trx, record: RecordChange, editor: TreeEditor, id: string): Promise<Result<true>> {
  const tree = await openTree(trx, editor);
  const found = await findImport(trx, tree.countyId, id);
  if (found?.status !== 'pending') return noSuchImport();
  const { differences } = await planOn(trx, tree, found.entries, found.day);
  await updateImport(trx, tree.countyId, id, {
    revision: tree.revision,
    differences: { ...differences, remarks: found.differences.remarks },
  });
  record({
    action: 'organ-import.compare',
    record: importRecord(id, found.fileName),
    after: { revision: tree.revision },
  });
  return success(true);
}

/** Takes back all that an import did, as a whole; refused with the reasons when something later builds upon it. */
export async function undoImport(db: Db, caller: Caller, id: string): Promise<Result<{ changed: number }>> {
  const grant = keeper(caller);
  if (!grant.ok) return grant;
  return write(db, actorBy(caller.actor, grant.value), caller.now, (trx, record) =>
    undoLocked(trx, record, editorOf(caller), id),
  );
}

const instead = '请逐个机构更正。';

async function undoLocked(
  trx: Trx,
  record: RecordChange,
  editor: TreeEditor,
  id: string,
): Promise<Result<{ changed: number }>> {
  const tree = await openTree(trx, editor);
  const { countyId } = tree;
  const found = await findImport(trx, countyId, id);
  if (!found) return noSuchImport();
  const refused = whyNotUndo(found);
  if (refused) return refused;
  const { undo } = found;
  if (!undo) throw new Error(`import ${id} was applied and does not say how to undo it`);
  const reasons = await listObstacles(trx, tree, undo);
  if (reasons.length > 0) return inUse(reasons, instead);

  const done = { changedAt: editor.now, changedBy: editor.by };
  const after = new Map(
    (await listOrganRecords(trx, countyId, Object.keys(undo.versions))).map((each) => [each.id, each]),
  );
  for (const organ of undo.changed) {
    await updateOrgan(trx, countyId, { ...organ, ...done });
    const later = after.get(organ.id);
    record({
      action: 'organ.change',
      record: { kind: 'organ', id: organ.id, label: nameOf(tree, organ.id) },
      organId: organ.id,
      ...(later ? { before: auditable(later) } : {}),
      after: { aliases: organ.aliases, sortOrder: organ.sortOrder, ...organ.profile },
      masks: officeNumbers,
    });
  }
  const ids = tree.events.filter(({ importId }) => importId === id).map((event) => event.id);
  const saved = await saveTree(trx, tree, editor, { withdraw: { ids, because: '撤销导入' } });
  if (!saved.ok) return inUse([saved.problem.message], instead);
  await updateImport(trx, countyId, id, { status: 'undone', undoneAt: editor.now, undoneBy: editor.by });
  record({
    action: 'organ-import.undo',
    record: importRecord(id, found.fileName),
    after: { created: undo.created.length, changed: undo.changed.length },
  });
  return success({ changed: Object.keys(undo.versions).length });
}

/** What was done after an import to the organs it touched. */
async function listObstacles(trx: Trx, tree: OpenTree, { versions, created }: ImportUndo): Promise<string[]> {
  const organs = await listOrganRecords(trx, tree.countyId, Object.keys(versions));
  const changed = organs
    .filter(({ id, version }) => version !== versions[id])
    .map(({ id, changedBy, changedAt }) => `“${nameOf(tree, id)}”已由${changedBy}于 ${minuteInChina(changedAt)} 修改`);
  const peopled = await listOrgansWithPeople(trx, tree.countyId, created);
  return [...changed, ...peopled.map((id) => `“${nameOf(tree, id)}”已有人员或岗位`)];
}
