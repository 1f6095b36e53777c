import { z } from 'zod';
import { failure, success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import { defineRoute, type Route } from '../http/api/index.ts';
import { findAccount } from './account.ts';
import { accountRoutes } from './account-routes.ts';
import { dropCookie, findCookie } from './cookie.ts';
import { recordOf } from './failures.ts';
import { findVisitor } from './identify.ts';
import { keepSession } from './keep-session.ts';
import { giveSecondFactor } from './second-factor.ts';
import { endSession, findSession, originOf } from './session.ts';
import { type SessionViewDependencies, sessionView, viewSession } from './session-view.ts';
import { signIn } from './sign-in.ts';

/** Signing in and out, and what the console is told about it. */
function sessionRoutes<Authority>(deps: SessionViewDependencies<Authority>): Route<Authority>[] {
  const route = defineRoute<Authority>();
  return [
    route({
      method: 'GET',
      path: '/session',
      summary: '查看登录状态',
      access: 'anyone',
      answer: sessionView,
      handle: async ({ request, now }) => success(await viewSession(deps, request, now)),
    }),
    route({
      method: 'POST',
      path: '/session',
      summary: '登录',
      access: 'anyone',
      // A whole office signs in through one address at half past eight; locks are counted by name and address apart.
      requestsPerMinute: 300,
      body: z.object({
        loginName: z.string('请填写登录名').trim().min(1, '请填写登录名').max(200, '登录名过长'),
        password: z.string('请填写密码').min(1, '请填写密码').max(1_000, '密码过长'),
      }),
      handle: async ({ body, request, reply, now }) => {
        const cookie = findCookie(request, 'gongkai');
        const previous = cookie ? await findSession(deps.db, cookie, await deps.loadSettings(), now) : undefined;
        const begun = await signIn(
          deps,
          {
            ...body,
            origin: originOf(request),
            deviceCookie: findCookie(request, 'gongkai-device'),
            previous: previous?.session,
          },
          now,
        );
        if (!begun.ok) return begun;
        keepSession(request, reply, begun.value);
        return success(undefined);
      },
    }),
    route({
      method: 'POST',
      path: '/session/second-factor',
      summary: '登录时输入动态验证码',
      access: 'session',
      requestsPerMinute: 60,
      body: z
        .object({
          code: z.string().max(100, '验证码过长').optional(),
          recoveryCode: z.string().max(100, '恢复码过长').optional(),
        })
        .refine(({ code, recoveryCode }) => code !== undefined || recoveryCode !== undefined, {
          path: ['code'],
          error: '请填写验证码或恢复码',
        }),
      handle: async ({ body, request, reply, now }) => {
        const visitor = await findVisitor(deps, request, now);
        if (!visitor) return failure('signed-out', '登录已经失效，请重新登录。');
        const origin = { ...originOf(request), deviceCookie: findCookie(request, 'gongkai-device') };
        const begun = await giveSecondFactor(deps, visitor, body, origin, now);
        if (!begun.ok) return begun;
        keepSession(request, reply, begun.value);
        return success(undefined);
      },
    }),
    route({
      method: 'DELETE',
      path: '/session',
      summary: '退出登录',
      access: 'session',
      answer: z.object({ href: z.string().optional() }),
      handle: async ({ identity: { actor }, request, reply, now }) => {
        const cookie = findCookie(request, 'gongkai');
        const found = cookie ? await findSession(deps.db, cookie, await deps.loadSettings(), now) : undefined;
        await write(deps.db, actor, now, async (trx, record) => {
          await endSession(trx, actor, actor.sessionId);
          const account = await findAccount(trx, actor);
          if (account) record({ action: 'auth.sign-out', record: recordOf(account) });
        });
        dropCookie(request, reply, 'gongkai');
        const href = found?.session.signedInBy === 'oidc' ? await deps.oidc?.findSignOut(request) : undefined;
        return success(href ? { href } : {});
      },
    }),
  ];
}

/** Every route of signing in. */
export const authRoutes = <Authority>(deps: SessionViewDependencies<Authority>): Route<Authority>[] => [
  ...sessionRoutes(deps),
  ...accountRoutes(deps),
];
