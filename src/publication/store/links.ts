import type { Db } from '../../platform/db/index.ts';
import type { LinkState } from '../domain/check/document.ts';

/** A link with what it was found to lead to. */
export interface TriedLink extends LinkState {
  hash: string;
  checkedAt: Date;
}

/** What is known of addresses, by their hashes. */
export async function listLinks(db: Db, countyId: string, hashes: readonly string[]): Promise<TriedLink[]> {
  if (hashes.length === 0) return [];
  const rows = await db
    .selectFrom('publicationLink')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('addressHash', 'in', [...hashes])
    .execute();
  return rows.map(({ addressHash, address, state, reason, checkedAt }) => ({
    hash: addressHash,
    href: address,
    state: state as LinkState['state'],
    reason,
    checkedAt,
  }));
}

/** Puts down what an address was found to lead to. */
export async function saveLink(db: Db, countyId: string, link: TriedLink): Promise<void> {
  const row = { address: link.href, state: link.state, reason: link.reason, checkedAt: link.checkedAt };
  await db
    .insertInto('publicationLink')
    .values({ countyId, addressHash: link.hash, ...row })
    .onConflict((conflict) => conflict.columns(['countyId', 'addressHash']).doUpdateSet(row))
    .execute();
}

/** Which of these 索引号 lead nowhere: no such item, or one that is not public. */
export async function listDeadIndexNumbers(
  db: Db,
  countyId: string,
  indexNumbers: readonly string[],
): Promise<Set<string>> {
  if (indexNumbers.length === 0) return new Set();
  const rows = await db
    .selectFrom('publicationItem')
    .select('indexNumber')
    .where('countyId', '=', countyId)
    .where('indexNumber', 'in', [...indexNumbers])
    .where('liveTextNumber', 'is not', null)
    .execute();
  const live = new Set(rows.map(({ indexNumber }) => indexNumber));
  return new Set(indexNumbers.filter((each) => !live.has(each)));
}
