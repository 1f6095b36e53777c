import type { PlainDate } from '../../kernel/plain-date.ts';
import type {
  Clearances,
  Disclosure,
  Exemption,
  ExpiryAct,
  Item,
  ItemAttachment,
  ItemText,
  Origin,
  RelationKind,
} from './item.ts';
import { type KindKey, kindOf } from './kinds/index.ts';

/** What somebody wrote in a draft; what is absent stays, null empties. */
export interface DraftChanges {
  title?: string | undefined;
  summary?: string | undefined;
  bodyHtml?: string | undefined;
  fields?: ItemText['fields'] | undefined;
  attachments?: readonly ItemAttachment[] | undefined;
  changeNote?: string | undefined;
  kind?: KindKey | undefined;
  organId?: string | undefined;
  columnKey?: Item['columnKey'] | undefined;
  fieldKey?: Item['fieldKey'] | null | undefined;
  article20?: number | null | undefined;
  catalogueItemId?: string | null | undefined;
  disclosure?: Disclosure | undefined;
  exemption?: Exemption | undefined;
  origin?: Origin | undefined;
  clearances?: Clearances | undefined;
  important?: boolean | undefined;
  formedOn?: PlainDate | undefined;
  documentNumber?: string | null | undefined;
  expiresOn?: PlainDate | null | undefined;
  expiryAct?: ExpiryAct | undefined;
  relations?: readonly WrittenRelation[] | undefined;
}

/** What somebody says of another item: one in the system, or a document by title and number. */
export interface WrittenRelation {
  kind: RelationKind;
  toItemId?: string | undefined;
  toDocument?: string | undefined;
}

/** An item with what was written beside its text; the day it is due is reckoned elsewhere. */
export function changeHead(item: Item, changes: DraftChanges): Item {
  const disclosure = changes.disclosure ?? item.disclosure;
  const kind = changes.kind ?? item.kind;
  const expiresOn = present(changes.expiresOn, item.expiresOn);
  const documentNumber = present(changes.documentNumber, item.documentNumber)?.trim();
  const {
    fieldKey: _field,
    article20: _article,
    catalogueItemId: _line,
    exemption,
    documentNumber: _number,
    expiresOn: _day,
    expiryAct,
    ...rest
  } = item;
  return defined({
    ...rest,
    kind,
    title: changes.title ?? item.title,
    organId: changes.organId ?? item.organId,
    columnKey: changes.columnKey ?? (kind === item.kind ? item.columnKey : kindOf(kind).column),
    fieldKey: present(changes.fieldKey, item.fieldKey),
    article20: present(changes.article20, kind === item.kind ? item.article20 : kindOf(kind).article20),
    // A line of the catalogue is one of the organ that discloses.
    catalogueItemId: present(
      changes.catalogueItemId,
      changes.organId === undefined || changes.organId === item.organId ? item.catalogueItemId : undefined,
    ),
    disclosure,
    // Half-written: the ground is asked for before the draft is submitted.
    exemption: disclosure === 'proactive' ? undefined : (changes.exemption ?? exemption ?? { ground: '', reason: '' }),
    origin: changes.origin ?? item.origin,
    clearances: changes.clearances ?? item.clearances,
    important: changes.important ?? (kind === item.kind ? item.important : (kindOf(kind).important ?? false)),
    formedOn: changes.formedOn ?? item.formedOn,
    documentNumber: documentNumber === '' ? undefined : documentNumber,
    expiresOn,
    expiryAct: expiresOn === undefined ? undefined : (changes.expiryAct ?? expiryAct ?? 'withdraw'),
  });
}

/** The fields of a text as its kind has them now: those the kind does not know are left out when it changed. */
export function changeFields(fields: ItemText['fields'], before: string, after: string): ItemText['fields'] {
  if (before === after) return fields;
  const known = new Set(kindOf(after).fields.map(({ key }) => key));
  return Object.fromEntries(Object.entries(fields).filter(([key]) => known.has(key)));
}

const present = <Value>(written: Value | null | undefined, before: Value | undefined): Value | undefined =>
  written === undefined ? before : (written ?? undefined);

const defined = (item: { [Key in keyof Item]: Item[Key] | undefined }): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as Item;
