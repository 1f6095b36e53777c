export { hasAccounts, type PersonKey } from './account.ts';
export {
  closeAccount,
  createAccount,
  endSessions,
  type NewAccount,
  type Reset,
  removeSecondFactor,
  resetPassword,
  unlock,
} from './administration.ts';
export { clearSignIn } from './clearing.ts';
export { currentTotpCode, enrolSecondFactor } from './demonstration.ts';
export type { PersonAtWork, SignInDependencies } from './dependencies.ts';
export { type FirstPassword, makeFirstPassword } from './first-password.ts';
export { identify } from './identify.ts';
export { oidcEntrance, registerOidcPages } from './oidc/pages.ts';
export { createOidcProvider, type OidcProvider } from './oidc/provider.ts';
export { readOidcSettings } from './oidc/settings.ts';
export { type OperatorReset, resetByOperator } from './operator-reset.ts';
export { type HashCost, hashPassword } from './password-hash.ts';
export { authRoutes } from './routes.ts';
export { type SecuritySettings, signInSettings } from './security-settings.ts';
export type { SessionView, SessionViewDependencies } from './session-view.ts';
export { authSealedColumns } from './totp.ts';
export { authVocabulary } from './vocabulary.ts';
