import { z } from 'zod';
import { findPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { day, id, instant } from '../../platform/http/api/index.ts';
import { columnKeys, contentColumnKeys } from '../domain/columns.ts';
import { dutyStatusKeys } from '../domain/duty.ts';
import { fieldKeys } from '../domain/fields.ts';
import { carrierKeys, levelKeys } from '../domain/item.ts';
import type { TimeLimit } from '../domain/time-limit.ts';
import { roleKeys } from '../service/caller.ts';

/** A day as the service takes it. */
export const plainDay = day.transform((text): PlainDate => findPlainDate(text) as PlainDate);

const text = (label: string, most: number) =>
  z.string(`请填写${label}`).trim().min(1, `请填写${label}`).max(most, `${label}不能超过 ${most} 个字`);

/** Words of a person about why, or to somebody. */
export const reason = (label: string) => text(label, 500);

const monthDay = z.int('请填写 1 至 31 之间的日').min(1, '请填写 1 至 31 之间的日').max(31, '请填写 1 至 31 之间的日');
const count = (most: number) => z.int('请填写整数').min(1, '至少为 1').max(most, `不能超过 ${most}`);
const trigger = z.enum(['formation', 'decision', 'approval', 'document', 'occurrence']);

/** 公开时限 as data; see TimeLimit of domain/time-limit.ts. */
const timeLimit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working-days'), days: count(250), trigger }),
  z.object({ kind: z.literal('calendar-days'), days: count(366), trigger }),
  z.object({ kind: z.literal('hours'), hours: count(240) }),
  z.object({ kind: z.literal('on-change'), days: count(250) }),
  z.object({ kind: z.literal('monthly'), day: monthDay }),
  z.object({ kind: z.literal('quarterly'), month: z.int().min(1).max(3), day: monthDay }),
  z.object({ kind: z.literal('yearly'), month: z.int().min(1).max(12), day: monthDay }),
  z.object({ kind: z.literal('any-time') }),
]) satisfies z.ZodType<TimeLimit>;

const carrierUses = z.partialRecord(z.enum(carrierKeys), z.enum(['required', 'optional']));
const article20 = z.int().min(1).max(15);

const contentFields = {
  columnKey: z.enum(contentColumnKeys, '请选择平台栏目'),
  topic: text('一级事项', 100),
  name: text('二级事项', 200),
  content: text('公开内容（要素）', 4_000),
  basis: z.string().trim().max(4_000, '公开依据不能超过 4000 个字'),
  limit: timeLimit,
  publisher: text('公开主体', 200),
  carriers: carrierUses,
  audience: z.enum(['everyone', 'group']),
  audienceWords: z.string().trim().max(200),
  manner: z.enum(['proactive', 'on-request']),
  levels: z.array(z.enum(levelKeys)).max(3),
};

/** What is sent of an item that is new. */
export const contentDraft = z.object({
  ...contentFields,
  basis: contentFields.basis.default(''),
  carriers: carrierUses.default({ website: 'required' }),
  audience: contentFields.audience.default('everyone'),
  audienceWords: contentFields.audienceWords.default(''),
  manner: contentFields.manner.default('proactive'),
  levels: contentFields.levels.default([]),
  fieldKey: z.enum(fieldKeys).optional(),
  article20: article20.optional(),
  limitWords: z.string().trim().max(200).optional(),
});

/** What is sent of an item that is changed; null takes a field or a number of art. 20 away. */
export const contentChanges = z.object({
  ...z.object(contentFields).partial().shape,
  fieldKey: z.enum(fieldKeys).nullable().optional(),
  article20: article20.nullable().optional(),
  limitWords: z.string().trim().max(200).optional(),
});

/** Which part of the county is asked for. */
export const organChoice = z.object({
  /** This organ and all below it; the county when absent. */
  organId: id.optional(),
  /** Only the organ itself. */
  alone: z.stringbool().optional(),
});

/** The post that answers for an item. */
export const responsibleDraft = z.object({
  role: z.enum(roleKeys, '请选择岗位'),
  organId: id,
  personId: id.optional(),
});

const content = {
  fieldKey: z.enum(fieldKeys).optional(),
  article20: article20.optional(),
  columnKey: z.enum(columnKeys),
  topic: z.string(),
  name: z.string(),
  content: z.string(),
  basis: z.string(),
  limit: timeLimit,
  limitWords: z.string(),
  publisher: z.string(),
  carriers: carrierUses,
  audience: z.enum(['everyone', 'group']),
  audienceWords: z.string(),
  manner: z.enum(['proactive', 'on-request']),
  levels: z.array(z.enum(levelKeys)),
};

/** An organ by its names. */
export const organ = z.object({ id, kind: z.string(), shortName: z.string(), fullName: z.string() });

/** The post that answers, with the names a screen shows. */
const responsible = z.object({
  role: z.string(),
  organId: id,
  organName: z.string(),
  personId: id.optional(),
  personName: z.string().optional(),
});

/** A line of a catalogue, with how it stands. */
export const item = z.object({
  id,
  organId: id,
  ...content,
  origin: z.object({
    kind: z.enum(['template', 'own', 'import']),
    template: z.string().optional(),
    importId: id.optional(),
  }),
  responsible: responsible.optional(),
  sortOrder: z.int(),
  since: day,
  limitSince: day,
  endedOn: day.optional(),
  endedBecause: z.string().optional(),
  version: z.int(),
  changedAt: instant,
  changedBy: z.string(),
  /** Of its duties: overdue, open in all, done, and when the next one is due. */
  progress: z.object({ overdue: z.int(), open: z.int(), done: z.int(), nextDueOn: day.optional() }),
  latest: z.object({ href: z.string().optional(), title: z.string(), publishedOn: day }).optional(),
});

/** A library of templates, with what an organ has of it. */
export const library = z.object({
  key: z.string(),
  name: z.string(),
  source: z.string(),
  suits: z.array(z.enum(['county', 'department', 'township'])),
  suitsOrgan: z.boolean(),
  items: z.array(z.object({ key: z.string(), ...content, adoptedItemId: id.optional() })),
});

const status = z.enum(dutyStatusKeys);

/** A duty with its evidence. */
export const duty = z.object({
  id,
  organId: id,
  organName: z.string(),
  itemId: id,
  itemName: z.string(),
  topic: z.string(),
  fieldKey: z.string().nullable(),
  columnKey: z.enum(columnKeys),
  kind: z.enum(['period', 'standing', 'event']),
  title: z.string(),
  beginsOn: day,
  dueOn: day.optional(),
  limitWords: z.string(),
  state: z.enum(['open', 'done', 'waived']),
  status,
  level: z.enum(['overdue', 'today', 'soon', 'open']),
  doneOn: day.optional(),
  /** An open turn after which a later one was published already. */
  overtaken: z.boolean(),
  waived: z.object({ because: z.string(), by: z.string(), at: instant }).optional(),
  evidence: z
    .object({ href: z.string(), title: z.string(), publishedOn: day, indexNumber: z.string().optional() })
    .optional(),
  responsible: responsible.optional(),
  reminded: z.boolean(),
});

const counts = {
  overdue: z.int(),
  'due-soon': z.int(),
  upcoming: z.int(),
  published: z.int(),
  late: z.int(),
  waived: z.int(),
};

/** Counts of duties with their sums; `rate` in hundredths, absent where nothing was due. */
export const sum = z.object({
  ...counts,
  owed: z.int(),
  due: z.int(),
  done: z.int(),
  rate: z.int().optional(),
});

/** The coverage of a year. */
export const coverage = z.object({
  from: day,
  to: day,
  asOf: day,
  /** Whether who asks may open the duties behind the sums of all organs. */
  opens: z.boolean(),
  total: sum,
  byOrgan: z.array(z.object({ organ, sum, opens: z.boolean() })),
  byField: z.array(z.object({ fieldKey: z.string(), sum })),
  /** Only when asked for. */
  cells: z.array(z.object({ organId: id, fieldKey: z.string(), sum })),
});

/** A column of the platform of an organ. */
export const column = z.object({
  columnKey: z.enum(columnKeys),
  name: z.string(),
  parentName: z.string().optional(),
  status: z.enum(['empty', 'stale', 'fresh']),
  count: z.int(),
  latestOn: day.optional(),
  freshnessDays: z.int().optional(),
  freshUntil: day.optional(),
});

/** What stands in a column. */
export const columnRecord = z.object({
  recordId: id,
  title: z.string(),
  indexNumber: z.string().optional(),
  publishedOn: day,
  /** Within the console; absent for who may only open its public page. */
  href: z.string().optional(),
});

/** A reminder with what has become of it. */
export const reminder = z.object({
  id,
  organId: id,
  organName: z.string(),
  text: z.string(),
  answerBy: day.optional(),
  sentAt: instant,
  sentByName: z.string(),
  answer: z.object({ text: z.string(), at: instant, by: z.string() }).optional(),
  settledOn: day.optional(),
  state: z.enum(['open', 'answered', 'settled']),
  targets: z.array(
    z.object({
      kind: z.enum(['duty', 'column']),
      id: z.string(),
      title: z.string(),
      dueOn: day.optional(),
      done: z.boolean(),
    }),
  ),
  mayAnswer: z.boolean(),
});
