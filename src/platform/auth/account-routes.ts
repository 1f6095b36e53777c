import { z } from 'zod';
import { failure, type Result, success } from '../../kernel/result.ts';
import { defineRoute, id, instant, type Route } from '../http/api/index.ts';
import type { Call } from '../http/api/route.ts';
import { findCookie, keepCookie } from './cookie.ts';
import type { SignInDependencies } from './dependencies.ts';
import { findVisitor } from './identify.ts';
import {
  changePassword,
  confirmTotp,
  endOwnSession,
  endOwnSessions,
  type OwnCall,
  removeTotp,
  renewRecoveryCodes,
  startTotp,
} from './own-account.ts';
import { listSessions, originOf } from './session.ts';
import { writeSessionToken } from './token.ts';

const password = z.string('请填写密码').max(1_000, '密码过长');
const confirmation = z.object({ password: password.optional() });

/** What a person does with their own account. */
export function accountRoutes<Authority>(deps: SignInDependencies<Authority>): Route<Authority>[] {
  const route = defineRoute<Authority>();
  return [
    route({
      method: 'POST',
      path: '/account/password',
      summary: '修改自己的密码',
      // Also for who may do nothing else before; the use case looks at the stage.
      access: 'session',
      requestsPerMinute: 20,
      body: z.object({ currentPassword: password.optional(), newPassword: password.min(1, '请填写新密码') }),
      handle: async (call) => {
        const own = await ownCall(deps, call);
        if (!own.ok) return own;
        const changed = await changePassword(deps, own.value, call.body);
        if (!changed.ok) return changed;
        keepCookie(call.request, call.reply, 'gongkai', writeSessionToken(changed.value));
        return success(undefined);
      },
    }),
    route({
      method: 'POST',
      path: '/account/totp',
      summary: '开始绑定动态验证码',
      access: 'session',
      requestsPerMinute: 20,
      body: confirmation,
      answer: z.object({ secret: z.string(), uri: z.string() }),
      handle: async (call) => {
        const own = await ownCall(deps, call);
        return own.ok ? startTotp(deps, own.value, call.body.password) : own;
      },
    }),
    route({
      method: 'POST',
      path: '/account/totp/confirm',
      summary: '完成绑定动态验证码',
      access: 'session',
      requestsPerMinute: 20,
      body: z.object({ code: z.string('请填写验证码').min(1, '请填写验证码').max(100, '验证码过长') }),
      answer: z.object({ recoveryCodes: z.array(z.string()) }),
      handle: async (call) => {
        const own = await ownCall(deps, call);
        if (!own.ok) return own;
        const confirmed = await confirmTotp(deps, own.value, call.body.code);
        if (!confirmed.ok) return confirmed;
        const { recoveryCodes, token } = confirmed.value;
        keepCookie(call.request, call.reply, 'gongkai', writeSessionToken(token));
        return success({ recoveryCodes });
      },
    }),
    route({
      method: 'DELETE',
      path: '/account/totp',
      summary: '解除动态验证码',
      access: 'signed-in',
      requestsPerMinute: 20,
      body: confirmation,
      handle: async (call) => {
        const own = await ownCall(deps, call);
        return own.ok ? removeTotp(deps, own.value, call.body.password) : own;
      },
    }),
    route({
      method: 'POST',
      path: '/account/recovery-codes',
      summary: '重新生成恢复码',
      access: 'signed-in',
      requestsPerMinute: 20,
      body: confirmation,
      answer: z.object({ recoveryCodes: z.array(z.string()) }),
      handle: async (call) => {
        const own = await ownCall(deps, call);
        return own.ok ? renewRecoveryCodes(deps, own.value, call.body.password) : own;
      },
    }),
    route({
      method: 'GET',
      path: '/account/sessions',
      summary: '查看自己的登录',
      access: 'signed-in',
      answer: z.object({
        items: z.array(
          z.object({
            id,
            begunAt: instant,
            seenAt: instant,
            address: z.string(),
            browser: z.string(),
            isCurrent: z.boolean(),
          }),
        ),
      }),
      handle: async ({ identity: { actor }, now }) => {
        const sessions = await listSessions(deps.db, actor, await deps.loadSettings(), now);
        return success({
          items: sessions.map((session) => ({
            id: session.id,
            begunAt: session.createdAt,
            seenAt: session.touchedAt,
            address: session.address,
            browser: session.browser,
            isCurrent: session.id === actor.sessionId,
          })),
        });
      },
    }),
    route({
      method: 'DELETE',
      path: '/account/sessions/:id',
      summary: '退出自己的一次登录',
      access: 'signed-in',
      params: z.object({ id }),
      handle: async (call) => {
        const own = await ownCall(deps, call);
        return own.ok ? endOwnSession(deps, own.value, call.params.id) : own;
      },
    }),
    route({
      method: 'DELETE',
      path: '/account/sessions',
      summary: '退出自己的其他登录，或全部登录',
      access: 'signed-in',
      query: z.object({ including: z.literal('this', '应为 this').optional() }),
      handle: async (call) => {
        const own = await ownCall(deps, call);
        return own.ok ? endOwnSessions(deps, own.value, call.query.including === undefined) : own;
      },
    }),
  ];
}

/** A call of the API as one of the person for themselves; refused where the session has ended since the gate. */
async function ownCall<Authority>(
  deps: SignInDependencies<Authority>,
  { request, now }: Pick<Call<Authority, unknown, unknown, unknown>, 'request' | 'now'>,
): Promise<Result<OwnCall>> {
  const visitor = await findVisitor(deps, request, now);
  if (!visitor) return failure('signed-out', '登录已经失效，请重新登录。');
  return success({
    visitor,
    origin: { ...originOf(request), deviceCookie: findCookie(request, 'gongkai-device') },
    now,
  });
}
