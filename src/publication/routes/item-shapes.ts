import { z } from 'zod';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { day, id, instant, pageQuery, seenVersion } from '../../platform/http/api/index.ts';
import { contentColumnKeys, fieldKeys } from '../domain/columns.ts';
import { disclosures, relationKinds, validities } from '../domain/item.ts';
import { kindKeys } from '../domain/kinds/index.ts';
import { stateKeys, workflowActKeys } from '../domain/states.ts';
import { itemOrders } from '../service/items.ts';

/** The shapes in which items go in and out. Generous, so that the rules of the domain give their own sentences. */

export const plainDay = day.transform((text) => text as PlainDate);
const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];
export const kind = z.enum(kindKeys, '请选择信息类别');
const state = z.enum(stateKeys);
export const column = z.enum(contentColumnKeys, '请选择发布栏目');
const field = z.enum(fieldKeys, '请选择试点领域');
const disclosure = z.enum(keysOf(disclosures), '请选择公开属性');
const validity = z.enum(keysOf(validities));
const relationKind = z.enum(keysOf(relationKinds), '请选择关联方式');
const article20 = z.int().min(1).max(15);
const short = (most: number) => z.string().max(most);
const flag = z.stringbool();
/** A key that comes several times in an address, or once. */
const several = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (sent) => (sent === undefined || Array.isArray(sent) ? sent : [sent]),
    z.array(value).max(40).optional(),
  );

export const itemSearch = pageQuery.extend({
  words: z.string().trim().max(100).optional(),
  withinId: id.optional(),
  kinds: several(kind),
  states: several(state),
  columnKey: column.optional(),
  fieldKey: field.optional(),
  year: z.coerce.number().int().min(1949).max(2099).optional(),
  disclosure: disclosure.optional(),
  validity: validity.optional(),
  catalogueItemId: id.optional(),
  importId: id.optional(),
  overdue: flag.optional(),
  owed: flag.optional(),
  mine: flag.optional(),
  live: flag.optional(),
  reassess: flag.optional(),
  order: z.enum(itemOrders).optional(),
});

const exemption = z.object({ ground: short(40), part: short(40).optional(), reason: short(2_000) });

const origin = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('made') }),
    z.object({ kind: z.literal('joint'), leadOrganId: short(40), otherOrgans: z.array(short(100)).max(30) }),
    z.object({ kind: z.literal('from-public'), source: short(200) }),
    z.object({ kind: z.literal('from-organ'), source: short(200), disclosedBy: z.enum(['maker', 'us']) }),
  ],
  '请选择信息的产生方式',
);

export const clearances = z.object({
  consultations: z
    .array(z.object({ organ: short(100), agreedOn: plainDay.optional(), proof: short(200).optional() }))
    .max(30)
    .optional(),
  approval: z
    .object({
      authority: short(100),
      basis: short(300),
      grantedOn: plainDay.optional(),
      proof: short(200).optional(),
    })
    .optional(),
});

const fieldValue = z.union([short(20_000), z.number(), z.boolean(), z.array(short(2_000)).max(200)]);
const shownValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]);
const attachment = z.object({ id, name: z.string().trim().min(1, '请填写附件名称').max(200) });

export const beginning = z.object({
  kind,
  draftingOrganId: id.optional(),
  organId: id.optional(),
  title: short(400).optional(),
  formedOn: plainDay.optional(),
  catalogueItemId: id.optional(),
});

/** What is saved of a draft; what is absent stays, null empties. */
const changes = z.object({
  title: short(400).optional(),
  summary: short(2_000).optional(),
  bodyHtml: short(5_000_000).optional(),
  fields: z.record(short(40), fieldValue).optional(),
  attachments: z.array(attachment).max(100).optional(),
  changeNote: short(500).optional(),
  kind: kind.optional(),
  organId: id.optional(),
  columnKey: column.optional(),
  fieldKey: field.nullable().optional(),
  article20: article20.nullable().optional(),
  catalogueItemId: id.nullable().optional(),
  disclosure: disclosure.optional(),
  exemption: exemption.optional(),
  origin: origin.optional(),
  clearances: clearances.optional(),
  important: z.boolean().optional(),
  formedOn: plainDay.optional(),
  documentNumber: short(200).nullable().optional(),
  expiresOn: plainDay.nullable().optional(),
  expiryAct: z.enum(['withdraw', 'de-identify']).optional(),
  relations: z
    .array(z.object({ kind: relationKind, toItemId: id.optional(), toDocument: short(300).optional() }))
    .max(100)
    .optional(),
});
export const draftChanges = changes.extend({ version: seenVersion });
export const asideChanges = changes;

/** What is wrong with a field, and how it could be written instead. */
export const remark = z.object({ field: z.string(), message: z.string(), suggestion: z.string().optional() });

const organ = z.object({ id, shortName: z.string(), fullName: z.string() });

const shared = {
  id,
  version: z.int(),
  kind: z.string(),
  title: z.string(),
  state,
  stateSince: instant,
  indexNumber: z.string().optional(),
  documentNumber: z.string().optional(),
  columnKey: z.string(),
  fieldKey: z.string().optional(),
  article20: article20.optional(),
  disclosure,
  important: z.boolean(),
  formedOn: day,
  dueOn: day.optional(),
  validity: validity.optional(),
  validitySince: day.optional(),
  validUntil: day.optional(),
  expiresOn: day.optional(),
  expiryAct: z.enum(['withdraw', 'de-identify']).optional(),
  expiredAt: instant.optional(),
  liveTextNumber: z.int().optional(),
  publishedAt: instant.optional(),
  publishedOn: day.optional(),
  liveSince: instant.optional(),
  withdrawnAt: instant.optional(),
  withdrawnBecause: z.string().optional(),
  publishAt: instant.optional(),
  urgentSince: instant.optional(),
  secondLookDueOn: day.optional(),
  reassessOn: day.optional(),
  source: z.enum(['written', 'bulk', 'import']),
  updatedAt: instant,
};

export const listedItem = z.object({
  ...shared,
  organId: id,
  organ: z.string(),
  draftingOrgan: z.string(),
  authorId: id,
});

export const itemText = z.object({
  number: z.int(),
  title: z.string(),
  summary: z.string(),
  bodyHtml: z.string(),
  bodyText: z.string(),
  fields: z.record(z.string(), shownValue).readonly(),
  attachments: z.array(z.object({ id, name: z.string() })).readonly(),
  changeNote: z.string(),
  frozen: z.boolean(),
  savedByName: z.string(),
  savedAt: instant,
});

export const listedText = itemText.pick({
  number: true,
  title: true,
  changeNote: true,
  frozen: true,
  savedByName: true,
  savedAt: true,
});

const related = z.object({
  id,
  kind: relationKind,
  /** From which end it is read: `from` says it of the other, `to` is told of by the other. */
  end: z.enum(['from', 'to']),
  toDocument: z.string().optional(),
  organ: z.string(),
  other: z
    .object({
      id,
      title: z.string(),
      kind: z.string(),
      state,
      live: z.boolean(),
      documentNumber: z.string().optional(),
      validity: validity.optional(),
      publishedOn: day.optional(),
    })
    .optional(),
});

export const itemDetail = z.object({
  ...shared,
  organ,
  draftingOrgan: organ,
  authorId: id,
  author: z.string(),
  catalogueItem: z.object({ id, topic: z.string(), name: z.string() }).optional(),
  exemption: exemption.optional(),
  origin: z.object({
    kind: z.enum(['made', 'joint', 'from-public', 'from-organ']),
    leadOrganId: z.string().optional(),
    otherOrgans: z.array(z.string()).readonly().optional(),
    source: z.string().optional(),
    disclosedBy: z.enum(['maker', 'us']).optional(),
  }),
  clearances: z.object({
    consultations: z
      .array(z.object({ organ: z.string(), agreedOn: day.optional(), proof: z.string().optional() }))
      .readonly()
      .optional(),
    approval: z
      .object({
        authority: z.string(),
        basis: z.string(),
        grantedOn: day.optional(),
        proof: z.string().optional(),
      })
      .optional(),
  }),
  discloser: z.object({ isOurs: z.boolean(), sentence: z.string(), article: z.string() }),
  textNumber: z.int(),
  text: itemText,
  attachments: z.array(z.object({ id, name: z.string(), size: z.int().optional(), mediaType: z.string().optional() })),
  related: z.array(related),
  remarks: z.array(remark),
  notCleared: z.string().optional(),
  writable: z.object({ ok: z.boolean(), because: z.string().optional() }),
  importId: id.optional(),
  createdAt: instant,
});

export const itemEvent = z.object({
  position: z.int(),
  act: z.enum(workflowActKeys),
  fromState: state.optional(),
  toState: state,
  textNumber: z.int(),
  opinion: z.string(),
  personName: z.string(),
  role: z.string().optional(),
  behalfName: z.string().optional(),
  at: instant,
});

/** An item as it is offered where another one says something of it. */
export const linkableItem = z.object({
  id,
  title: z.string(),
  kind: z.string(),
  organ: z.string(),
  documentNumber: z.string().optional(),
  indexNumber: z.string().optional(),
  validity: validity.optional(),
  publishedOn: day.optional(),
  state,
});
