import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { defineRoute, id, pageOf, pageQuery, type Route } from '../../platform/http/api/index.ts';
import { type Authority, may, mayOneOf } from '../service/caller.ts';
import { chooseChannels, countChannels, getItemChannels, searchChannels } from '../service/channel-views.ts';
import { confirmRecall, declineChannel, registerEvidence, reopenChannel, sendNow } from '../service/channel-work.ts';
import type { PublicationDeps } from '../service/deps.ts';
import {
  channelKey,
  channelRow,
  channelState,
  evidenceEntry,
  itemChannel,
  itemIds,
  outcome,
  receipt,
  remark,
  requestedDay,
} from './channel-shapes.ts';

/** The addresses of channels below /api. */
export function channelRoutes({ db }: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  const one = z.object({ id });
  return [
    define({
      method: 'GET',
      path: '/publication/items/:id/channels',
      summary: '查看信息在各渠道的发布情况',
      access: may('read-items'),
      params: one,
      answer: z.object({
        channels: z.array(itemChannel.extend({ receipts: z.array(receipt) })),
        mayWork: z.boolean(),
        mayPlan: z.boolean(),
      }),
      handle: (call) => getItemChannels(db, call, call.params.id),
    }),
    define({
      method: 'PUT',
      path: '/publication/items/:id/channels',
      summary: '选择信息的发布渠道',
      access: mayOneOf('draft-items', 'manage-channels'),
      params: one,
      body: z.object({ channels: z.array(channelKey).max(30) }),
      answer: z.object({ channels: z.array(channelKey) }),
      handle: (call) => chooseChannels(db, call, call.params.id, call.body.channels),
    }),
    define({
      method: 'GET',
      path: '/publication/channels',
      summary: '查看各渠道待办和已办',
      access: may('read-items'),
      query: pageQuery.extend({
        channel: channelKey.optional(),
        state: z.union([channelState, z.literal(['open', 'outdated'])]).default('open'),
        withinId: id.optional(),
        overdue: z.stringbool().optional(),
        words: z.string().trim().min(1).max(100).optional(),
      }),
      answer: pageOf(channelRow),
      handle: async (call) => {
        const { page, pageSize, ...search } = call.query;
        return success(await searchChannels(db, call, search, { page, pageSize }));
      },
    }),
    define({
      method: 'GET',
      path: '/publication/channels/counts',
      summary: '查看各渠道待办数',
      access: may('read-items'),
      answer: z.object({
        counts: z.array(z.object({ channel: channelKey, state: z.string(), total: z.int(), overdue: z.int() })),
      }),
      handle: async (call) => success({ counts: await countChannels(db, call) }),
    }),
    define({
      method: 'POST',
      path: '/publication/channels/register',
      becomesPublic: true,
      summary: '登记渠道发布情况',
      access: may('manage-channels'),
      body: z.object({
        itemIds,
        entries: z.array(evidenceEntry).min(1, '请选择要登记的渠道').max(15),
      }),
      answer: outcome,
      handle: (call) => registerEvidence(db, call, call.body.itemIds, call.body.entries),
    }),
    define({
      method: 'POST',
      path: '/publication/channels/decline',
      becomesPublic: true,
      summary: '登记不再从某渠道发布',
      access: may('manage-channels'),
      body: z.object({
        itemIds,
        channel: channelKey,
        reason: z.string('请填写原因').trim().min(1, '请填写原因').max(500, '原因不能超过 500 个字'),
      }),
      answer: outcome,
      handle: (call) => declineChannel(db, call, call.body.itemIds, call.body.channel, call.body.reason),
    }),
    define({
      method: 'POST',
      path: '/publication/channels/reopen',
      summary: '恢复某渠道的发布办理',
      access: may('manage-channels'),
      body: z.object({ itemIds, channel: channelKey }),
      answer: outcome,
      handle: (call) => reopenChannel(db, call, call.body.itemIds, call.body.channel),
    }),
    define({
      method: 'POST',
      path: '/publication/channels/confirm-recall',
      becomesPublic: true,
      summary: '登记已从某渠道撤下',
      access: may('manage-channels'),
      body: z.object({ itemIds, channel: channelKey, doneOn: requestedDay, note: remark }),
      answer: outcome,
      handle: ({ body: { itemIds: ids, channel, ...what }, ...call }) => confirmRecall(db, call, ids, channel, what),
    }),
    define({
      method: 'POST',
      path: '/publication/channels/send',
      summary: '向微信公众号发送或重新发送',
      access: may('manage-channels'),
      body: z.object({ itemIds }),
      answer: outcome,
      handle: (call) => sendNow(db, call, call.body.itemIds),
    }),
  ];
}
