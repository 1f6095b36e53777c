import type { Selectable } from 'kysely';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { PublicationText } from '../../platform/db/tables.ts';
import type { ItemHead, ItemText } from '../domain/item.ts';

/** What an item says in one version. */
export async function findText(
  db: Db,
  countyId: string,
  itemId: string,
  number: number,
): Promise<ItemText | undefined> {
  const row = await db
    .selectFrom('publicationText')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && textOf(row);
}

/** The same where it must be there, e.g. the working text of an item. */
export async function getText(db: Db, countyId: string, itemId: string, number: number): Promise<ItemText> {
  const text = await findText(db, countyId, itemId, number);
  if (!text) throw new Error(`item ${itemId} has no text ${number}`);
  return text;
}

/** A version in a list. */
export type ListedText = Pick<ItemText, 'number' | 'title' | 'changeNote' | 'frozen' | 'savedByName' | 'savedAt'>;

/** All versions of an item, the latest first, without what they say. */
export async function listTexts(db: Db, countyId: string, itemId: string): Promise<ListedText[]> {
  return db
    .selectFrom('publicationText')
    .select(['number', 'title', 'changeNote', 'frozen', 'savedByName', 'savedAt'])
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .orderBy('number', 'desc')
    .execute();
}

/** The number of the next version; the item must be held. */
export async function nextTextNumber(trx: Trx, countyId: string, itemId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('publicationText')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Writes a version, a new one or one that is not frozen yet. @throws when it is frozen: what was decided upon stays */
export async function saveText(trx: Trx, countyId: string, itemId: string, text: ItemText): Promise<void> {
  const row = {
    title: text.title,
    summary: text.summary,
    bodyHtml: text.bodyHtml,
    bodyText: text.bodyText,
    fields: JSON.stringify(text.fields),
    attachments: JSON.stringify(text.attachments),
    changeNote: text.changeNote,
    head: text.head ? JSON.stringify(text.head) : null,
    frozen: text.frozen,
    savedBy: text.savedBy,
    savedByName: text.savedByName,
    savedAt: text.savedAt,
  };
  const saved = await trx
    .insertInto('publicationText')
    .values({ countyId, itemId, number: text.number, ...row })
    .onConflict((conflict) =>
      conflict.columns(['countyId', 'itemId', 'number']).doUpdateSet(row).where('publicationText.frozen', '=', false),
    )
    .executeTakeFirst();
  if (saved.numInsertedOrUpdatedRows !== 1n) throw new Error(`text ${text.number} of item ${itemId} is frozen`);
}

/** Freezes a version with what stands beside it in the item; one that is frozen already stays as it is. */
export async function freezeText(
  trx: Trx,
  countyId: string,
  itemId: string,
  number: number,
  head: ItemHead,
): Promise<void> {
  await trx
    .updateTable('publicationText')
    .set({ frozen: true, head: JSON.stringify(head) })
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('number', '=', number)
    .where('frozen', '=', false)
    .execute();
}

function textOf(row: Selectable<PublicationText>): ItemText {
  const { countyId: _, itemId: _item, head, fields, attachments, ...text } = row;
  return {
    ...text,
    fields: fields as unknown as ItemText['fields'],
    attachments: attachments as unknown as ItemText['attachments'],
    ...(head === null ? {} : { head: head as unknown as ItemHead }),
  };
}
