import type { Readable } from 'node:stream';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { missing, type Result, success } from '../../kernel/result.ts';
import { listPlaces } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { picturesOf } from '../../platform/documents/rich-text/index.ts';
import { type Attachment, findAttachment, openAttachment, type Storage } from '../../platform/storage/index.ts';
import { columnOf, fields, isField } from '../domain/columns.ts';
import {
  disclosures,
  type Item,
  type ItemHead,
  type ItemText,
  relationKinds,
  type Validity,
  validities,
} from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';
import { showField } from '../domain/kinds/show.ts';
import { headOf } from '../domain/shortcomings.ts';
import { findItem } from '../store/items.ts';
import { findNumberedItem, listPublicRelations, type PublicRelation } from '../store/public-items.ts';
import { getText } from '../store/texts.ts';
import { itemOwner } from './items.ts';

/** A line of the head of an item: 索引号、发布机构、成文日期 …, or of what its kind asks for. */
export interface PublicFact {
  label: string;
  value: string;
}

/** A file beside the text. */
export interface PublicFile {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
  mediaType: string;
}

/** Other items under one heading, e.g. 解读材料. */
export interface PublicRelations {
  label: string;
  items: readonly Pick<PublicRelation, 'title' | 'indexNumber' | 'publishedOn' | 'validity'>[];
}

/** An item as the public sees it. */
export interface PublicItem {
  indexNumber: string;
  title: string;
  /** 发布机构, as it was called on the day of publication. */
  organName: string;
  columnName: string;
  documentNumber?: string;
  /** 有效性 with since when and by which document, where the kind keeps it. */
  validity?: { key: Validity; name: string; since?: PlainDate; by: PublicRelations['items'] };
  facts: readonly PublicFact[];
  /** What its kind asks for, e.g. 处罚结果. */
  fields: readonly PublicFact[];
  summary: string;
  /** Clean semantic HTML; pictures as `attachment:<id>`. */
  bodyHtml: string;
  files: readonly PublicFile[];
  relations: readonly PublicRelations[];
  publishedOn: PlainDate;
}

/** What stands under a 索引号: the item, or that it was taken down, when and why. */
export type PublicAnswer =
  | { kind: 'public'; item: PublicItem }
  | { kind: 'withdrawn'; indexNumber: string; withdrawnOn: PlainDate; because: string };

/**
 * What the public sees under a 索引号 at this moment; undefined where nothing was ever published under it. Only the text
 * that was decided upon is read, never the draft that may follow it. Of what was taken down nothing is told but when and why.
 */
export async function readPublicItem(
  db: Db,
  countyId: string,
  indexNumber: string,
  now: Date,
): Promise<PublicAnswer | undefined> {
  const item = await findNumberedItem(db, countyId, indexNumber);
  if (!item) return undefined;
  if (item.liveTextNumber === undefined) {
    const withdrawnOn = dayInChina(item.withdrawnAt ?? item.stateSince);
    return { kind: 'withdrawn', indexNumber, withdrawnOn, because: item.withdrawnBecause ?? '' };
  }
  const publishedOn = item.publishedOn ?? dayInChina(now);
  const [text, relations, places] = await Promise.all([
    getText(db, countyId, item.id, item.liveTextNumber),
    listPublicRelations(db, countyId, item.id),
    listPlaces(db, countyId, [item.organId], publishedOn),
  ]);
  const head = publicHeadOf(item, text);
  const organName = places.get(item.organId)?.fullName ?? '';
  return {
    kind: 'public',
    item: {
      indexNumber,
      title: text.title,
      organName,
      columnName: columnOf(head.columnKey).name,
      ...(head.documentNumber === undefined ? {} : { documentNumber: head.documentNumber }),
      ...validityOf(item, relations),
      facts: factsOf(item, head, text.summary, organName, publishedOn),
      fields: fieldsOf(item, text),
      summary: text.summary,
      bodyHtml: text.bodyHtml,
      files: await listFiles(db, item, text),
      relations: groupRelations(relations),
      publishedOn,
    },
  };
}

/**
 * A file that belongs to what is public at this moment: an attachment or a picture of the text the public sees.
 * Everything else is as if it were not there.
 */
export async function openPublicFile(
  storage: Pick<Storage, 'db' | 'store' | 'log'>,
  countyId: string,
  id: string,
): Promise<Result<{ name: string; attachment: Attachment; content: Readable }>> {
  const nothing = missing('没有这个附件，或者它已经不再公开。');
  const attachment = await findAttachment(storage.db, countyId, id);
  if (attachment?.owner?.kind !== itemOwner) return nothing;
  const item = await findItem(storage.db, countyId, attachment.owner.id);
  if (item?.liveTextNumber === undefined) return nothing;
  const text = await getText(storage.db, countyId, item.id, item.liveTextNumber);
  const named = text.attachments.find((file) => file.id === id);
  if (!named && !picturesOf(text.bodyHtml).includes(id)) return nothing;
  const opened = await openAttachment(storage, attachment);
  return opened.ok ? success({ name: publicName(named?.name, attachment), attachment, content: opened.value }) : opened;
}

/**
 * What stands beside the text the public sees. The item itself goes on with the next draft: it is asked only while there is
 * none. @throws when a draft follows a text that was never frozen: nobody could tell what of it is public
 */
function publicHeadOf(item: Item, text: ItemText): ItemHead {
  if (text.head) return text.head;
  if (item.textNumber !== text.number) throw new Error(`public text ${text.number} of item ${item.id} has no head`);
  return headOf(item);
}

function validityOf(item: Item, relations: readonly PublicRelation[]): Pick<PublicItem, 'validity'> {
  const { validity, validitySince } = item;
  if (!validity) return {};
  const by = relations.filter(({ kind, end }) => end === 'to' && (kind === 'repeals' || kind === 'amends'));
  const since = validitySince === undefined ? {} : { since: validitySince };
  return { validity: { key: validity, name: validities[validity], ...since, by } };
}

/** The head of the page, in the order of the platforms of governments: 索引号 first, 内容概述 last. */
function factsOf(item: Item, head: ItemHead, summary: string, organName: string, publishedOn: PlainDate): PublicFact[] {
  const kind = kindOf(item.kind);
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ['索引号', item.indexNumber],
    ['信息类别', kind.name],
    ['所属栏目', columnOf(head.columnKey).name],
    ['所属领域', head.fieldKey && isField(head.fieldKey) ? fields[head.fieldKey].name : undefined],
    ['发布机构', organName],
    [kind.documentNumber?.label ?? '发文字号', head.documentNumber],
    [kind.formedLabel ?? '生成日期', head.formedOn],
    ['发布日期', publishedOn],
    ['有效性', item.validity && validities[item.validity]],
    ['公开方式', disclosures[head.disclosure]],
    ['公示截止', head.expiresOn],
    ['内容概述', summary],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function fieldsOf(item: Item, text: ItemText): PublicFact[] {
  return kindOf(item.kind).fields.flatMap((field) => {
    const value = showField(field, text.fields[field.key]);
    return value === '' ? [] : [{ label: field.label, value }];
  });
}

async function listFiles(db: Db, item: Item, text: ItemText): Promise<PublicFile[]> {
  const found = await Promise.all(
    text.attachments.map(async ({ id, name }) => {
      const attachment = await findAttachment(db, item.countyId, id);
      if (!attachment || attachment.removedAt) return [];
      return [{ id, name: publicName(name, attachment), size: attachment.size, mediaType: attachment.mediaType }];
    }),
  );
  return found.flat();
}

/**
 * What a file is called to the public: as its author named it, with the ending of what it is. A text that calls itself a
 * page would be opened as one.
 *
 * @example publicName('名单.html', { fileName: '2026.docx' }) // '名单.html.docx'
 */
function publicName(name: string | undefined, { fileName }: Pick<Attachment, 'fileName'>): string {
  if (name === undefined) return fileName;
  const ending = /\.[^.]+$/.exec(fileName)?.[0] ?? '';
  return name.toLowerCase().endsWith(ending.toLowerCase()) ? name : `${name}${ending}`;
}

function groupRelations(relations: readonly PublicRelation[]): PublicRelations[] {
  const groups = Map.groupBy(relations, ({ kind, end }) => relationKinds[kind][end === 'from' ? 'name' : 'inverse']);
  return [...groups].map(([label, items]) => ({ label, items }));
}
