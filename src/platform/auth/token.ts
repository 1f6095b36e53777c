import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the cookie of a session says: where the session is found, and the secret that proves it. */
export interface SessionToken {
  countyId: string;
  sessionId: string;
  /** 256 random bits in base64url; only its hash is kept. */
  secret: string;
}

/** A secret of 256 bits, in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: SHA-256 in hex. It needs no salt and no cost, for it cannot be guessed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a secret is the one with this hash, in a time that does not tell how much of it is right. */
export const isSecretOf = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'));

/** What a page of this session has to send along with everything that changes something. */
export const csrfTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('gongkai csrf').digest('base64url');

/** The token as it stands in the cookie. */
export const writeSessionToken = ({ countyId, sessionId, secret }: SessionToken): string =>
  `${uuidBytes(countyId).toString('base64url')}.${uuidBytes(sessionId).toString('base64url')}.${secret}`;

/** Reads what stands in the cookie; undefined when it is no token. */
export function readSessionToken(written: string): SessionToken | undefined {
  const [, county, session, secret] =
    /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(written) ?? [];
  if (!county || !session || !secret) return undefined;
  return { countyId: uuidOf(county), sessionId: uuidOf(session), secret };
}

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

function uuidOf(base64: string): string {
  const hex = Buffer.from(base64, 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
