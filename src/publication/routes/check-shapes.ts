import { z } from 'zod';
import { instant } from '../../platform/http/api/index.ts';
import { checkGroups } from '../domain/check/finding.ts';
import { wordKinds } from '../domain/word.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];

const severity = z.enum(['block', 'warn', 'info']);
const waivable = z.enum(['author', 'secrecy-reviewer', 'nobody']);
const group = z.enum(keysOf(checkGroups));
const stretch = z.object({ start: z.int(), end: z.int() });
const perhaps = { start: z.int().optional(), end: z.int().optional() };

/** Offsets are UTF-16 units of the text of that place; a place without them is meant as a whole. */
const place = z.union([
  z.object({ part: z.enum(['title', 'summary']), ...perhaps }),
  z.object({ part: z.literal('field'), field: z.string(), label: z.string(), ...perhaps }),
  /** `where` in words: 正文第3段, 表格第2行第4列. */
  z.object({ part: z.literal('body'), block: z.int(), start: z.int(), end: z.int(), where: z.string().optional() }),
  z.object({ part: z.literal('body') }),
  z.object({
    part: z.literal('attachment'),
    attachmentId: z.string(),
    name: z.string(),
    piece: z.string(),
    hidden: z.boolean(),
    ...perhaps,
  }),
  z.object({ part: z.literal('item') }),
]);

const judgement = z.object({
  reason: z.string(),
  byName: z.string(),
  role: z.string(),
  at: instant,
  /** Whether who asks gave it and may take it back. */
  own: z.boolean(),
});

const finding = z.object({
  key: z.string(),
  check: z.string(),
  name: z.string(),
  group,
  severity,
  waivable,
  message: z.string(),
  excerpt: z.string(),
  place,
  suggestion: z.string().optional(),
  mendable: z.enum(['mask', 'correct', 'none']),
  mask: z.string().optional(),
  judgement: judgement.optional(),
  asked: judgement.optional(),
  open: z.boolean(),
  links: z
    .array(z.object({ label: z.string(), href: z.string() }))
    .readonly()
    .optional(),
  passages: z
    .array(z.object({ here: stretch, there: stretch, text: z.string() }))
    .readonly()
    .optional(),
});

/** What was found in a text, with what was said and done about it. */
export const checkResult = z.object({
  itemId: z.string(),
  textNumber: z.int(),
  checkedAt: instant,
  checkedByName: z.string(),
  stale: z.boolean(),
  counts: z.object({ block: z.int(), warn: z.int(), info: z.int(), open: z.int() }),
  findings: z.array(finding),
  masked: z.array(
    z.object({
      check: z.string(),
      name: z.string(),
      before: z.string(),
      after: z.string(),
      place,
      byName: z.string(),
      at: instant,
    }),
  ),
});

/** A check as people read of it. */
export const describedCheck = z.object({
  key: z.string(),
  name: z.string(),
  group,
  severity,
  waivable,
  means: z.string(),
  mend: z.string(),
  source: z.string(),
});

const wordText = z.string('请填写错词').trim().min(2, '错词至少两个字').max(50, '错词不能超过 50 个字');

/** A word as it is entered. */
export const wordEntry = z
  .object({
    wrong: wordText,
    right: z.string().trim().max(50, '正确写法不能超过 50 个字').optional(),
    kind: z.enum(keysOf(wordKinds)).default('slip'),
    severity: z.enum(['warn', 'info']).default('warn'),
    note: z.string().trim().max(200, '说明不能超过 200 个字').default(''),
    except: z.array(z.string().trim().min(2).max(50)).max(50).default([]),
  })
  .refine(({ wrong, right }) => wrong !== right, { path: ['right'], error: '正确写法与错词相同' })
  .transform(({ right, ...entry }) => ({ ...entry, ...(right ? { right } : {}) }));

/** A word of the list. */
export const word = z.object({
  id: z.string(),
  wrong: z.string(),
  right: z.string().optional(),
  kind: z.enum(keysOf(wordKinds)),
  severity: z.enum(['warn', 'info']),
  note: z.string(),
  except: z.array(z.string()).readonly(),
  addedByName: z.string(),
  addedAt: instant,
});
