import { recordManyEvidence, withdrawEvidence } from '../../catalogue/index.ts';
import { dayInChina, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, type Result, success } from '../../kernel/result.ts';
import { canonical } from '../../kernel/table-import.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, type Trx, violatedUnique } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';
import { headOf } from '../domain/shortcomings.ts';
import { type LedgerImport, type LedgerUndo, updateLedger } from '../store/imports.ts';
import { listItemsById, lockItem, updateItem } from '../store/items.ts';
import { getText, nextTextNumber, saveText } from '../store/texts.ts';
import type { Caller } from './caller.ts';
import { rememberText } from './duplicates.ts';
import { compareLedger } from './import-comparing.ts';
import { createImported, deliver } from './import-entering.ts';
import { mayEnter, openLedger, seenAt } from './import-hands.ts';
import { compareAnew, holdPending, ledgerRecord } from './imports.ts';
import { evidenceOf, evidencePublication } from './publishing.ts';

/**
 * Enters what a ledger was found to bring, all of it in one transaction. What it opens is public from then on, so that it
 * takes somebody who may publish and did not send it. Compares anew first: when something differs from the list that was
 * seen, the list is made anew instead.
 *
 * @param version of the ledger as who enters it has seen it
 */
export async function applyLedger(
  db: Db,
  caller: Caller,
  id: string,
  version: number,
): Promise<Result<{ created: number; changed: number }>> {
  const opened = await openLedger(db, caller, id);
  if (!opened.ok) return opened;
  // Who may is decided by what the ledger would do: by the list that was seen.
  const seen = opened.value.ledger.status === 'pending' ? seenAt(opened.value.ledger, version) : success(true);
  if (!seen.ok) return seen;
  const entering = mayEnter(caller, opened.value);
  if (!entering.ok) return entering;
  const { actor, secondEyes } = entering.value;
  const applied = await write(db, actor, caller.now, async (trx, record) => {
    const held = await holdPending(trx, caller, id, version);
    if (!held.ok) return held;
    const ledger = held.value;
    const { countyId } = caller.authority;
    const { differences } = await compareLedger(trx, countyId, dayInChina(caller.now), ledger);
    if (canonical(differences) !== canonical(ledger.differences)) return failure(staleCode, 'items changed');
    const { created, changed } = ledger.counts;
    if (created + changed === 0) return failure('import-nothing', '这份台账没有新的内容，不需要导入。');
    const undo = await enter(trx, caller, ledger, secondEyes);
    if (!undo.ok) return undo;
    await updateLedger(trx, countyId, id, {
      status: 'applied',
      sheets: [],
      appliedAt: caller.now,
      appliedBy: caller.actor.name,
      undo: undo.value,
    });
    const after = { created, changed, ...(secondEyes ? { secondEyes } : {}) };
    record({ action: 'publication-import.apply', record: ledgerRecord(ledger), organId: ledger.organId, after });
    return success({ created, changed });
  }).catch((error: unknown) => {
    // Entered meanwhile by another ledger with the same number: the list anew says so at its row.
    if (violatedUnique(error) === 'publication_item_index_number') return failure(staleCode, 'number taken');
    throw error;
  });
  if (applied.ok || applied.problem.code !== staleCode) return applied;
  await write(db, actor, caller.now, async (trx, record) => {
    const held = await holdPending(trx, caller, id, version);
    if (held.ok) await compareAnew(trx, record, caller, held.value);
    return held;
  });
  return conflict('读取文件之后，本系统中的信息有了变动，差异清单已重新生成。请重新核对后再执行导入。');
}

const staleCode = 'import-stale';

async function enter(trx: Trx, caller: Caller, ledger: LedgerImport, secondEyes: boolean): Promise<Result<LedgerUndo>> {
  const { differences } = ledger;
  const created = await createImported(trx, caller, { ...ledger, secondEyes }, differences.created);
  await recordManyEvidence(
    trx,
    caller.authority.countyId,
    created.map((item) => evidenceOf(item, publicSince(item))),
  );
  const changed = await applyChanges(trx, caller, differences.changed);
  if (!changed.ok) return changed;
  const touched = await listItemsById(trx, caller.authority.countyId, [
    ...created.map((item) => item.id),
    ...changed.value.map((each) => each.id),
  ]);
  return success({
    created: created.map((item) => item.id),
    changed: changed.value,
    versions: Object.fromEntries(touched.map((item) => [item.id, item.version])),
  });
}

async function applyChanges(
  trx: Trx,
  caller: Caller,
  changes: LedgerImport['differences']['changed'],
): Promise<Result<LedgerUndo['changed']>> {
  const undo: LedgerUndo['changed'] = [];
  for (const { itemId, entry, fields, addedChannels } of changes) {
    const item = await lockItem(trx, caller.authority.countyId, itemId);
    if (!item) return conflict('有的信息已经不在，请重新上传台账。');
    const after = Object.fromEntries(
      fields.filter(({ key }) => key !== 'channels').map((field) => [field.key, field.after]),
    );
    if (Object.keys(after).length > 0) await correctItem(trx, caller, item, { ...item, ...after });
    await deliver(
      trx,
      caller,
      entry.deliveries.filter(({ channel }) => addedChannels.includes(channel)).map((delivery) => ({ item, delivery })),
    );
    undo.push({
      id: itemId,
      before: {
        title: item.title,
        publishedOn: item.publishedOn ?? null,
        indexNumber: item.indexNumber ?? null,
        documentNumber: item.documentNumber ?? null,
      },
      channels: addedChannels,
    });
  }
  return success(undo);
}

/**
 * Saves what a ledger, or its being taken back, says of an imported item that is held: another title is another version of
 * its text, since the public reads that; what the catalogue knows of it follows.
 */
export async function correctItem(trx: Trx, caller: Caller, before: Item, after: Item): Promise<void> {
  const { countyId, id } = before;
  const saved: Item = { ...after, updatedAt: caller.now };
  if (after.title !== before.title && before.liveTextNumber !== undefined) {
    const number = await nextTextNumber(trx, countyId, id);
    const text = {
      ...(await getText(trx, countyId, id, before.liveTextNumber)),
      number,
      title: after.title,
      changeNote: '据发布台账更正标题',
      head: headOf(after),
      savedBy: caller.authority.personId,
      savedByName: caller.actor.name,
      savedAt: caller.now,
    };
    await saveText(trx, countyId, id, text);
    await rememberText(trx, before, text);
    saved.textNumber = number;
    saved.liveTextNumber = number;
  }
  if (!(await updateItem(trx, saved))) throw new Error('an item changed while it was held');
  if (after.publishedOn !== before.publishedOn) {
    await withdrawEvidence(trx, { countyId, recordKind: 'publication-item', recordId: id, because: 'withdrawn' });
  }
  await evidencePublication(trx, saved, publicSince(saved));
}

const publicSince = ({ publishedOn }: Item): PlainDate => getPlainDate(publishedOn ?? '');
