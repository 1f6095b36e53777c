import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BegunSession } from './begin-sign-in.ts';
import { keepCookie } from './cookie.ts';
import { writeSessionToken } from './token.ts';

const deviceSeconds = 180 * 24 * 60 * 60;

/** Has the browser keep what stands for a session and for itself. */
export function keepSession(request: FastifyRequest, reply: FastifyReply, { token, deviceCookie }: BegunSession): void {
  keepCookie(request, reply, 'gongkai', writeSessionToken(token));
  if (deviceCookie) keepCookie(request, reply, 'gongkai-device', deviceCookie, deviceSeconds);
}
