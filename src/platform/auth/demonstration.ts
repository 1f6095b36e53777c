import { generateSync } from 'otplib';
import type { KeyRing } from '../crypto/index.ts';
import type { Trx } from '../db/index.ts';
import { changeAccount, type PersonKey } from './account.ts';
import { sealTotpSecret, totpSecretColumn } from './totp.ts';

// What only a demonstration may: a second factor that everybody can see.

/** Gives somebody a second factor whose secret is known. */
export async function enrolSecondFactor(trx: Trx, ring: KeyRing, person: PersonKey, secret: string): Promise<void> {
  await changeAccount(trx, person, { totpSecret: sealTotpSecret(ring, totpSecretColumn, person, secret) });
}

/** The code that a telephone with this secret would show now. */
export const currentTotpCode = (secret: string, now: Date): string =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1_000) });
