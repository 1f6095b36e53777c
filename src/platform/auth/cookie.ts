import fastifyCookie, { type SerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookies of signing in. */
export type CookieName = 'gongkai' | 'gongkai-device' | 'gongkai-oidc';

/**
 * The name a cookie has on this connection. Over HTTPS `__Host-` binds it to this very host, so that
 * no neighbouring site can put one in; a browser refuses that name over plain HTTP, which an
 * intranet without certificates has.
 */
const nameOn = (request: FastifyRequest, name: CookieName): string =>
  request.protocol === 'https' ? `__Host-${name}` : name;

/** What the browser sent in a cookie. */
export function findCookie(request: FastifyRequest, name: CookieName): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : fastifyCookie.parse(cookie)[nameOn(request, name)] || undefined;
}

/** Has the browser keep a cookie; without `seconds` until it is closed. */
export function keepCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  name: CookieName,
  value: string,
  seconds?: number,
): void {
  send(request, reply, name, value, seconds === undefined ? {} : { maxAge: seconds });
}

/** Has the browser forget a cookie. */
export function dropCookie(request: FastifyRequest, reply: FastifyReply, name: CookieName): void {
  send(request, reply, name, '', { maxAge: 0 });
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  name: CookieName,
  value: string,
  options: SerializeOptions,
): void {
  const secure = request.protocol === 'https';
  // Lax, not Strict: who follows a link from a mail or comes back from 统一身份认证 is still signed in.
  const cookie = fastifyCookie.serialize(nameOn(request, name), value, {
    path: '/',
    httpOnly: true,
    secure,
    sameSite: 'lax',
    ...options,
  });
  // Fastify gathers several of them.
  reply.header('set-cookie', cookie);
}
