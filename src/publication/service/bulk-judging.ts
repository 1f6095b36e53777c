import { loadCalendar } from '../../calendar/index.ts';
import { type CatalogueItem, dueDayFor, findCatalogueItem } from '../../catalogue/index.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { newId } from '../../platform/db/index.ts';
import type { Batch, JudgedRow } from '../domain/bulk/batch.ts';
import { type ReadRow, readRow, summaryOf, titleOf } from '../domain/bulk/read-row.ts';
import { type BulkTarget, targetsOf } from '../domain/bulk/targets.ts';
import { documentNumberKey } from '../domain/document-number.ts';
import type { Item, ItemText } from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';
import type { FieldRemark } from '../domain/kinds/kind.ts';
import { listShortcomings } from '../domain/shortcomings.ts';
import { listNumbered } from '../store/batches.ts';
import { type Caller, dayOf } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { newItem, newText } from './drafting.ts';
import { readKindRules } from './item-detail.ts';

/** A batch with what each row would become. */
export interface JudgedBatch {
  batch: Batch;
  targets: BulkTarget[];
  /** Required targets that no column fills. */
  unmatched: string[];
  rows: JudgedRow[];
  counts: { ready: number; faulty: number; known: number };
  /** The drafts of the rows that are ready. */
  drafts: { item: Item; text: ItemText }[];
}

/** Judges every row that is not entered as its form would: the same checks, the same sentences. */
export async function judgeBatch(
  deps: Pick<PublicationDeps, 'db' | 'settings'>,
  caller: Caller,
  batch: Batch,
): Promise<JudgedBatch> {
  const { db } = deps;
  const { countyId } = caller.authority;
  const kind = kindOf(batch.kind);
  const targets = targetsOf(kind);
  const line =
    batch.head.catalogueItemId === undefined
      ? undefined
      : await findCatalogueItem(db, countyId, batch.head.catalogueItemId);
  const [calendar, rules, model] = await Promise.all([
    loadCalendar(db, countyId),
    readKindRules(deps),
    newItem(db, caller, { kind: batch.kind, ...modelOf(batch) }, batch, line),
  ]);
  const read = batch.rows.map((cells) => readRow(kind, cells, batch.columns, batch.matched));
  const keys = read.map(({ documentNumber }) => (documentNumber ? documentNumberKey(documentNumber) : ''));
  const known = new Map(
    (await listNumbered(db, countyId, batch.organId, [...new Set(keys.filter((key) => key !== ''))])).map((each) => [
      each.key,
      each,
    ]),
  );
  const today = dayOf(caller);
  const rows: JudgedRow[] = [];
  const drafts: JudgedBatch['drafts'] = [];
  for (const [index, row] of read.entries()) {
    // It is an item now.
    if (batch.rows[index]?.length === 0) continue;
    const key = keys[index] ?? '';
    const twice = key === '' ? -1 : keys.indexOf(key);
    const draft = draftOf(row, model, batch, caller, (formedOn) => dueOf(formedOn, line, batch, calendar));
    const problems = [
      ...row.problems,
      ...(row.formedOn === undefined && !row.problems.some(({ field }) => field === 'formedOn')
        ? [{ field: 'formedOn', message: `请填写${kind.formedLabel ?? '形成日期'}。` }]
        : []),
      ...(row.formedOn !== undefined && row.formedOn > today
        ? [{ field: 'formedOn', message: `${kind.formedLabel ?? '形成日期'}晚于今天，请核对。` }]
        : []),
      ...(twice >= 0 && twice !== index
        ? [{ field: 'documentNumber', message: `与第 ${rowNumber(twice)} 行的文号相同，请核对。` }]
        : []),
      ...unless(row.problems, listShortcomings(draft.item, draft.text, [], rules)),
    ];
    const before = known.get(key);
    const standing = before ? 'known' : problems.length > 0 ? 'faulty' : 'ready';
    rows.push({
      row: rowNumber(index),
      title: draft.item.title,
      standing,
      problems: before ? [] : problems,
      rewritten: row.rewritten,
      ...(before ? { known: { id: before.id, title: before.title } } : {}),
    });
    if (standing === 'ready') drafts.push(draft);
  }
  const count = (standing: JudgedRow['standing']) => rows.filter((row) => row.standing === standing).length;
  return {
    batch,
    targets,
    unmatched: targets
      .filter(({ key, required }) => required && batch.matched[key] === undefined)
      .map(({ label }) => label),
    rows,
    counts: { ready: count('ready'), faulty: count('faulty'), known: count('known') },
    drafts,
  };
}

/** The number of a row as the file counts; its heading is row 1. */
export const rowNumber = (index: number): number => index + 2;

const modelOf = ({ head }: Batch) =>
  head.catalogueItemId === undefined ? {} : { catalogueItemId: head.catalogueItemId };

/** What the form would say, but for fields of which it is said already that they cannot be read. */
const unless = (told: readonly FieldRemark[], remarks: readonly FieldRemark[]): FieldRemark[] =>
  remarks.filter(({ field }) => !told.some((each) => each.field === field));

function draftOf(
  row: ReadRow,
  model: Item,
  { id: importId, head }: Batch,
  caller: Caller,
  dueOn: (formedOn: PlainDate) => PlainDate | undefined,
): { item: Item; text: ItemText } {
  const kind = kindOf(model.kind);
  const title = titleOf(kind, row);
  const formedOn = (row.formedOn ?? model.formedOn) as PlainDate;
  const expiresOn = (row.expiresOn ?? head.expiresOn) as PlainDate | undefined;
  const { dueOn: _, ...rest } = model;
  const due = dueOn(formedOn);
  const item: Item = {
    ...rest,
    id: newId(),
    title,
    formedOn,
    ...(due === undefined ? {} : { dueOn: due }),
    ...(head.columnKey === undefined ? {} : { columnKey: head.columnKey }),
    ...(head.fieldKey === undefined ? {} : { fieldKey: head.fieldKey }),
    ...(row.documentNumber === undefined ? {} : { documentNumber: row.documentNumber }),
    ...(expiresOn === undefined ? {} : { expiresOn, expiryAct: 'withdraw' as const }),
    source: 'bulk',
    importId,
  };
  return { item, text: { ...newText(item, caller), summary: summaryOf(row), fields: row.fields } };
}

function dueOf(
  formedOn: PlainDate,
  line: CatalogueItem | undefined,
  { kind }: Batch,
  calendar: Parameters<typeof dueDayFor>[2],
): PlainDate | undefined {
  const limits = [kindOf(kind).limit.rule, ...(line ? [line.limit] : [])];
  return limits.flatMap((limit) => dueDayFor(limit, formedOn, calendar) ?? []).sort()[0];
}
