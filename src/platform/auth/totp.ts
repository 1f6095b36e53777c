import { generateSecret, generateURI, verifySync } from 'otplib';
import { type KeyRing, type SealedColumn, sealContext } from '../crypto/index.ts';
import type { PersonKey } from './account.ts';

/** Where the secret in force is kept, sealed. */
export const totpSecretColumn: SealedColumn = {
  table: 'auth_account',
  keyColumns: ['county_id', 'person_id'],
  column: 'totp_secret',
};

/** Where the secret is kept that was shown and not confirmed yet, sealed. */
export const totpPendingColumn: SealedColumn = { ...totpSecretColumn, column: 'totp_pending_secret' };

/** The sealed columns of signing in, for the change of keys. */
export const authSealedColumns: readonly SealedColumn[] = [totpSecretColumn, totpPendingColumn];

const step = 30;

/** A new secret of 160 bits in base32, and the address that a telephone reads from a QR code. */
export function newTotpSecret(loginName: string): { secret: string; uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: '公开系统', label: loginName, secret }) };
}

/** Seals a secret for a person. */
export const sealTotpSecret = (
  ring: KeyRing,
  column: SealedColumn,
  { countyId, personId }: PersonKey,
  secret: string,
): string => ring.seal(secret, sealContext(column, countyId, personId));

/** Opens the secret of a person; refused when it was changed or its key is not there. */
export const openTotpSecret = (
  ring: KeyRing,
  column: SealedColumn,
  { countyId, personId }: PersonKey,
  sealed: string,
) => ring.open(sealed, sealContext(column, countyId, personId));

/**
 * The time step a code stands for, when it is right (RFC 6238): the present step, or the one before or
 * after, for telephones whose clock is off. A code of a step that has counted already is not right again.
 *
 * @param lastStep the step of the last code that counted
 */
export function findTotpStep(secret: string, code: string, lastStep: number, now: Date): number | undefined {
  const token = code.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1_000);
  const result = verifySync({ secret, token, epoch, period: step, epochTolerance: step });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return result.timeStep > lastStep ? result.timeStep : undefined;
}
