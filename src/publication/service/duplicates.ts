import { listPlaces } from '../../organisation/index.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import { writtenField } from '../domain/check/apply.ts';
import type { NearDuplicate } from '../domain/check/document.ts';
import { compareShingles, isDuplicate, sharedPassages } from '../domain/duplicate/compare.ts';
import { fingerprintOf } from '../domain/duplicate/fingerprint.ts';
import { lettersOf, shinglesOf } from '../domain/duplicate/shingles.ts';
import type { Item, ItemText } from '../domain/item.ts';
import { isKind, kindOf } from '../domain/kinds/index.ts';
import { deleteFingerprints, findAlike, listPublicTexts, saveFingerprints } from '../store/fingerprints.ts';
import type { Caller } from './caller.ts';
import { dayOf } from './caller.ts';

/** So many are compared word by word, and so many are told of. */
const mostCompared = 16;
const mostTold = 5;

/** Decisions from one form are alike by nature: only the same one twice is told of. */
const sameShare = 0.98;

/** What a text is compared by: its body, and what is written in its fields. */
const comparedText = ({ bodyText, fields }: Pick<ItemText, 'bodyText'> & { fields: object }): string =>
  [bodyText, ...Object.values(fields).flatMap((value) => writtenField(value) ?? [])].join('\n');

/** Lets the index know a text that becomes public. */
export const rememberText = (
  trx: Trx,
  { countyId, id }: Pick<Item, 'countyId' | 'id'>,
  text: ItemText,
): Promise<void> => rememberTexts(trx, countyId, [{ itemId: id, text }]);

/** The same of many at once. */
export async function rememberTexts(
  trx: Trx,
  countyId: string,
  texts: readonly { itemId: string; text: Pick<ItemText, 'number' | 'bodyText' | 'fields'> }[],
): Promise<void> {
  await saveFingerprints(
    trx,
    countyId,
    texts.map(({ itemId, text }) => ({
      itemId,
      textNumber: text.number,
      fingerprint: fingerprintOf(lettersOf(comparedText(text)).text),
    })),
  );
}

/** Takes an item that is no longer public out of the index. */
export const forgetText = (trx: Trx, { countyId, id }: Pick<Item, 'countyId' | 'id'>): Promise<void> =>
  forgetTexts(trx, countyId, [id]);

/** The same of many at once. */
export const forgetTexts = (trx: Trx, countyId: string, itemIds: readonly string[]): Promise<void> =>
  deleteFingerprints(trx, countyId, itemIds);

/**
 * What is public in the county and says much the same, with the passages both share: candidates by the index, then compared
 * exactly.
 *
 * @param share from which share on it counts, 0 to 1
 */
export async function findDuplicates(
  db: Db,
  caller: Pick<Caller, 'now'>,
  item: Pick<Item, 'countyId' | 'id' | 'kind'>,
  text: Pick<ItemText, 'bodyText' | 'fields'>,
  share: number,
): Promise<NearDuplicate[]> {
  const here = comparedText(text);
  const letters = lettersOf(here).text;
  const { keys } = fingerprintOf(letters);
  const ids = await findAlike(db, item.countyId, keys, { except: item.id, most: mostCompared });
  const shingles = shinglesOf(letters);
  const isForm = isKind(item.kind) && kindOf(item.kind).bulk === true;
  const threshold = isForm
    ? { similarity: sameShare, contained: 2 }
    : { similarity: share, contained: Math.min(1, share + 0.05) };
  const found = (await listPublicTexts(db, item.countyId, ids)).flatMap((other) => {
    const there = comparedText(other);
    const otherLetters = lettersOf(there).text;
    const likeness = compareShingles(shingles, shinglesOf(otherLetters), letters === otherLetters);
    return isDuplicate(likeness, threshold) ? [{ other, likeness }] : [];
  });
  const told = found.sort((one, two) => two.likeness.similarity - one.likeness.similarity).slice(0, mostTold);
  const places = await listPlaces(
    db,
    item.countyId,
    told.map(({ other }) => other.organId),
    dayOf(caller),
  );
  return told.map(({ other, likeness }) => {
    const organName = places.get(other.organId)?.shortName;
    return {
      itemId: other.itemId,
      title: other.title,
      ...(organName ? { organName } : {}),
      ...(other.publishedOn ? { publishedOn: other.publishedOn } : {}),
      ...likeness,
      passages: sharedPassages(text.bodyText, other.bodyText),
    };
  });
}
