import type { PlainDate } from '../../kernel/plain-date.ts';
import type { ChannelKey } from '../../publication/domain/channels.ts';
import type { ItemEvent } from '../../publication/domain/event.ts';
import type {
  Clearances,
  Disclosure,
  Exemption,
  ExpiryAct,
  FieldValue,
  Item,
  RelationKind,
} from '../../publication/domain/item.ts';

/** What is wrong with a record on purpose, so that lists, checks and the county find it. */
export type Mistake =
  | 'late'
  | 'overdue-draft'
  | 'returned'
  | 'personal-data'
  | 'near-duplicate'
  | 'no-interpretation'
  | 'document-number'
  | 'wechat-failed'
  | 'no-photo'
  | 'urgent-owed'
  | 'withdrawn';

/** Something that was done about a planned record; persons by their login names, the system without one. */
export type PlannedEvent = Omit<ItemEvent, 'personId'> & { personId?: string | undefined };

/** What a planned record says in one version. */
export interface PlannedText {
  number: number;
  title: string;
  summary: string;
  bodyHtml: string;
  fields: Readonly<Record<string, FieldValue>>;
  changeNote: string;
  /** Login name; absent for the system. */
  savedBy?: string;
  savedAt: Date;
  frozen: boolean;
}

/** A record of the fictional county with its history. Organs by key, persons by login name, records by key. */
export interface PlannedItem {
  key: string;
  organ: string;
  draftingOrgan: string;
  author: string;
  kind: string;
  /** The line of the catalogue, by its template. */
  line?: string | undefined;
  columnKey: Item['columnKey'];
  fieldKey?: Item['fieldKey'] | undefined;
  article20?: number | undefined;
  disclosure: Disclosure;
  exemption?: Exemption | undefined;
  origin: Item['origin'];
  clearances: Clearances;
  important: boolean;
  formedOn: PlainDate;
  dueOn?: PlainDate | undefined;
  documentNumber?: string | undefined;
  /** 机关代字 of a number that is given when all records of the year are known. */
  mark?: string | undefined;
  expiresOn?: PlainDate | undefined;
  expiryAct?: ExpiryAct | undefined;
  source: Item['source'];
  /** Those of one spreadsheet have the same. */
  batch?: string | undefined;
  /** Until when the reviews that an urgent publication skipped are owed. */
  secondLookDueOn?: PlainDate | undefined;
  /** When it is published by itself. */
  publishAt?: Date | undefined;
  texts: readonly PlannedText[];
  events: readonly PlannedEvent[];
  relations: readonly PlannedRelation[];
  channels: readonly ChannelKey[];
  mistakes: readonly Mistake[];
}

/** What a planned record says of another. */
export type PlannedRelation = { kind: RelationKind } & ({ to: string } | { toDocument: string });
