import type { PlainDate } from '../../kernel/plain-date.ts';
import { conflict, missing, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Trx } from '../../platform/db/index.ts';
import { deskItemOf, type Memo } from '../domain/memo.ts';
import { findMemo, insertMemo, listMemos as listStoredMemos, moveMemos, updateMemo } from '../store/memos.ts';
import type { Caller } from './caller.ts';
import { type DeskSource, holdDesk } from './desk.ts';

/** The memos of who asks. */
export const listMemos = async (db: Db, { authority }: Caller, which: 'open' | 'all'): Promise<Result<Memo[]>> =>
  success(await listStoredMemos(db, authority.countyId, authority.personId, which));

/** A memo of who asks; nobody sees another's. */
export async function getMemo(db: Db, { authority }: Caller, id: string): Promise<Result<Memo>> {
  const memo = await findMemo(db, authority.countyId, authority.personId, id);
  return memo ? success(memo) : noSuchMemo();
}

/** What stands in a memo. */
export interface MemoWritten {
  title: string;
  text: string;
  due?: PlainDate | undefined;
}

/** Puts a memo on the desk of who asks. */
export function addMemo(db: Db, caller: Caller, written: MemoWritten): Promise<Result<Memo>> {
  const { actor, authority, now } = caller;
  return write(db, actor, now, (trx, record) => putMemo(trx, record, authority, written, now));
}

/** Puts a memo on somebody's desk within a transaction that is decided elsewhere. */
export async function putMemo(
  trx: Trx,
  record: RecordChange,
  { countyId, personId }: { countyId: string; personId: string },
  written: MemoWritten,
  now: Date,
): Promise<Result<Memo>> {
  const open = await holdDesk(trx, countyId, personId);
  if (!open.ok) return open;
  const memo: Memo = { id: newId(), personId, ...written, done: false, version: 1, updatedAt: now };
  await insertMemo(trx, countyId, memo, now);
  record({ action: 'memo.add', record: recordOf(memo), after: auditedOf(memo), masks });
  return success(memo);
}

/** What is saved of a memo; what is absent stays, null takes the day away. */
export interface MemoChanges {
  title?: string | undefined;
  text?: string | undefined;
  due?: PlainDate | null | undefined;
  done?: boolean | undefined;
}

/** Saves a memo as it is written, also by itself while somebody types. */
export function changeMemo(
  db: Db,
  caller: Caller,
  id: string,
  version: number,
  changes: MemoChanges,
): Promise<Result<Memo>> {
  const { actor, authority, now } = caller;
  const { countyId, personId } = authority;
  return write(db, actor, now, async (trx, record) => {
    // A memo that is done and opened again comes back to the desk.
    const open = await holdDesk(trx, countyId, personId);
    if (!open.ok) return open;
    const before = await findMemo(trx, countyId, personId, id);
    if (!before) return noSuchMemo();
    const { title = before.title, text = before.text, due = before.due, done = before.done } = changes;
    const after: Memo = { ...before, title, text, due: due ?? undefined, done, version };
    if (!(await updateMemo(trx, countyId, after, now))) {
      return conflict('这份备忘在别的窗口里修改过。请先复制您写的内容，刷新后再合并保存。');
    }
    record({ action: 'memo.save', record: recordOf(after), before: auditedOf(before), after: auditedOf(after), masks });
    return success({ ...after, version: version + 1, updatedAt: now });
  });
}

/** The memos as a source of the desk. */
export const memoDesk: DeskSource = {
  kind: 'memo',
  label: '备忘',
  list: async (db, countyId, personId) => (await listStoredMemos(db, countyId, personId)).map(deskItemOf),
  move: async (trx, countyId, fromPersonId, toPersonId, items, now) => {
    const ids = items.map(({ id }) => id);
    if ((await moveMemos(trx, countyId, fromPersonId, toPersonId, ids, now)) !== ids.length) {
      throw new Error('a memo left the desk while it was handed over');
    }
  },
};

const recordOf = ({ id, title }: Memo) => ({ kind: 'memo', id, label: title });

/** Half-written texts may hold anything: the audit keeps that they changed, not what they say. */
const masks = { text: 'secret' } as const;
const auditedOf = ({ title, text, due, done, personId }: Memo) => ({ title, text, due, done, personId });

const noSuchMemo = () => missing('没有找到这份备忘，可能已经移交给他人。请返回列表查看。');
