import type { FastifyRequest } from 'fastify';
import type { Selectable } from 'kysely';
import type { Db, Trx } from '../db/index.ts';
import { newId } from '../db/index.ts';
import type { AuthSession } from '../db/tables.ts';
import type { PersonKey } from './account.ts';
import { describeBrowser } from './browser-words.ts';
import type { SecuritySettings } from './security-settings.ts';
import { hashSecret, isSecretOf, newSecret, readSessionToken, type SessionToken } from './token.ts';

/** A session as it is kept. */
export type Session = Selectable<AuthSession>;

const minute = 60_000;
const hour = 60 * minute;

/** From where somebody signs in, for the list of sessions. */
export interface Origin {
  address: string;
  browser: string;
}

/** From where a request comes. */
export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  browser: describeBrowser(request.headers['user-agent']),
});

/** Begins a session; the token goes to the browser and is kept nowhere else. */
export async function beginSession(
  trx: Trx,
  { countyId, personId }: PersonKey,
  how: Pick<Session, 'signedInBy' | 'secondFactorAt'> & Origin,
  { sessionHours }: SecuritySettings,
  now: Date,
): Promise<{ session: Session; token: SessionToken }> {
  const token: SessionToken = { countyId, sessionId: newId(), secret: newSecret() };
  const session: Session = {
    countyId,
    id: token.sessionId,
    personId,
    tokenHash: hashSecret(token.secret),
    signedInBy: how.signedInBy,
    secondFactorAt: how.secondFactorAt,
    createdAt: now,
    touchedAt: now,
    expiresAt: new Date(now.getTime() + sessionHours * hour),
    address: how.address,
    browser: how.browser,
  };
  await trx.insertInto('authSession').values(session).execute();
  return { session, token };
}

/** The session a cookie stands for; undefined when there is none, or it has ended by time. */
export async function findSession(
  db: Db,
  cookie: string,
  { sessionIdleMinutes }: SecuritySettings,
  now: Date,
): Promise<{ session: Session; token: SessionToken } | undefined> {
  const token = readSessionToken(cookie);
  if (!token) return undefined;
  const session = await db
    .selectFrom('authSession')
    .selectAll()
    .where('countyId', '=', token.countyId)
    .where('id', '=', token.sessionId)
    .executeTakeFirst();
  if (!session || !isSecretOf(token.secret, session.tokenHash)) return undefined;
  return isAlive(session, sessionIdleMinutes, now) ? { session, token } : undefined;
}

const isAlive = ({ expiresAt, touchedAt }: Session, idleMinutes: number, now: Date): boolean =>
  expiresAt > now && now.getTime() - touchedAt.getTime() < idleMinutes * minute;

/** Notes that a session is in use, at most once a minute: reading must not become writing. */
export async function touchSession(db: Db, { countyId, id, touchedAt }: Session, now: Date): Promise<void> {
  if (now.getTime() - touchedAt.getTime() < minute) return;
  await db
    .updateTable('authSession')
    .set({ touchedAt: now })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .where('touchedAt', '<', now)
    .execute();
}

/**
 * Gives a session a new token: at every step of signing in, so that a token somebody planted or
 * read before is worth nothing after it.
 */
export async function renewToken(
  trx: Trx,
  { countyId, id }: Pick<Session, 'countyId' | 'id'>,
  changes: Partial<Pick<Session, 'secondFactorAt'>> = {},
): Promise<SessionToken> {
  const token: SessionToken = { countyId, sessionId: id, secret: newSecret() };
  await trx
    .updateTable('authSession')
    .set({ ...changes, tokenHash: hashSecret(token.secret) })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
  return token;
}

/** The sessions of a person that have not ended, the latest first. */
export async function listSessions(
  db: Db,
  { countyId, personId }: PersonKey,
  { sessionIdleMinutes }: SecuritySettings,
  now: Date,
): Promise<Session[]> {
  const sessions = await db
    .selectFrom('authSession')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('personId', '=', personId)
    .orderBy('touchedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return sessions.filter((session) => isAlive(session, sessionIdleMinutes, now));
}

/** Ends a session of this person; says whether there was one. */
export async function endSession(trx: Trx, { countyId, personId }: PersonKey, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('authSession')
    .where('countyId', '=', countyId)
    .where('personId', '=', personId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends every session of a person, or every one but this. @returns how many */
export async function endAllSessions(
  trx: Trx,
  { countyId, personId }: PersonKey,
  exceptSessionId?: string,
): Promise<number> {
  let query = trx.deleteFrom('authSession').where('countyId', '=', countyId).where('personId', '=', personId);
  if (exceptSessionId) query = query.where('id', '!=', exceptSessionId);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}
