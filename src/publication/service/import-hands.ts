import type { Actor } from '../../kernel/actor.ts';
import { failure, forbidden, missing, type Result, success } from '../../kernel/result.ts';
import { noSuchImport } from '../../kernel/table-import.ts';
import {
  type Act,
  actorBy,
  type CountyPlace,
  findPlace,
  type Holders,
  listHolders,
  mayAt,
} from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { judgeEntering, type LedgerHands } from '../domain/import/deciding.ts';
import { findLedger, type LedgerImport, type ListedLedger } from '../store/imports.ts';
import { type Caller, dayOf } from './caller.ts';

/** Acts that let somebody see ledgers: to prepare one, to enter it, to lend an organ its eyes. */
export const ledgerActs = ['manage-channels', 'publish-items', 'give-second-eyes'] as const satisfies readonly Act[];

/** Acts that let somebody take back what a ledger brought: it is publishing and withdrawing in one. */
export const undoActs = ['publish-items', 'withdraw-items'] as const satisfies readonly Act[];

/** Who enters ledgers of a county today; read once for a list. */
export const loadEnterers = (db: Db, countyId: string, now: Pick<Caller, 'now'>): Promise<Holders> =>
  listHolders(db, countyId, ['publish-items', 'give-second-eyes'], dayOf(now));

/** What decides who may enter a ledger. */
export const handsOf = (
  holders: Holders,
  at: CountyPlace,
  { createdById, counts: { opening } }: Pick<ListedLedger, 'createdById' | 'counts'>,
): LedgerHands => ({
  senderId: createdById ?? undefined,
  opens: opening > 0,
  publishers: holders.at('publish-items', at),
  seconds: holders.at('give-second-eyes', at),
});

/** A ledger as somebody meets it, with what decides about it. */
export interface OpenLedger {
  ledger: LedgerImport;
  at: CountyPlace;
  hands: LedgerHands;
}

/** A ledger somebody may see. */
export async function openLedger(db: Db, caller: Caller, id: string): Promise<Result<OpenLedger>> {
  const { countyId } = caller.authority;
  const ledger = await findLedger(db, countyId, id);
  if (!ledger) return noSuchImport();
  const at = await placeOf(db, caller, ledger.organId);
  if (!at.ok) return at;
  const visible = asOneOf(caller, ledgerActs, at.value);
  if (!visible.ok) return visible;
  const hands = handsOf(await loadEnterers(db, countyId, caller), at.value, ledger);
  return success({ ledger, at: at.value, hands });
}

/** Who prepares a ledger of an organ: sends it, says what its columns mean. */
export async function mayPrepare(db: Db, caller: Caller, organId: string): Promise<Result<Actor>> {
  const at = await placeOf(db, caller, organId);
  return at.ok ? asOneOf(caller, ledgerActs, at.value) : at;
}

/** Whether somebody may enter a ledger, and as whom; `secondEyes`: in place of a second person the organ does not have. */
export function mayEnter(
  caller: Caller,
  { at, hands }: Pick<OpenLedger, 'at' | 'hands'>,
): Result<{ actor: Actor; secondEyes: boolean }> {
  const judged = judgeEntering(caller.authority.personId, hands);
  if (!judged.ok) return judged;
  const { secondEyes } = judged.value;
  const actor = asOneOf(caller, [secondEyes ? 'give-second-eyes' : 'publish-items'], at);
  return actor.ok ? success({ actor: actor.value, secondEyes }) : actor;
}

/** Whether somebody may take back what a ledger brought, and as whom. */
export const mayUndo = (caller: Caller, { at }: Pick<OpenLedger, 'at'>): Result<Actor> => asOneOf(caller, undoActs, at);

/** Whether somebody may say that a ledger is not to be entered: who sent it, and who may enter it. */
export function mayDrop(caller: Caller, open: OpenLedger): Result<Actor> {
  if (open.ledger.createdById !== caller.authority.personId) {
    const entering = mayEnter(caller, open);
    return entering.ok ? success(entering.value.actor) : entering;
  }
  return asOneOf(caller, ledgerActs, open.at);
}

/** Refuses where a ledger changed since somebody looked at it. */
export const seenAt = (ledger: Pick<LedgerImport, 'version'>, version: number): Result<true> =>
  ledger.version === version
    ? success(true)
    : failure('conflict', '这份台账刚刚由他人重新对应过各列或者核对过，差异清单已不同。请按新的差异清单核对后再办理。');

async function placeOf(db: Db, caller: Caller, organId: string): Promise<Result<CountyPlace>> {
  const { countyId } = caller.authority;
  const place = await findPlace(db, countyId, organId, dayOf(caller));
  return place ? success({ countyId, place }) : missing('没有这个单位，请从列表中重新选择。');
}

function asOneOf(caller: Caller, acts: readonly Act[], at: CountyPlace): Result<Actor> {
  let refusal: Result<Actor> = forbidden('您不能办理发布台账。');
  for (const [index, act] of acts.entries()) {
    const grant = mayAt(caller.authority, act, at);
    if (grant.ok) return success(actorBy(caller.actor, grant.value));
    if (index === 0) refusal = grant;
  }
  return refusal;
}
