import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { defineRoute, id, instant, type Route, seenVersion } from '../../platform/http/api/index.ts';
import { type Authority, may } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import { changeAccount, checkAccount, connectAccount, listWechatAccounts } from '../service/wechat-accounts.ts';

const name = z.string('请填写公众号名称').trim().min(1, '请填写公众号名称').max(50, '公众号名称不能超过 50 个字');
const appId = z
  .string('请填写 AppID')
  .trim()
  .regex(/^wx[0-9a-zA-Z]{8,30}$/, 'AppID 以 wx 开头，请从公众平台“基本配置”中复制');
/** Only ever written; no answer holds it. */
const appSecret = z
  .string()
  .trim()
  .regex(/^(?:[0-9a-zA-Z]{16,64})?$/, 'AppSecret 由字母和数字组成，请从公众平台“基本配置”中复制')
  .optional();

/** The addresses of official accounts below /api. */
export function wechatAccountRoutes(deps: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  const one = z.object({ id });
  return [
    define({
      method: 'GET',
      path: '/publication/wechat-accounts',
      summary: '查看接入的微信公众号',
      access: may('connect-channels'),
      answer: z.object({
        items: z.array(
          z.object({
            id,
            organId: id,
            organ: z.string(),
            name: z.string(),
            appId: z.string(),
            inUse: z.boolean(),
            checkedAt: instant.optional(),
            /** What was wrong when it was last tried; absent when it went well. */
            checkProblem: z.string().optional(),
            version: z.int(),
            updatedAt: instant,
          }),
        ),
      }),
      handle: async (call) => success({ items: await listWechatAccounts(deps.db, call) }),
    }),
    define({
      method: 'POST',
      path: '/publication/wechat-accounts',
      summary: '接入微信公众号',
      access: may('connect-channels'),
      body: z.object({ organId: id, name, appId, appSecret, inUse: z.boolean().default(true) }),
      answer: one,
      handle: ({ body: { organId, ...written }, ...call }) => connectAccount(deps, call, organId, written),
    }),
    define({
      method: 'PATCH',
      path: '/publication/wechat-accounts/:id',
      summary: '修改微信公众号接入信息',
      access: may('connect-channels'),
      params: one,
      body: z.object({ version: seenVersion, name, appId, appSecret, inUse: z.boolean() }),
      answer: z.object({ version: z.int() }),
      handle: ({ body: { version, ...written }, ...call }) =>
        changeAccount(deps, call, call.params.id, version, written),
    }),
    define({
      method: 'POST',
      path: '/publication/wechat-accounts/:id/check',
      summary: '测试微信公众号连接',
      access: may('connect-channels'),
      params: one,
      requestsPerMinute: 10,
      answer: z.object({ problem: z.string().optional() }),
      handle: (call) => checkAccount(deps, call, call.params.id),
    }),
  ];
}
