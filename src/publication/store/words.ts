import type { Selectable } from 'kysely';
import { type Db, listPage, newId, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { PublicationWord } from '../../platform/db/tables.ts';
import type { ListedWord, WordEntry, WordKind } from '../domain/word.ts';

/** Every word of a county's list. */
export async function listWords(db: Db, countyId: string): Promise<ListedWord[]> {
  const rows = await db
    .selectFrom('publicationWord')
    .selectAll()
    .where('countyId', '=', countyId)
    .orderBy('wrong')
    .execute();
  return rows.map(wordOf);
}

/** One page of the words that contain something. */
export async function searchWords(
  db: Db,
  countyId: string,
  search: string,
  page: PageRequest,
): Promise<Page<ListedWord>> {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const found = db
    .selectFrom('publicationWord')
    .where('countyId', '=', countyId)
    .$if(search !== '', (query) =>
      query.where(({ or, eb }) => or([eb('wrong', 'like', like), eb('correct', 'like', like)])),
    );
  const listed = await listPage(
    found.selectAll().orderBy('wrong').orderBy('id'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return { ...listed, items: listed.items.map(wordOf) };
}

/** Enters a word, or writes the one that is there anew. */
export async function saveWord(
  trx: Trx,
  countyId: string,
  word: WordEntry,
  by: { name: string; at: Date },
): Promise<ListedWord> {
  const row = {
    correct: word.right ?? null,
    kind: word.kind,
    severity: word.severity,
    note: word.note,
    exceptions: JSON.stringify(word.except),
    addedByName: by.name,
    addedAt: by.at,
  };
  const saved = await trx
    .insertInto('publicationWord')
    .values({ countyId, id: newId(), wrong: word.wrong, ...row })
    .onConflict((conflict) => conflict.columns(['countyId', 'wrong']).doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow();
  return wordOf(saved);
}

/** Takes a word off the list. @returns the word, undefined when it was not there */
export async function deleteWord(trx: Trx, countyId: string, id: string): Promise<ListedWord | undefined> {
  const row = await trx
    .deleteFrom('publicationWord')
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && wordOf(row);
}

const wordOf = (row: Selectable<PublicationWord>): ListedWord => ({
  id: row.id,
  wrong: row.wrong,
  ...(row.correct === null ? {} : { right: row.correct }),
  kind: row.kind as WordKind,
  severity: row.severity as ListedWord['severity'],
  note: row.note,
  except: row.exceptions as unknown as string[],
  addedByName: row.addedByName,
  addedAt: row.addedAt,
});
