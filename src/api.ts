import { calendarRoutes } from './calendar/index.ts';
import { catalogueRoutes, todayOfCatalogue } from './catalogue/index.ts';
import { findDemoAccounts } from './demo/index.ts';
import {
  type Authority,
  describePersonAtWork,
  loadPersonAtWork,
  may,
  mayOneOf,
  mayReadOrganDocuments,
  memoDesk,
  menuOf,
  organisationRoutes,
  todayOfOrganisation,
} from './organisation/index.ts';
import { auditRoutes } from './platform/audit/index.ts';
import { authRoutes, oidcEntrance, type SessionViewDependencies, signInSettings } from './platform/auth/index.ts';
import type { Route } from './platform/http/api/index.ts';
import { todayRoutes } from './platform/http/today.ts';
import { jobRoutes, type RunningJobs } from './platform/jobs/index.ts';
import { settingRoutes } from './platform/settings/index.ts';
import { storageRoutes } from './platform/storage/index.ts';
import {
  channelsOfToday,
  checksOfToday,
  forbiddenIn,
  itemDesk,
  itemsOfToday,
  ledgersOfToday,
  mayReadItemAttachments,
  mayReadReceipts,
  mayReadReferralPapers,
  publicationRoutes,
  reviewDesk,
  todayOfPublication,
} from './publication/index.ts';
import { isSetUpCode, type System } from './system.ts';
import { vocabulary } from './vocabulary.ts';

/** What the API stands on. */
export interface ApiDependencies {
  system: System;
  signIn: SessionViewDependencies<Authority>;
  jobs: () => RunningJobs;
}

/** Every address below /api, with who may call it. */
export function listRoutes({ system, signIn, jobs }: ApiDependencies): Route<Authority>[] {
  const { database, settings, storage, signingKey, sealFile } = system;
  const { db } = database;
  return [
    ...authRoutes(signIn),
    ...todayRoutes([
      todayOfOrganisation(db),
      todayOfCatalogue(db),
      todayOfPublication(db),
      itemsOfToday({ db, settings }),
      checksOfToday(db),
      ledgersOfToday(db),
      (authority, now) => channelsOfToday(db, authority, now),
    ]),
    ...calendarRoutes({
      db,
      // A notice holds for every county: it is for who keeps the system, not for who works in one county.
      access: { maintain: may('maintain-calendar'), importNotices: may('manage-settings') },
    }),
    ...catalogueRoutes({ db, findForbidden: forbiddenIn }),
    ...organisationRoutes({
      db,
      deskSources: [memoDesk, itemDesk, reviewDesk],
      checkSetUpCode: (code) => isSetUpCode(code, system),
    }),
    ...publicationRoutes({ db, ring: system.ring, settings, storage }),
    // Whoever uploaded one sees it until it becomes part of a record; then the area of the record decides.
    ...storageRoutes({
      storage,
      mayReadOwner: {
        ...mayReadOrganDocuments,
        ...mayReadItemAttachments(db),
        ...mayReadReferralPapers(db),
        ...mayReadReceipts(db),
      },
      mayChangeOwner: {},
    }),
    ...auditRoutes({
      db,
      vocabulary,
      key: signingKey,
      sealFile,
      access: may('read-audit'),
      nameCounty: (id) => nameCounty(db, id),
    }),
    ...jobRoutes({ db, jobs, access: may('manage-jobs') }),
    ...settingRoutes({
      settings,
      read: mayOneOf('manage-settings', 'manage-security', 'read-audit'),
      change: (keeper, authority) => may(settingActs[keeper])(authority),
    }),
  ];
}

async function nameCounty(db: System['database']['db'], id: string): Promise<string> {
  const county = await db.selectFrom('organisationCounty').select('name').where('id', '=', id).executeTakeFirst();
  return county?.name ?? id;
}

/** Which act it is to change the settings of a keeper. */
const settingActs = { system: 'manage-settings', security: 'manage-security', audit: 'read-audit' } as const;

/** Where a browser goes on that has signed in elsewhere. */
export const consoleHome = '/console';

/** What signing in has to know of people, which the area organisation tells it. */
export function signInOf({ database: { db }, ring, settings, oidc }: System): SessionViewDependencies<Authority> {
  return {
    db,
    ring,
    loadSettings: () => settings.read(signInSettings),
    loadPerson: (person, now) => loadPersonAtWork(db, person, now),
    describePerson: (person, now) => describePersonAtWork(db, person, now),
    listMenu: menuOf,
    ...(oidc ? { oidc: oidcEntrance(oidc, consoleHome) } : {}),
    findDemo: async (now) => {
      const accounts = await findDemoAccounts(db, now);
      return accounts && { accounts };
    },
  };
}
