import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import type { Identity, SignInStage } from '../http/api/route.ts';
import { type Account, findAccount } from './account.ts';
import { findCookie } from './cookie.ts';
import { needsSecondFactor, type PersonAtWork, type SignInDependencies } from './dependencies.ts';
import type { SecuritySettings } from './security-settings.ts';
import { findSession, type Session, touchSession } from './session.ts';
import { stageOf } from './stage.ts';
import { csrfTokenOf } from './token.ts';

const day = 24 * 60 * 60_000;

/** When a password runs out. */
export const passwordExpiry = (
  { passwordChangedAt }: Pick<Account, 'passwordChangedAt'>,
  { passwordDays }: Pick<SecuritySettings, 'passwordDays'>,
): Date => new Date(passwordChangedAt.getTime() + passwordDays * day);

/** Who asks, with all that is known of them. */
export interface Visitor<Authority> {
  session: Session;
  account: Account;
  person: PersonAtWork<Authority>;
  needsSecondFactor: boolean;
  stage: SignInStage;
  csrfToken: string;
}

/** Who asks, as the cookie of a request says; undefined without a session that is still alive. */
export async function findVisitor<Authority>(
  { db, loadSettings, loadPerson }: SignInDependencies<Authority>,
  request: FastifyRequest,
  now: Date,
): Promise<Visitor<Authority> | undefined> {
  const cookie = findCookie(request, 'gongkai');
  if (!cookie) return undefined;
  const settings = await loadSettings();
  const found = await findSession(db, cookie, settings, now);
  if (!found) return undefined;
  const { session, token } = found;
  const [account, person] = await Promise.all([
    findAccount(db, session),
    loadPerson(session, now),
    // What a page asks by itself, with nobody at it, keeps no session alive.
    request.headers['x-unattended'] === undefined ? touchSession(db, session, now) : undefined,
  ]);
  if (!account || account.closedAt || !person) return undefined;
  const needs = needsSecondFactor(person, settings);
  return {
    session,
    account,
    person,
    needsSecondFactor: needs,
    stage: stageOf({
      signedInBy: session.signedInBy as 'password' | 'oidc',
      hasSecondFactor: account.totpSecret !== null,
      gaveSecondFactor: session.secondFactorAt !== null,
      needsSecondFactor: needs,
      mustChangePassword: account.mustChangePassword,
      isPasswordExpired: passwordExpiry(account, settings) <= session.createdAt,
    }),
    csrfToken: csrfTokenOf(token.secret),
  };
}

/** The person of a session as actor. */
export const actorOf = (
  { session, person }: Pick<Visitor<unknown>, 'session' | 'person'>,
  from: string,
): Actor & { personId: string; sessionId: string } => ({
  countyId: session.countyId,
  personId: session.personId,
  sessionId: session.id,
  name: person.name,
  from,
});

/** Who asks, for the gate of the API. Nothing is remembered between requests: what ends, ends everywhere at once. */
export async function identify<Authority>(
  deps: SignInDependencies<Authority>,
  request: FastifyRequest,
  now: Date,
): Promise<Identity<Authority> | undefined> {
  const visitor = await findVisitor(deps, request, now);
  if (!visitor) return undefined;
  const { person, stage, csrfToken } = visitor;
  return { actor: actorOf(visitor, request.ip), stage, csrfToken, authority: person.authority };
}
