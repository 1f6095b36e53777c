import { z } from 'zod';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { day, id, instant, seenVersion } from '../../platform/http/api/index.ts';
import { organKinds, organStatuses } from '../domain/organ.ts';
import { type OrganChangeKind, organChangeNames } from '../domain/organ-event.ts';
import { type OrganProfile, profileFields, profileKeys } from '../domain/organ-profile.ts';

/** The shapes in which organs go in and out. */

export const plainDay = day.transform((text) => text as PlainDate);
const kind = z.enum(organKinds, '请选择机构类别');
const status = z.enum(organStatuses);
const text = (maximum: number) => z.string().max(maximum);
const nameText = text(60);
const flag = z.stringbool();

/** An identifier that forms send as an empty text when nothing is chosen. */
const optionalId = z.preprocess((sent) => (sent === '' || sent === null ? undefined : sent), id.optional());

// Generous, so that the rules of the domain give their own sentence.
const profileShape = Object.fromEntries(
  profileKeys.map((key) => [key, text(profileFields[key].maximum * 2 + 40)]),
) as Record<keyof OrganProfile, z.ZodString>;
const profile = z.object(profileShape);

export const organFilter = z.object({
  asOf: plainDay.optional(),
  words: z.string().trim().max(60).optional(),
  kind: kind.optional(),
  withinId: optionalId,
  ended: flag.optional(),
});

export const listedOrgan = z.object({
  id,
  parentId: id.nullable(),
  kind,
  status,
  fullName: z.string(),
  shortName: z.string(),
  sortOrder: z.int(),
  divisionCode: z.string(),
  creditCode: z.string(),
});

const namedOrgan = z.object({ id, shortName: z.string() });

const version = z.object({
  from: day,
  until: day.optional(),
  status,
  kind,
  fullName: z.string(),
  shortName: z.string(),
  parentId: id.optional(),
});

/** What happens to an organ, as it is sent; the shapes of domain/organ-event.ts. */
const change = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('renamed'), fullName: nameText, shortName: nameText, organKind: kind.optional() }),
    z.object({ kind: z.literal('moved'), parentId: optionalId }),
    z.object({ kind: z.literal('merged'), successorId: id }),
    z.object({
      kind: z.literal('split'),
      successorIds: z.array(id).min(1, '请选择拆分后的机构').max(20),
      continues: z.literal(true).optional(),
    }),
    z.object({ kind: z.literal('abolished'), successorIds: z.array(id).max(20).optional() }),
    z.object({
      kind: z.literal('re-established'),
      organKind: kind,
      fullName: nameText,
      shortName: nameText,
      parentId: optionalId,
    }),
    z.object({ kind: z.literal('transferred'), what: z.string().trim().min(1, '请填写划转的职能').max(200), toId: id }),
    z.object({
      kind: z.literal('set-up'),
      organKind: kind,
      fullName: nameText,
      shortName: nameText,
      parentId: optionalId,
    }),
  ],
  '请选择登记事项的类别',
);

const event = z.object({
  id,
  day,
  kind: z.enum(Object.keys(organChangeNames) as OrganChangeKind[]),
  /** As a phrase. */
  text: z.string(),
  change: z.looseObject({ kind: z.string() }),
  documentNumber: z.string(),
  attachmentId: id.optional(),
  note: z.string(),
  recordedAt: instant,
  recordedBy: z.string(),
  withdrawn: z.object({ at: instant, by: z.string(), because: z.string() }).optional(),
});

export const organDetail = z.object({
  id,
  version: z.int(),
  asOf: day,
  status,
  kind,
  fullName: z.string(),
  shortName: z.string(),
  parentId: id.optional(),
  aliases: z.array(z.string()),
  sortOrder: z.int(),
  profile: z.object(
    Object.fromEntries(profileKeys.map((key) => [key, z.string()])) as Record<keyof OrganProfile, z.ZodString>,
  ),
  path: z.array(namedOrgan),
  history: z.array(version),
  events: z.array(event),
  successors: z.array(namedOrgan),
  counts: z.object({ children: z.int(), below: z.int() }),
  duties: z.array(z.object({ key: z.string(), text: z.string() })),
  rights: z.object({ maintain: z.boolean(), maintainContacts: z.boolean() }),
  changedAt: instant,
  changedBy: z.string(),
});

const aliases = z.array(text(200)).max(50);
const sortOrder = z.int().min(-1_000_000).max(1_000_000);
const documentNumber = text(100);
const note = text(500);

export const organDraft = z.object({
  kind,
  fullName: text(200),
  shortName: text(200),
  parentId: optionalId,
  setUpOn: plainDay.optional(),
  aliases: aliases.optional(),
  sortOrder: sortOrder.optional(),
  profile: profile.partial().optional(),
  documentNumber: documentNumber.optional(),
  note: note.optional(),
});

export const organEdit = z.object({
  version: seenVersion,
  aliases: aliases.optional(),
  sortOrder: sortOrder.optional(),
  profile: profile.partial().optional(),
});

export const eventDraft = z.object({
  version: seenVersion,
  day: plainDay,
  change,
  documentNumber: documentNumber.optional(),
  attachmentId: optionalId,
  note: note.optional(),
  replaces: optionalId,
  childrenTo: optionalId,
});

export const withdrawal = z.object({
  version: seenVersion,
  because: z.string().trim().min(1, '请填写撤回的原因').max(200),
});
