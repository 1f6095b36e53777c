import { dayInChina, findPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { RecordChange } from '../../platform/audit/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import type { Item, ItemText } from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';
import { textIn } from '../domain/kinds/kind.ts';
import { type ValidityFacts, validityOn } from '../domain/validity.ts';
import { findItem } from '../store/items.ts';
import { listRelationsFrom } from '../store/relations.ts';
import { getText } from '../store/texts.ts';
import { findDeclared, listEffects, setLive, setValidity } from '../store/validity.ts';

/**
 * What a publication does to 有效性: the item gets its own, and the documents it repeals or amends get theirs, marked
 * from the day it takes effect (国办发〔2017〕47号: 修改、废止、失效的文件在已发布的原文件上作出明确标注). The item has to
 * be saved as public (`liveTextNumber`, `publishedOn`) before the older ones are reckoned; that is done here.
 *
 * @returns the item with 有效性 and 有效期 of its own, not saved yet
 */
export async function applyRelations(trx: Trx, record: RecordChange, item: Item, now: Date): Promise<Item> {
  const day = dayInChina(now);
  await setLive(trx, item, item.liveTextNumber);
  await settleTargets(trx, record, item, day);
  if (!kindOf(item.kind).validity) return item;
  const text = await getText(trx, item.countyId, item.id, item.liveTextNumber ?? item.textNumber);
  const { validUntil: _, ...rest } = item;
  const validUntil = validUntilOf(text);
  const dated: Item = { ...rest, ...(validUntil ? { validUntil } : {}) };
  const { validity, since } = validityOn(await factsOf(trx, dated), day);
  return { ...dated, validity, validitySince: since };
}

/** What the withdrawal of an item does to the documents it had repealed or amended: they are what they were before. */
export async function revertRelations(trx: Trx, record: RecordChange, item: Item, now: Date): Promise<void> {
  await setLive(trx, item, undefined);
  await settleTargets(trx, record, item, dayInChina(now));
}

/** Reckons 有效性 of a public document anew. @returns whether it is another one than before */
export async function settleValidity(
  trx: Trx,
  record: RecordChange,
  countyId: string,
  id: string,
  day: PlainDate,
): Promise<boolean> {
  const item = await findItem(trx, countyId, id);
  if (!item || item.liveTextNumber === undefined || !kindOf(item.kind).validity) return false;
  const { validity, since } = validityOn(await factsOf(trx, item), day);
  if (validity === item.validity && since === item.validitySince) return false;
  await setValidity(trx, countyId, id, { validity, since });
  if (validity === item.validity) return false;
  record({
    action: 'item.validity',
    record: { kind: 'publication-item', id, label: item.title },
    organId: item.organId,
    before: { validity: item.validity ?? null, validitySince: item.validitySince ?? null },
    after: { validity, validitySince: since },
  });
  return true;
}

async function settleTargets(trx: Trx, record: RecordChange, item: Item, day: PlainDate): Promise<void> {
  const relations = await listRelationsFrom(trx, item.countyId, item.id);
  for (const { kind, toItemId } of relations) {
    if ((kind === 'repeals' || kind === 'amends') && toItemId) {
      await settleValidity(trx, record, item.countyId, toItemId, day);
    }
  }
}

async function factsOf(trx: Trx, item: Item): Promise<ValidityFacts> {
  const [effects, declared] = await Promise.all([
    listEffects(trx, item.countyId, item.id),
    findDeclared(trx, item.countyId, item.id),
  ]);
  return {
    publishedOn: item.publishedOn ?? item.formedOn,
    ...(item.validUntil ? { validUntil: item.validUntil } : {}),
    effects,
    ...(declared ? { declared } : {}),
  };
}

const validUntilOf = ({ fields }: ItemText): PlainDate | undefined => findPlainDate(textIn(fields, 'validUntil') ?? '');
