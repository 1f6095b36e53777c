import { z } from 'zod';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { day, id, instant } from '../../platform/http/api/index.ts';
import { channelActs, channelStates } from '../domain/channel-states.ts';
import { channelKeys } from '../domain/channels.ts';

/** A day of a request. */
export const requestedDay = day.transform(getPlainDate);

export const channelKey = z.enum(channelKeys, '请选择发布渠道');
const states = Object.keys(channelStates) as [keyof typeof channelStates, ...(keyof typeof channelStates)[]];
const acts = Object.keys(channelActs) as [keyof typeof channelActs, ...(keyof typeof channelActs)[]];
export const channelState = z.enum(states);
const channelAct = z.enum(acts);

export const itemIds = z
  .array(id, '请选择要办理的信息')
  .min(1, '请选择要办理的信息')
  .max(200, '一次最多办理 200 条，请分几次办理');

const link = z.string().trim().max(1_000, '网页链接不能超过 1000 个字符').optional();
export const remark = z.string().trim().max(500, '说明不能超过 500 个字').default('');

/** What was done on one channel. */
export const evidenceEntry = z.object({
  channel: channelKey,
  doneOn: requestedDay,
  link: link.transform((text) => (text === '' ? undefined : text)),
  copies: z.int('份数应为整数').min(1, '份数至少为 1').max(1_000_000, '份数过大，请核对').optional(),
  receiver: z.string().trim().max(100, '接收人不能超过 100 个字').optional(),
  note: remark,
  photoIds: z.array(id).max(9, '照片最多 9 张').default([]),
});

export const outcome = z.object({
  done: z.int(),
  /** What could not be done, and why. */
  refused: z.array(z.object({ itemId: id, title: z.string(), channel: channelKey, reason: z.string() })),
});

export const itemChannel = z.object({
  itemId: id,
  channel: channelKey,
  state: channelState,
  isAutomatic: z.boolean(),
  textNumber: z.int().optional(),
  dueOn: day.optional(),
  doneOn: day.optional(),
  doneAt: instant.optional(),
  reason: z.string().optional(),
  attempts: z.int(),
  nextAttemptAt: instant.optional(),
  errorCode: z.string().optional(),
  /** What went wrong last, with what to do. */
  error: z.string().optional(),
  outdatedSince: instant.optional(),
  transferId: id.optional(),
  stateSince: instant,
  /** What who asks may do about it now. */
  acts: z.array(channelAct),
});

export const receipt = z.object({
  id,
  channel: channelKey,
  act: channelAct,
  textNumber: z.int().optional(),
  doneOn: day.optional(),
  link: z.string().optional(),
  copies: z.int().optional(),
  receiver: z.string().optional(),
  note: z.string(),
  personName: z.string(),
  at: instant,
  photos: z.array(z.object({ id, fileName: z.string() })),
});

export const channelRow = itemChannel.extend({
  organId: id,
  organ: z.string(),
  title: z.string(),
  indexNumber: z.string().nullable(),
  publishedOn: day.nullable(),
  kind: z.string(),
  columnKey: z.string(),
});
