import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookies of signing in. Their values are base64url and dots, which need no quoting. */
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
  const beginning = `${nameOn(request, name)}=`;
  const pairs = request.headers.cookie?.split(/;\s*/) ?? [];
  return pairs.find((pair) => pair.startsWith(beginning))?.slice(beginning.length) || undefined;
}

/** Has the browser keep a cookie; without `seconds` until it is closed. */
export function keepCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  name: CookieName,
  value: string,
  seconds?: number,
): void {
  if (!/^[A-Za-z0-9_.-]*$/.test(value)) throw new Error('not a value for a cookie');
  // Lax, not Strict: who follows a link from a mail or comes back from 统一身份认证 is still signed in.
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (request.protocol === 'https') attributes.push('Secure');
  if (seconds !== undefined) attributes.push(`Max-Age=${seconds}`);
  // Fastify gathers several of them.
  reply.header('set-cookie', [`${nameOn(request, name)}=${value}`, ...attributes].join('; '));
}

/** Has the browser forget a cookie. */
export const dropCookie = (request: FastifyRequest, reply: FastifyReply, name: CookieName): void =>
  keepCookie(request, reply, name, '', 0);
