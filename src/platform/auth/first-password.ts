import { randomInt } from 'node:crypto';
import type { Result } from '../../kernel/result.ts';
import { type HashCost, hashPassword } from './password-hash.ts';

/** Letters and digits that are not taken for each other on paper: no 0 and O, no 1, l and I. */
const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'] as const;
const all = kinds.join('');

/** A first password with its hash, made before the transaction it is used in: hashing takes its time. */
export interface FirstPassword {
  /** To be shown once to who opens the account. */
  password: string;
  hash: string;
}

/**
 * Makes a first password that can be read out and copied by hand, e.g. `Kx7p-Tm4w-Rz9d`: twelve
 * characters of 56, 69 bits.
 */
export async function makeFirstPassword(cost?: HashCost): Promise<Result<FirstPassword>> {
  const password = drawPassword();
  const hash = await hashPassword(password, cost);
  return hash.ok ? { ok: true, value: { password, hash: hash.value } } : hash;
}

/** Draws until every kind is there, so that each password that has them all is as likely as another. */
export function drawPassword(): string {
  for (;;) {
    const letters = Array.from({ length: 12 }, () => all[randomInt(all.length)] ?? '').join('');
    if (kinds.every((kind) => [...kind].some((letter) => letters.includes(letter)))) {
      return letters.replace(/(.{4})(?=.)/g, '$1-');
    }
  }
}
