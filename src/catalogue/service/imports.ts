import type { Actor } from '../../kernel/actor.ts';
import type { FindForbidden } from '../../kernel/forbidden-words.ts';
import { conflict, failure, type Result, success } from '../../kernel/result.ts';
import { alreadyDecided, canonical, inUse, justRead, noSuchImport, whyNotUndo } from '../../kernel/table-import.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import { readFirst, readTableFile } from '../../platform/documents/table-file/index.ts';
import { safeFileName } from '../../platform/storage/index.ts';
import { readTable, type TableEntry } from '../domain/catalogue-table.ts';
import { planImport } from '../domain/import-plan.ts';
import { type CatalogueItem, contentOf } from '../domain/item.ts';
import {
  type CatalogueImport,
  findImport,
  type ImportUndo,
  insertImport,
  type ListedImport,
  listImports,
  listItemsWithEvidence,
  updateImport,
} from '../store/imports.ts';
import { holdCatalogue, listItems, listItemsByIds } from '../store/items.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { type Caller, type CatalogueDeps, getOrgan, getOwnOrgan, mayKeepCatalogue } from './caller.ts';
import { endWithin, saveChanges } from './changing.ts';
import { enter } from './entering.ts';

/** Reads a file and keeps it with its differences from the catalogue, until somebody decides. Nothing else is changed. */
export async function previewImport(
  { db, findForbidden }: CatalogueDeps,
  caller: Caller,
  organId: string,
  sent: { name: string; bytes: Uint8Array },
): Promise<Result<{ id: string }>> {
  const own = await getOwnOrgan(db, caller, 'manage-catalogue', organId);
  if (!own.ok) return own;
  const { organ, actor } = own.value;
  const may = mayKeepCatalogue(organ);
  if (!may.ok) return may;
  const file = { ...sent, name: safeFileName(sent.name) };
  const read = await readTableFile(file);
  if (!read.ok) return read;
  const entries = readFirst(read.value, readTable);
  if (!entries.ok) return entries;
  if (entries.value.length === 0) return failure('import-empty', `“${file.name}”只有表头，没有公开事项。`);
  const forbidden = refuseForbidden(entries.value, findForbidden);
  if (!forbidden.ok) return forbidden;
  const { countyId } = caller.authority;
  return write(db, actor, caller.now, async (trx, record) => {
    const { differences } = await planOn(trx, countyId, organ, entries.value);
    const id = newId();
    await insertImport(trx, countyId, {
      ...justRead({ id, fileName: file.name }, actor.name, caller.now),
      organId,
      entries: entries.value,
      differences: { ...differences, remarks: read.value.remarks },
      undo: null,
    });
    record({
      action: 'catalogue-import.read',
      record: recordOf(id, file.name),
      organId,
      after: { rows: entries.value.length },
    });
    return success({ id });
  });
}

/** Nothing of a file is kept that holds what anybody would read in the catalogue and nobody may. */
function refuseForbidden(entries: readonly TableEntry[], findForbidden: FindForbidden): Result<true> {
  const rows = entries.flatMap(({ row, values }) => {
    const names = findForbidden(Object.values(values).join('\n'));
    return names.length > 0 ? [{ row, names }] : [];
  });
  if (rows.length === 0) return success(true);
  const shown = rows.slice(0, 10).map(({ row, names }) => `第 ${row} 行（${names.join('、')}）`);
  return failure(
    'import-forbidden',
    `文件中有不得公开的内容：${shown.join('、')}${rows.length > shown.length ? `等 ${rows.length} 行` : ''}。公开事项目录是向社会公开的，请删去后重新上传（《条例》第十四条、第十五条）。`,
  );
}

async function planOn(trx: Trx, countyId: string, organ: NamedOrgan, entries: readonly TableEntry[]) {
  await holdCatalogue(trx, countyId, organ.id);
  return planImport(entries, await listItems(trx, countyId, organ.id), {
    publisher: organ.fullName,
    level: organ.kind === 'township' ? 'township' : 'county',
  });
}

const recordOf = (id: string, fileName: string) => ({ kind: 'catalogue-import', id, label: fileName });

/** An import with its differences. */
export async function getImport(db: Db, caller: Caller, id: string): Promise<Result<CatalogueImport>> {
  const found = await findImport(db, caller.authority.countyId, id);
  return found ? success(found) : noSuchImport();
}

/** The imports of an organ, the latest first. */
export async function listImportsOf(
  db: Db,
  caller: Caller,
  organId: string,
  page: PageRequest,
): Promise<Result<Page<ListedImport>>> {
  const organ = await getOrgan(db, caller, organId);
  if (!organ.ok) return organ;
  return success(await listImports(db, caller.authority.countyId, organId, page));
}

/** An import somebody wants to decide about, with the organ and as whom. */
async function openImport(db: Db, caller: Caller, id: string) {
  const found = await findImport(db, caller.authority.countyId, id);
  if (!found) return noSuchImport();
  return getOwnOrgan(db, caller, 'manage-catalogue', found.organId);
}

/**
 * Does what an import was found to do, all of it in one transaction. When the catalogue changed since the differences
 * were made, they are made anew instead, and somebody has to look through them again.
 */
export async function applyImport(db: Db, caller: Caller, id: string): Promise<Result<{ changed: number }>> {
  const own = await openImport(db, caller, id);
  if (!own.ok) return own;
  const { organ, actor } = own.value;
  const applied = await write(db, actor, caller.now, (trx, record) =>
    applyWithin(trx, record, { ...caller, actor }, organ, id),
  );
  if (applied.ok || applied.problem.code !== staleCode) return applied;
  await write(db, actor, caller.now, (trx, record) => refreshWithin(trx, record, actor, organ, id));
  return conflict('读取文件之后目录有了变动，差异清单已重新生成。请重新核对后再执行导入。');
}

const staleCode = 'import-stale';

async function applyWithin(
  trx: Trx,
  record: RecordChange,
  caller: Caller,
  organ: NamedOrgan,
  id: string,
): Promise<Result<{ changed: number }>> {
  const { countyId } = caller.authority;
  await holdCatalogue(trx, countyId, organ.id);
  const found = await findImport(trx, countyId, id);
  if (!found) return noSuchImport();
  if (found.status !== 'pending') return alreadyDecided(found);
  const { rows, differences } = await planOn(trx, countyId, organ, found.entries);
  const { remarks: _, ...shown } = found.differences;
  if (canonical(shown) !== canonical(differences)) return failure(staleCode, 'the catalogue changed');
  if (rows.length === 0) return failure('import-nothing', '这个文件与现有目录没有差异，不需要导入。');

  const fresh = rows.filter(({ before }) => before === undefined);
  const entered = await enter(trx, record, caller, organ, {
    drafts: fresh.map(({ after }) => ({ content: after, origin: { kind: 'import', importId: id } })),
  });
  if (!entered.ok) return entered;
  const undo: ImportUndo = {
    created: entered.value.map(({ id: itemId }) => ({ id: itemId, version: 1 })),
    changed: [],
  };
  for (const { before, after } of rows) {
    if (!before) continue;
    const saved = await saveChanges(trx, record, caller, organ, before, { content: contentOf(after) });
    if (!saved.ok) return saved;
    undo.changed.push({ id: before.id, version: saved.value.version, before: contentOf(before) });
  }
  await updateImport(trx, countyId, id, {
    status: 'applied',
    appliedAt: caller.now,
    appliedBy: caller.actor.name,
    undo,
  });
  record({
    action: 'catalogue-import.apply',
    record: recordOf(id, found.fileName),
    organId: organ.id,
    after: { created: undo.created.length, changed: undo.changed.length },
  });
  return success({ changed: rows.length });
}

async function refreshWithin(
  trx: Trx,
  record: RecordChange,
  actor: Actor,
  organ: NamedOrgan,
  id: string,
): Promise<Result<true>> {
  const found = await findImport(trx, actor.countyId, id);
  if (found?.status !== 'pending') return noSuchImport();
  const { differences } = await planOn(trx, actor.countyId, organ, found.entries);
  await updateImport(trx, actor.countyId, id, {
    differences: { ...differences, remarks: found.differences.remarks },
  });
  record({
    action: 'catalogue-import.compare',
    record: recordOf(id, found.fileName),
    organId: organ.id,
    after: { created: differences.created.length, changed: differences.changed.length },
  });
  return success(true);
}

/** Takes back all that an import did: what it entered ends, what it changed is as before. Refused when something was done since. */
export async function undoImport(db: Db, caller: Caller, id: string): Promise<Result<{ changed: number }>> {
  const own = await openImport(db, caller, id);
  if (!own.ok) return own;
  const { organ, actor } = own.value;
  return write(db, actor, caller.now, (trx, record) => undoWithin(trx, record, { ...caller, actor }, organ, id));
}

async function undoWithin(
  trx: Trx,
  record: RecordChange,
  caller: Caller,
  organ: NamedOrgan,
  id: string,
): Promise<Result<{ changed: number }>> {
  const { countyId } = caller.authority;
  await holdCatalogue(trx, countyId, organ.id);
  const found = await findImport(trx, countyId, id);
  if (!found) return noSuchImport();
  const refused = whyNotUndo(found);
  if (refused) return refused;
  const { undo } = found;
  if (!undo) throw new Error(`import ${id} was applied and does not say how to undo it`);
  const touched = [...undo.created, ...undo.changed];
  const items = new Map(
    (
      await listItemsByIds(
        trx,
        countyId,
        touched.map((each) => each.id),
      )
    ).map((item) => [item.id, item]),
  );
  const reasons = await listObstacles(trx, countyId, undo, items);
  if (reasons.length > 0) return inUse(reasons, '请逐项更正。');
  for (const { id: itemId, before } of undo.changed) {
    const item = items.get(itemId);
    if (!item) continue;
    const { fieldKey, article20 } = before;
    const content = { ...before, fieldKey: fieldKey ?? null, article20: article20 ?? null };
    const saved = await saveChanges(trx, record, caller, organ, item, { content });
    if (!saved.ok) return saved;
  }
  for (const { id: itemId } of undo.created) {
    const item = items.get(itemId);
    const ended = item && (await endWithin(trx, record, caller, item, '撤销导入'));
    if (ended && !ended.ok) return ended;
  }
  await updateImport(trx, countyId, id, { status: 'undone', undoneAt: caller.now, undoneBy: caller.actor.name });
  record({
    action: 'catalogue-import.undo',
    record: recordOf(id, found.fileName),
    organId: organ.id,
    after: { created: undo.created.length, changed: undo.changed.length },
  });
  return success({ changed: touched.length });
}

async function listObstacles(
  trx: Trx,
  countyId: string,
  { created, changed }: ImportUndo,
  items: ReadonlyMap<string, CatalogueItem>,
): Promise<string[]> {
  const published = await listItemsWithEvidence(
    trx,
    countyId,
    created.map(({ id }) => id),
  );
  return [...created, ...changed].flatMap(({ id, version }) => {
    const item = items.get(id);
    if (!item) return [];
    if (item.version !== version) return [`“${item.name}”已由${item.changedBy}修改`];
    return published.has(id) ? [`“${item.name}”已有公开的信息`] : [];
  });
}
