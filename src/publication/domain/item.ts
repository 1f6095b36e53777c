import type { ColumnKey } from '../../catalogue/domain/columns.ts';
import type { FieldKey } from '../../catalogue/domain/fields.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { State } from './states.ts';

/** 公开属性 (国办发〔2016〕80号): decided with the draft; 公开为常态, so that `proactive` is the first. */
export const disclosures = {
  proactive: '主动公开',
  'on-request': '依申请公开',
  withheld: '不予公开',
} as const;
export type Disclosure = keyof typeof disclosures;

/**
 * Why something is not disclosed by itself: the ground in the 条例 and the reason in words.
 * 不予公开 rests on art. 14, 15 or 16 and on nothing else; 依申请公开 on what art. 19 and 20 do not ask for.
 */
export interface Exemption {
  /** Key in `grounds.ts`, e.g. `15-third-party`. */
  ground: string;
  /** Which of its cases, e.g. `draft` of 过程性信息. */
  part?: string | undefined;
  reason: string;
}

/**
 * 产生方式 (条例 art. 10): who discloses follows from it.
 *
 * - `made`: by the organ itself.
 * - `joint`: made with others; the one that leads discloses.
 * - `from-public`: obtained from citizens and enterprises; who keeps it discloses.
 * - `from-organ`: obtained from another organ; the maker, or who obtained it first, discloses.
 */
export type Origin =
  | { kind: 'made' }
  | { kind: 'joint'; leadOrganId: string; otherOrgans: readonly string[] }
  | { kind: 'from-public'; source: string }
  | { kind: 'from-organ'; source: string; disclosedBy: 'maker' | 'us' };

/** 有效性 of a normative document. */
export const validities = { valid: '有效', amended: '已修改', repealed: '废止', expired: '失效' } as const;
export type Validity = keyof typeof validities;

/** What happens to a 公示 after its last day: `withdraw` takes it down, `de-identify` takes names and numbers out. */
export type ExpiryAct = 'withdraw' | 'de-identify';

/** How one item relates to another; the later one says it of the earlier one. */
export const relationKinds = {
  repeals: { name: '废止', inverse: '被废止于' },
  amends: { name: '修改', inverse: '被修改于' },
  interprets: { name: '解读', inverse: '解读材料' },
  'outcome-of': { name: '结果反馈', inverse: '结果' },
  clarifies: { name: '澄清', inverse: '被澄清于' },
  'attached-to': { name: '配套', inverse: '配套文件' },
} as const;
export type RelationKind = keyof typeof relationKinds;

/** Another organ that has to be asked before publication (条例 art. 11: information that concerns it). */
export interface Consultation {
  /** 需协商机关, by name: it may stand outside the system. */
  organ: string;
  /** The day of its answer; absent while it is owed. */
  agreedOn?: PlainDate | undefined;
  /** 函号 or whatever the answer is found by. */
  proof?: string | undefined;
}

/** An approval that a law or rule demands before publication (条例 art. 11 paragraph 2). */
export interface ApprovalNeeded {
  /** Who approves. */
  authority: string;
  /** The rule that demands it. */
  basis: string;
  grantedOn?: PlainDate | undefined;
  proof?: string | undefined;
}

/** What has to be agreed with others before publication; nothing at all for most items. */
export interface Clearances {
  consultations?: readonly Consultation[] | undefined;
  approval?: ApprovalNeeded | undefined;
}

/** One piece of government information on its way to the public; what it says is its {@link ItemText}. */
export interface Item {
  countyId: string;
  id: string;
  /** 公开责任主体. */
  organId: string;
  /** Where the author sits: the same organ or one below it. */
  draftingOrganId: string;
  authorId: string;
  /** Key of the table of kinds. */
  kind: string;
  title: string;
  /** 索引号; absent until the first publication. */
  indexNumber?: string;
  catalogueItemId?: string;
  columnKey: ColumnKey;
  fieldKey?: FieldKey;
  /** 1 to 15. */
  article20?: number;
  disclosure: Disclosure;
  exemption?: Exemption;
  origin: Origin;
  clearances: Clearances;
  important: boolean;
  /** 形成或变更 day. */
  formedOn: PlainDate;
  /** Last day of publication (条例 art. 26 or a special rule). */
  dueOn?: PlainDate;
  documentNumber?: string;
  validity?: Validity;
  validitySince?: PlainDate;
  /** 有效期: last day in force of the document as published. */
  validUntil?: PlainDate;
  /** Last day of a 公示. */
  expiresOn?: PlainDate;
  expiryAct?: ExpiryAct;
  /** When it was taken down or de-identified by itself. */
  expiredAt?: Date;
  state: State;
  stateSince: Date;
  textNumber: number;
  /** Present as long as the public sees it. */
  liveTextNumber?: number;
  publishedAt?: Date;
  publishedOn?: PlainDate;
  liveSince?: Date;
  withdrawnAt?: Date;
  withdrawnBecause?: string;
  /** When it is published by itself. */
  publishAt?: Date;
  /** Somebody asked the leaders for urgent publication then, and they have not decided. */
  urgentSince?: Date;
  /** Reviews that an urgent publication skipped are owed until then. */
  secondLookDueOn?: PlainDate;
  source: 'written' | 'bulk' | 'import';
  importId?: string;
  reassessOn?: PlainDate;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** An attachment as a text names it; the file itself is in the storage, owned by `publication-item`. */
export interface ItemAttachment {
  id: string;
  /** What it is called to the public. */
  name: string;
}

/** What stands beside a text: kept with it when it is frozen, because the item itself goes on with the next draft. */
export type ItemHead = Pick<
  Item,
  | 'columnKey'
  | 'fieldKey'
  | 'article20'
  | 'disclosure'
  | 'exemption'
  | 'formedOn'
  | 'documentNumber'
  | 'expiresOn'
  | 'expiryAct'
> &
  // Absent in heads from before these were kept.
  Partial<Pick<Item, 'kind' | 'organId' | 'origin' | 'important' | 'catalogueItemId'>>;

/** What an item says, in one version. */
export interface ItemText {
  /** 1, 2, 3 … */
  number: number;
  title: string;
  /** 内容概述 (条例 art. 12). */
  summary: string;
  /** Clean semantic HTML, sanitised on the server. */
  bodyHtml: string;
  /** The words of it, one block a line. */
  bodyText: string;
  /** What the kind asks for: text, a day, a number of 分, a list of lines. */
  fields: Readonly<Record<string, FieldValue>>;
  attachments: readonly ItemAttachment[];
  changeNote: string;
  /** Present once it is frozen. */
  head?: ItemHead;
  frozen: boolean;
  savedBy: string;
  savedByName: string;
  savedAt: Date;
}

export type FieldValue = string | number | boolean | readonly string[];

/** What an item says of another: of one in the system, or of a document named by title and number. */
export interface Relation {
  id: string;
  /** The later one. */
  itemId: string;
  kind: RelationKind;
  toItemId?: string;
  toDocument?: string;
}
