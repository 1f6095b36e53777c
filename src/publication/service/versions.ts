import { findCatalogueItem } from '../../catalogue/index.ts';
import { missing, type Result, success } from '../../kernel/result.ts';
import { listPlaces } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { type DifferenceLine, diffTexts } from '../../platform/documents/rich-text/index.ts';
import { type HeadNames, listHeadFacts } from '../domain/head-words.ts';
import type { Item, ItemHead, ItemText } from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';
import { showField } from '../domain/kinds/show.ts';
import { headOf } from '../domain/shortcomings.ts';
import { updateItem } from '../store/items.ts';
import { findText, freezeText, type ListedText, listTexts, saveText } from '../store/texts.ts';
import { auditedText, recordOf, textMasks } from './audited.ts';
import { type Caller, dayOf } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { openText, writeOnDraft } from './held-draft.ts';
import { openItem } from './items.ts';

/** Keeps the draft as it is as a version, with a note what is different; writing goes on in the next one. */
export function keepVersion(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
  { version, changeNote }: { version: number; changeNote: string },
): Promise<Result<{ number: number; version: number }>> {
  return writeOnDraft(deps, caller, { id, version }, async ({ trx, record, item, text }) => {
    if (!text.frozen) await saveText(trx, item.countyId, id, { ...text, changeNote });
    await freezeText(trx, item.countyId, id, text.number, headOf(item));
    await updateItem(trx, { ...item, updatedAt: caller.now });
    record({
      action: 'item.keep-version',
      record: recordOf(item),
      organId: item.organId,
      before: { changeNote: text.changeNote },
      after: { changeNote, textNumber: text.number },
    });
    return success({ number: text.number, version: item.version + 1 });
  });
}

/** Writes on with what an older version says; what there was before is kept as a version of its own. */
export function restoreVersion(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
  { version, number }: { version: number; number: number },
): Promise<Result<{ version: number; textNumber: number }>> {
  return writeOnDraft(deps, caller, { id, version }, async (held) => {
    const { trx, record, item, text: before } = held;
    const model = await findText(trx, item.countyId, id, number);
    if (!model) return noSuchVersion();
    await freezeText(trx, item.countyId, id, before.number, headOf(item));
    const opened = await openText({ ...held, text: { ...before, frozen: true } }, caller);
    const { title, summary, bodyHtml, bodyText, fields, attachments } = model;
    const text: ItemText = {
      ...opened,
      title,
      summary,
      bodyHtml,
      bodyText,
      fields,
      attachments,
      changeNote: `恢复自第 ${number} 版`,
    };
    await saveText(trx, item.countyId, id, text);
    await updateItem(trx, { ...item, title, textNumber: text.number, updatedAt: caller.now });
    record({
      action: 'item.restore-version',
      record: recordOf(item),
      organId: item.organId,
      before: auditedText(before),
      after: { ...auditedText(text), restored: number },
      masks: textMasks,
    });
    return success({ version: item.version + 1, textNumber: text.number });
  });
}

/** The versions of an item, the latest first. */
export async function listVersions(db: Db, caller: Caller, id: string): Promise<Result<ListedText[]>> {
  const opened = await openItem(db, caller, id);
  return opened.ok ? success(await listTexts(db, caller.authority.countyId, id)) : opened;
}

/** What an item says in one version. */
export async function getVersion(db: Db, caller: Caller, id: string, number: number): Promise<Result<ItemText>> {
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const text = await findText(db, caller.authority.countyId, id, number);
  return text ? success(text) : noSuchVersion();
}

const noSuchVersion = () => missing('没有这个版本，请刷新后重新选择。');

/** What is different between two versions, as somebody reads it. */
export interface VersionDifferences {
  title?: { before: string; after: string };
  summary?: { before: string; after: string };
  fields: { label: string; before: string; after: string }[];
  attachments: { added: string[]; removed: string[] };
  body: DifferenceLine[];
}

/** Compares two versions of an item: title, summary, what stands beside the text, fields, attachments, and the text line by line. */
export async function compareVersions(
  db: Db,
  caller: Caller,
  id: string,
  numbers: { before: number; after: number },
): Promise<Result<VersionDifferences>> {
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const { item } = opened.value;
  const { countyId } = item;
  const [before, after] = await Promise.all([
    findText(db, countyId, id, numbers.before),
    findText(db, countyId, id, numbers.after),
  ]);
  if (!before || !after) return noSuchVersion();
  const names = (text: ItemText) => text.attachments.map(({ name }) => name);
  return success({
    ...(before.title === after.title ? {} : { title: { before: before.title, after: after.title } }),
    ...(before.summary === after.summary ? {} : { summary: { before: before.summary, after: after.summary } }),
    fields: [...(await compareHeads(db, caller, item, before, after)), ...compareFields(item, before, after)],
    attachments: {
      added: names(after).filter((name) => !names(before).includes(name)),
      removed: names(before).filter((name) => !names(after).includes(name)),
    },
    body: diffTexts(before.bodyText, after.bodyText),
  });
}

type Difference = VersionDifferences['fields'][number];

const differing = (label: string, before: string, after: string): Difference[] =>
  before === after ? [] : [{ label, before, after }];

/** The fields of the kinds that either version has: a draft may have become another kind in between. */
function compareFields(item: Item, before: ItemText, after: ItemText): Difference[] {
  const kinds = [before, after].map(({ head }) => kindOf(head?.kind ?? item.kind));
  const fields = new Map(kinds.flatMap((kind) => kind.fields.map((field) => [field.key, field] as const)));
  return [...fields.values()].flatMap((field) =>
    differing(field.label, showField(field, before.fields[field.key]), showField(field, after.fields[field.key])),
  );
}

/** What stands beside the text: 发文字号, 成文日期, 公开属性 … ; nothing where a version was kept without it. */
async function compareHeads(
  db: Db,
  caller: Caller,
  item: Item,
  before: ItemText,
  after: ItemText,
): Promise<Difference[]> {
  // The version that is written on has none of its own yet: the item itself says it.
  const headFor = ({ number, head }: ItemText) => head ?? (number === item.textNumber ? headOf(item) : undefined);
  const heads = [headFor(before), headFor(after)];
  const [one, other] = heads;
  if (!one || !other) return [];
  const organIds = heads.flatMap((head) => [
    ...(head?.organId === undefined ? [] : [head.organId]),
    ...(head?.origin?.kind === 'joint' ? [head.origin.leadOrganId] : []),
  ]);
  const lineIds = [...new Set(heads.flatMap((head) => head?.catalogueItemId ?? []))];
  const [organs, lines] = await Promise.all([
    listPlaces(db, item.countyId, [...new Set(organIds)], dayOf(caller)),
    Promise.all(lineIds.map((id) => findCatalogueItem(db, item.countyId, id))),
  ]);
  const names: HeadNames = {
    organ: (id) => organs.get(id)?.fullName ?? '已撤销的机构',
    catalogueItem: (id) => lines.find((line) => line?.id === id)?.name ?? '已删除的公开事项',
  };
  const facts = listHeadFacts(likened(other, one), names);
  return listHeadFacts(likened(one, other), names).flatMap(({ label, value }, at) =>
    differing(label, value, facts[at]?.value ?? ''),
  );
}

/** A head from before all of this was kept, with what it does not know as the other has it: that is no difference. */
function likened(head: ItemHead, { kind, organId, origin, important, catalogueItemId }: ItemHead): ItemHead {
  if (head.kind !== undefined) return head;
  const known = Object.entries({ kind, organId, origin, important, catalogueItemId });
  return { ...Object.fromEntries(known.filter(([, value]) => value !== undefined)), ...head };
}
