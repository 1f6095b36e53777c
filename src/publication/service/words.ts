import { failure, missing, type Result, success } from '../../kernel/result.ts';
import type { TableFileFormat } from '../../kernel/table-file-format.ts';
import { actorBy, may } from '../../organisation/index.ts';
import { write } from '../../platform/audit/index.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import { readTableFile, writeTableFile } from '../../platform/documents/table-file/index.ts';
import { type ListedWord, readWords, type WordEntry, wordColumns, wordKinds } from '../domain/word.ts';
import { deleteWord, listWords, saveWord, searchWords } from '../store/words.ts';
import type { Caller } from './caller.ts';

const recordOf = ({ id, wrong }: Pick<ListedWord, 'id' | 'wrong'>) => ({ kind: 'publication-word', id, label: wrong });
const auditedOf = ({ wrong, right, kind, severity, note, except }: WordEntry) => ({
  wrong,
  right,
  wordKind: wordKinds[kind],
  wordSeverity: severity === 'warn' ? '须处理' : '提示',
  note,
  except: except.join('、'),
});

/** One page of the words of the county. */
export const listCountyWords = (
  db: Db,
  { authority }: Pick<Caller, 'authority'>,
  search: string,
  page: PageRequest,
): Promise<Page<ListedWord>> => searchWords(db, authority.countyId, search.trim(), page);

/** Puts a word on the list, or writes the one that is there anew. */
export async function keepWord(db: Db, caller: Caller, entry: WordEntry): Promise<Result<ListedWord>> {
  const { authority, actor, now } = caller;
  const grant = may('configure-publication')(authority);
  if (!grant.ok) return grant;
  return write(db, actorBy(actor, grant.value), now, async (trx, record) => {
    const word = await saveWord(trx, authority.countyId, entry, { name: actor.name, at: now });
    record({ action: 'word.keep', record: recordOf(word), after: auditedOf(word) });
    return success(word);
  });
}

/** Takes a word off the list. */
export async function removeWord(db: Db, caller: Caller, id: string): Promise<Result<undefined>> {
  const { authority, actor, now } = caller;
  const grant = may('configure-publication')(authority);
  if (!grant.ok) return grant;
  return write(db, actorBy(actor, grant.value), now, async (trx, record) => {
    const word = await deleteWord(trx, authority.countyId, id);
    if (!word) return missing('词表中没有这个词，可能已经删除。请刷新页面。');
    record({ action: 'word.remove', record: recordOf(word), before: auditedOf(word) });
    return success(undefined);
  });
}

/** What came of importing a file of words. */
export interface ImportedWords {
  added: number;
  changed: number;
  unchanged: number;
  refused: { row: number; message: string }[];
}

/** Most words a list may have; the checks look for all of them in every text. */
const mostWords = 20_000;

/** Puts the words of a file (xlsx or CSV) on the list of the county; rows with mistakes are left out and told of. */
export async function importWords(
  db: Db,
  caller: Caller,
  file: { name: string; bytes: Uint8Array },
): Promise<Result<ImportedWords>> {
  const { authority, actor, now } = caller;
  const grant = may('configure-publication')(authority);
  if (!grant.ok) return grant;
  const read = await readTableFile(file);
  if (!read.ok) return read;
  const words = read.value.tables.map(readWords).find((each) => each !== undefined);
  if (!words) {
    return failure(
      'no-words',
      '表中没有找到“错词”这一列。请下载现有词表作为样子：第一行写“错词、正确写法、类别、级别、说明、例外”。',
    );
  }
  const before = new Map((await listWords(db, authority.countyId)).map((word) => [word.wrong, word]));
  const changed = words.entries.filter((entry) => {
    const known = before.get(entry.wrong);
    return !known || JSON.stringify(auditedOf(known)) !== JSON.stringify(auditedOf(entry));
  });
  const added = changed.filter(({ wrong }) => !before.has(wrong)).length;
  if (before.size + added > mostWords) {
    return failure(
      'too-many-words',
      `词表最多 ${mostWords} 个词，现有 ${before.size} 个。请删去不再需要的词后再导入。`,
    );
  }
  const outcome = {
    added,
    changed: changed.length - added,
    unchanged: words.entries.length - changed.length,
    refused: words.refused,
  };
  if (changed.length === 0) return success(outcome);
  return write(db, actorBy(actor, grant.value), now, async (trx, record) => {
    for (const entry of changed) await saveWord(trx, authority.countyId, entry, { name: actor.name, at: now });
    record({
      action: 'word.import',
      record: { kind: 'publication-word', id: authority.countyId, label: '词表' },
      after: { added: outcome.added, changed: outcome.changed },
    });
    return success(outcome);
  });
}

/** The words of the county as a file that can be changed and imported again. */
export async function exportWords(db: Db, { authority }: Caller, format: TableFileFormat): Promise<Uint8Array> {
  const words = await listWords(db, authority.countyId);
  return writeTableFile(
    {
      title: '词表',
      columns: wordColumns,
      rows: words.map(({ wrong, right = '', kind, severity, note, except }) => [
        wrong,
        right,
        wordKinds[kind],
        severity === 'warn' ? '须处理' : '提示',
        note,
        except.join('、'),
      ]),
    },
    format,
  );
}
