import type { KeyRing } from '../crypto/index.ts';
import type { Db } from '../db/index.ts';
import type { PersonKey } from './account.ts';
import type { HashCost } from './password-hash.ts';
import type { SecuritySettings } from './security-settings.ts';

/** What signing in has to know of a person; the area organisation tells it. */
export interface PersonAtWork<Authority> {
  name: string;
  /** 系统管理员, 安全管理员 or 审计管理员: must have a second factor whatever the settings say. */
  isAdministrator: boolean;
  /** Codes of the roles held today. */
  roles: readonly string[];
  /** What they may do, for the policies of the areas. */
  authority: Authority;
}

/** What signing in stands on; `app.ts` connects it. */
export interface SignInDependencies<Authority> {
  db: Db;
  /** Seals the secrets of second factors. */
  ring: KeyRing;
  loadSettings(): Promise<SecuritySettings>;
  /**
   * Asked at every request, so that a change of roles counts at once in every process; undefined for
   * somebody who is no longer there, who then is signed out.
   */
  loadPerson(person: PersonKey, now: Date): Promise<PersonAtWork<Authority> | undefined>;
  /** What a hash costs; another one in tests. */
  hashCost?: HashCost;
}

/** Whether a person must have a second factor. */
export const needsSecondFactor = (
  { isAdministrator, roles }: Pick<PersonAtWork<unknown>, 'isAdministrator' | 'roles'>,
  { secondFactor, secondFactorRoles }: Pick<SecuritySettings, 'secondFactor' | 'secondFactorRoles'>,
): boolean =>
  isAdministrator ||
  secondFactor === 'everyone' ||
  (secondFactor === 'listed-roles' && roles.some((role) => secondFactorRoles.includes(role)));
