import { failure, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { alreadyDecided, justRead } from '../../kernel/table-import.ts';
import { listOrganIds, scopeOf } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import { readTableFile } from '../../platform/documents/table-file/index.ts';
import { safeFileName } from '../../platform/storage/index.ts';
import { maskCell } from '../domain/check/index.ts';
import { findLedgerHead } from '../domain/import/columns.ts';
import { listEnterers } from '../domain/import/deciding.ts';
import { type LedgerMatching, mostLedgerRows } from '../domain/import/entry.ts';
import { keepSheet } from '../domain/import/sheet.ts';
import {
  findLedger,
  insertLedger,
  type LedgerImport,
  type ListedLedger,
  listLedgers,
  updateLedger,
} from '../store/imports.ts';
import { listOrganNames } from '../store/organ-names.ts';
import { type Caller, dayOf } from './caller.ts';
import { compareLedger, guessMatching } from './import-comparing.ts';
import { ledgerActs, mayDrop, mayEnter, mayPrepare, mayUndo, openLedger, seenAt } from './import-hands.ts';

/** The largest ledger that is read, in bytes. */
export const largestLedger = 5 * 1024 * 1024;

/**
 * Reads a ledger and keeps it with its differences from what is here, until somebody decides. Nothing else is changed, and
 * of the numbers of persons in it none is kept.
 */
export async function previewLedger(
  db: Db,
  caller: Caller,
  organId: string,
  sent: { name: string; bytes: Uint8Array },
): Promise<Result<{ id: string }>> {
  const granted = await mayPrepare(db, caller, organId);
  if (!granted.ok) return granted;
  const fileName = maskCell('', safeFileName(sent.name)).text;
  const read = await readTableFile({ ...sent, name: fileName }, 'each');
  if (!read.ok) return read;
  const { tables, names, remarks } = read.value;
  if (
    tables.some((rows) => rows.filter((cells) => cells.some((cell) => cell.trim() !== '')).length > mostLedgerRows + 10)
  ) {
    return failure('import-too-long', `一次最多导入 ${mostLedgerRows} 行，请分成几个文件。`);
  }
  const sheets = tables.map((rows, at) => keepSheet(names[at] || `表 ${at + 1}`, rows));
  const sheet = Math.max(
    0,
    sheets.findIndex(({ rows }) => findLedgerHead(rows) !== undefined),
  );
  const { authority, actor, now } = caller;
  return write(db, granted.value, now, async (trx, record) => {
    const id = newId();
    const ledger: LedgerImport = {
      ...justRead({ id, fileName }, actor.name, now),
      organId,
      sheets,
      sheet,
      matching: guessMatching(sheets[sheet]?.rows ?? [], [sheets[sheet]?.name ?? '', fileName]),
      differences: { created: [], same: [], changed: [], problems: [], left: [], remarks },
      counts: { created: 0, same: 0, changed: 0, problems: 0, opening: 0 },
      undo: null,
      createdById: authority.personId,
      version: 1,
      droppedAt: null,
      droppedBy: null,
      droppedBecause: null,
    };
    const compared = await compareLedger(trx, authority.countyId, dayOf(caller), ledger);
    await insertLedger(trx, authority.countyId, { ...ledger, ...compared });
    const rows = sheets[sheet]?.rows.length ?? 0;
    record({ action: 'publication-import.read', record: ledgerRecord(ledger), organId, after: { rows } });
    return success({ id });
  });
}

/** Takes another sheet, or another meaning of its columns, and compares anew. */
export async function changeLedger(
  db: Db,
  caller: Caller,
  id: string,
  version: number,
  change: { sheet?: number | undefined } & { [Part in keyof LedgerMatching]?: LedgerMatching[Part] | undefined },
): Promise<Result<{ id: string }>> {
  const opened = await openLedger(db, caller, id);
  if (!opened.ok) return opened;
  const granted = await mayPrepare(db, caller, opened.value.ledger.organId);
  if (!granted.ok) return granted;
  return write(db, granted.value, caller.now, async (trx, record) => {
    const held = await holdPending(trx, caller, id, version);
    if (!held.ok) return held;
    const ledger = held.value;
    const { sheet = ledger.sheet, ...parts } = change;
    const table = ledger.sheets[sheet];
    if (!table) return missing('文件中没有这张表，请从列表中重新选择。');
    const isOther = sheet !== ledger.sheet;
    const guessed = guessMatching(table.rows, [table.name, ledger.fileName]);
    const headRow = change.headRow ?? (isOther ? guessed.headRow : ledger.matching.headRow);
    const given = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
    const isOtherHead = isOther || headRow !== ledger.matching.headRow;
    const matching: LedgerMatching = {
      ...ledger.matching,
      ...(isOtherHead ? columnsBelow(table.rows, headRow) : {}),
      ...(isOther && guessed.year !== undefined ? { year: guessed.year } : {}),
      ...given,
      headRow,
    };
    await compareAnew(trx, record, caller, { ...ledger, sheet, matching });
    return success({ id });
  });
}

const columnsBelow = (rows: readonly (readonly string[])[], headRow: number) => ({
  columns: guessMatching(rows.slice(headRow, headRow + 1), []).columns,
});

/** Makes the list of differences of a held ledger anew. */
export async function compareAnew(trx: Trx, record: RecordChange, caller: Caller, ledger: LedgerImport): Promise<void> {
  const { countyId } = caller.authority;
  const { id, sheet, matching, organId } = ledger;
  const compared = await compareLedger(trx, countyId, dayOf(caller), ledger);
  await updateLedger(trx, countyId, id, { sheet, matching, ...compared });
  record({
    action: 'publication-import.compare',
    record: ledgerRecord(ledger),
    organId,
    after: compared.counts,
  });
}

/** A ledger that waits for a decision, held until the end of the transaction and as somebody has seen it. */
export async function holdPending(
  trx: Trx,
  { authority }: Pick<Caller, 'authority'>,
  id: string,
  version: number,
): Promise<Result<LedgerImport>> {
  const ledger = await findLedger(trx, authority.countyId, id, 'lock');
  if (!ledger) throw new Error(`ledger ${id} is gone`);
  if (ledger.status !== 'pending') return alreadyDecided(ledger);
  const seen = seenAt(ledger, version);
  return seen.ok ? success(ledger) : seen;
}

/** What somebody may do about a ledger, and who else may where he may not. */
export interface LedgerDecision {
  mayEnter: boolean;
  /** Why not. */
  because?: string;
  /** Who may, by name. */
  enterers: string[];
  mayDrop: boolean;
  mayUndo: boolean;
  /** Whether who asks sent it. */
  isOwn: boolean;
}

/** An import with its differences, and what who asks may do about it. */
export async function getLedger(
  db: Db,
  caller: Caller,
  id: string,
): Promise<Result<LedgerImport & { decision: LedgerDecision; organs: { id: string; name: string }[] }>> {
  const opened = await openLedger(db, caller, id);
  if (!opened.ok) return opened;
  const { ledger, hands } = opened.value;
  const isPending = ledger.status === 'pending';
  const entering = mayEnter(caller, opened.value);
  const decision: LedgerDecision = {
    mayEnter: isPending && entering.ok,
    ...(isPending && !entering.ok ? { because: entering.problem.message } : {}),
    enterers: listEnterers(hands).map(({ name }) => name),
    mayDrop: isPending && mayDrop(caller, opened.value).ok,
    mayUndo: ledger.status === 'applied' && mayUndo(caller, opened.value).ok,
    isOwn: ledger.createdById === caller.authority.personId,
  };
  const names = await listOrganNames(
    db,
    caller.authority.countyId,
    ledger.differences.created.map(({ organId }) => organId),
  );
  const organs = [...names.values()].map(({ id: organId, shortName }) => ({ id: organId, name: shortName }));
  return success({ ...ledger, decision, organs });
}

/** The imports of the organs somebody works for. */
export async function searchLedgers(
  db: Db,
  caller: Caller,
  page: PageRequest,
): Promise<Page<ListedLedger & { organ: string }>> {
  const { authority } = caller;
  const { countyId } = authority;
  const reaches = await Promise.all(ledgerActs.map((act) => listOrganIds(db, scopeOf(authority, act), dayOf(caller))));
  const organIds = reaches.includes('all') ? 'all' : reaches.flat();
  const found = await listLedgers(db, { countyId, organIds }, page);
  const names = await listOrganNames(
    db,
    countyId,
    found.items.map(({ organId }) => organId),
  );
  return {
    ...found,
    items: found.items.map((each) => ({ ...each, organ: names.get(each.organId)?.shortName ?? '' })),
  };
}

/** Says that a ledger is not to be entered. Who did not send it says why: who did has to read it. */
export async function dropLedger(
  db: Db,
  caller: Caller,
  id: string,
  version: number,
  reason: string,
): Promise<Result<{ id: string }>> {
  const opened = await openLedger(db, caller, id);
  if (!opened.ok) return opened;
  const granted = mayDrop(caller, opened.value);
  if (!granted.ok) return granted;
  const because = maskCell('', reason.trim()).text;
  if (because === '' && opened.value.ledger.createdById !== caller.authority.personId) {
    return invalid([{ field: 'reason', message: '请写明不予导入的理由，上传人据此更正台账。' }]);
  }
  return write(db, granted.value, caller.now, async (trx, record) => {
    const held = await holdPending(trx, caller, id, version);
    if (!held.ok) return held;
    await updateLedger(trx, caller.authority.countyId, id, {
      status: 'dropped',
      sheets: [],
      droppedAt: caller.now,
      droppedBy: caller.actor.name,
      droppedBecause: because,
    });
    record({
      action: 'publication-import.drop',
      record: ledgerRecord(held.value),
      organId: held.value.organId,
      after: { reason: because },
    });
    return success({ id });
  });
}

/** A ledger as the record of an audited change. */
export const ledgerRecord = ({ id, fileName }: Pick<LedgerImport, 'id' | 'fileName'>) => ({
  kind: 'publication-import',
  id,
  label: fileName,
});
