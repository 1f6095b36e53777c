import type { SignInStage } from '../http/api/route.ts';

/** What decides how far somebody has come with signing in. */
export interface SignInProgress {
  signedInBy: 'password' | 'oidc';
  /** Whether the account has a confirmed second factor here. */
  hasSecondFactor: boolean;
  gaveSecondFactor: boolean;
  /** Whether the person must have a second factor, by their roles or the settings. */
  needsSecondFactor: boolean;
  mustChangePassword: boolean;
  /** Whether the password had run out when the session began; one that runs out later does not interrupt. */
  isPasswordExpired: boolean;
}

/**
 * The step that comes next. The second factor stands before all else, so that who only knows a
 * password learns and changes nothing; the password of 统一身份认证 is not ours to have changed.
 */
export function stageOf(progress: SignInProgress): SignInStage {
  if (progress.hasSecondFactor && !progress.gaveSecondFactor) return 'second-factor';
  if (progress.signedInBy === 'password' && (progress.mustChangePassword || progress.isPasswordExpired)) {
    return 'must-change-password';
  }
  if (progress.needsSecondFactor && !progress.hasSecondFactor && !progress.gaveSecondFactor) return 'must-enrol-totp';
  return 'signed-in';
}
