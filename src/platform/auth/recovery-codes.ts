import { randomInt } from 'node:crypto';
import { hashSecret } from './token.ts';

/** How many codes a person gets at once. */
const recoveryCodeCount = 10;

/** Small letters and digits that are not taken for each other when copied by hand. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** New codes, e.g. `m4kq-7xwp-2hnd-c9tr`: 79 bits each, so that their hashes need no salt. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: 16 }, () => letters[randomInt(letters.length)] ?? '')
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );

/** What is kept of a code, however it is typed. */
export const hashRecoveryCode = (code: string): string =>
  hashSecret(
    code
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, ''),
  );
