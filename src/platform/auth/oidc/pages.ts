import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Failure, failure } from '../../../kernel/result.ts';
import { sendFailure } from '../../http/failures.ts';
import { dropCookie, findCookie, keepCookie } from '../cookie.ts';
import type { SignInDependencies } from '../dependencies.ts';
import { keepSession } from '../keep-session.ts';
import { findSession, originOf } from '../session.ts';
import type { OidcEntrance } from '../session-view.ts';
import type { OidcAttempt, OidcProvider } from './provider.ts';
import { signInVouched } from './sign-in.ts';

/** Where signing in through the provider begins. */
const oidcPath = '/sign-in/oidc';
const callbackPath = `${oidcPath}/callback`;
const attemptSeconds = 600;

/** How the page of signing in leads to the provider and away from it. */
export const oidcEntrance = (provider: OidcProvider, home: string): OidcEntrance => ({
  name: provider.name,
  href: oidcPath,
  findSignOut: (request) => provider.findSignOut(addressOf(request, home)),
});

/** What the two pages need. */
export interface OidcPagesOptions extends SignInDependencies<unknown> {
  provider: OidcProvider;
  clock: () => Date;
  /** Where to go on once signed in. */
  home: string;
}

/**
 * The two addresses a browser goes through on its way to the provider and back. They are no routes
 * of the API: nobody but a browser calls them, and they answer with another address.
 */
export function registerOidcPages(app: FastifyInstance, options: OidcPagesOptions): void {
  const { provider, clock, home } = options;
  const config = { rateLimit: { max: 60, timeWindow: '1 minute' } };

  app.get(oidcPath, { config }, async (request, reply) => {
    const begun = await provider.begin(addressOf(request, callbackPath));
    if (!begun.ok) return refuse(request, reply, begun);
    const { state, nonce, verifier } = begun.value.attempt;
    keepCookie(request, reply, 'gongkai-oidc', [state, nonce, verifier].join('.'), attemptSeconds);
    return reply.redirect(begun.value.href);
  });

  app.get(callbackPath, { config }, async (request, reply) => {
    const attempt = findAttempt(request);
    // Each attempt counts once, however it ends.
    dropCookie(request, reply, 'gongkai-oidc');
    if (!attempt) {
      return refuse(
        request,
        reply,
        failure('oidc-expired', '这次登录停留过久，或者不是从本系统的登录页开始的，没有生效。请重新登录。'),
      );
    }
    const vouched = await provider.complete(new URL(addressOf(request, request.url)), attempt);
    if (!vouched.ok) return refuse(request, reply, vouched);
    const now = clock();
    const cookie = findCookie(request, 'gongkai');
    const previous = cookie ? await findSession(options.db, cookie, await options.loadSettings(), now) : undefined;
    const begun = await signInVouched(
      options,
      {
        ...vouched.value,
        origin: originOf(request),
        deviceCookie: findCookie(request, 'gongkai-device'),
        previous: previous?.session,
      },
      now,
    );
    if (!begun.ok) return refuse(request, reply, begun);
    keepSession(request, reply, begun.value);
    return reply.redirect(home);
  });
}

/** An address of this system as the browser knows it. Behind a proxy TRUST_PROXY has to name it. */
const addressOf = (request: FastifyRequest, path: string): string => `${request.protocol}://${request.host}${path}`;

function findAttempt(request: FastifyRequest): OidcAttempt | undefined {
  const [state, nonce, verifier, ...rest] = findCookie(request, 'gongkai-oidc')?.split('.') ?? [];
  return state && nonce && verifier && rest.length === 0 ? { state, nonce, verifier } : undefined;
}

const refuse = (request: FastifyRequest, reply: FastifyReply, { problem }: Failure): FastifyReply =>
  sendFailure(request, reply, {
    status: problem.code === 'oidc-away' ? 503 : 403,
    code: problem.code,
    title: '没有登录',
    message: problem.message,
  });
