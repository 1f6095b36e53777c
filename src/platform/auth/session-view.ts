import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { addDays, dayInChina } from '../../kernel/plain-date.ts';
import { day, id } from '../http/api/index.ts';
import { hasAccounts, type PersonKey } from './account.ts';
import type { SignInDependencies } from './dependencies.ts';
import { findVisitor, passwordExpiry, type Visitor } from './identify.ts';

const organ = z.object({ id, name: z.string() });

/** A signed-in person as the console shows them. */
const personView = z.object({
  id,
  name: z.string(),
  loginName: z.string(),
  organ,
  posts: z.array(z.object({ role: z.string(), roleName: z.string(), organ })),
});

/** Who uses a page, and what they may do first. */
export const sessionView = z.object({
  state: z.enum(['empty', 'signed-out', 'second-factor', 'must-change-password', 'must-enrol-totp', 'signed-in']),
  /** For the header `x-csrf-token`; with a session only. */
  csrfToken: z.string().optional(),
  demo: z
    .object({
      accounts: z.array(
        z.object({
          loginName: z.string(),
          password: z.string(),
          /** What the second factor is right now. */
          code: z.string().optional(),
          name: z.string(),
          post: z.string(),
          organ: z.string(),
        }),
      ),
    })
    .optional(),
  /** 统一身份认证, where it is configured. */
  oidc: z.object({ name: z.string(), href: z.string() }).optional(),
  /** Who has completed signing in; before that not even the name goes out. */
  person: personView.optional(),
  menu: z.array(z.string()),
  /** The last day of the password, from some days before it on. */
  passwordExpiresOn: day.optional(),
  /** Whether the person has a second factor, and must have one. */
  secondFactor: z.object({ isEnrolled: z.boolean(), isRequired: z.boolean(), recoveryCodesLeft: z.int() }).optional(),
  /** What a new password has to be like, while one has to be set. */
  passwordRules: z.object({ length: z.int(), classes: z.int() }).optional(),
});

export type SessionView = z.input<typeof sessionView>;

/** What the page of the console is told, besides what signing in knows itself. */
export interface SessionViewDependencies<Authority> extends SignInDependencies<Authority> {
  describePerson(
    person: PersonKey,
    now: Date,
  ): Promise<Pick<z.input<typeof personView>, 'organ' | 'posts'> | undefined>;
  /** What stands in the menu of somebody with this authority. */
  listMenu(authority: Authority): string[];
  /** The accounts of the demonstration, with their passwords; undefined outside of it. */
  findDemo?(now: Date): Promise<SessionView['demo']>;
  /** 统一身份认证, where it is configured. */
  oidc?: OidcEntrance;
}

/** How the page leads to 统一身份认证 and away from it. */
export interface OidcEntrance {
  name: string;
  href: string;
  /** Where to send the browser after signing out here, to sign out there too. */
  findSignOut(request: FastifyRequest): Promise<string | undefined>;
}

/** Tells the console who uses it and what comes next. */
export async function viewSession<Authority>(
  deps: SessionViewDependencies<Authority>,
  request: FastifyRequest,
  now: Date,
): Promise<SessionView> {
  const visitor = await findVisitor(deps, request, now);
  const demo = await deps.findDemo?.(now);
  if (visitor) return { ...(await viewVisitor(deps, visitor, now)), ...(demo ? { demo } : {}) };
  if (!(await hasAccounts(deps.db))) return { state: 'empty', menu: [] };
  return {
    state: 'signed-out',
    menu: [],
    ...(demo ? { demo } : {}),
    ...(deps.oidc ? { oidc: { name: deps.oidc.name, href: deps.oidc.href } } : {}),
  };
}

async function viewVisitor<Authority>(
  { loadSettings, describePerson, listMenu }: SessionViewDependencies<Authority>,
  { session, account, person, stage, csrfToken, needsSecondFactor }: Visitor<Authority>,
  now: Date,
): Promise<SessionView> {
  const settings = await loadSettings();
  const passwordRules = { length: settings.passwordLength, classes: settings.passwordClasses };
  if (stage !== 'signed-in') return { state: stage, csrfToken, menu: [], passwordRules };
  const described = await describePerson(session, now);
  const expiresOn = dayInChina(passwordExpiry(account, settings));
  const isWarned =
    session.signedInBy === 'password' && addDays(expiresOn, -settings.passwordWarningDays) <= dayInChina(now);
  return {
    state: stage,
    csrfToken,
    ...(described
      ? { person: { id: account.personId, name: person.name, loginName: account.loginName, ...described } }
      : {}),
    menu: listMenu(person.authority),
    ...(isWarned ? { passwordExpiresOn: expiresOn } : {}),
    secondFactor: {
      isEnrolled: account.totpSecret !== null,
      isRequired: needsSecondFactor,
      recoveryCodesLeft: account.recoveryCodeHashes.length,
    },
    passwordRules,
  };
}
