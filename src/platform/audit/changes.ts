import { sm3 } from '../crypto/index.ts';

/**
 * How a value may stand in the audit.
 *
 * - `plain`: as it is.
 * - `idNumber`, `phone`, `personName`: enough of it to tell which, not enough to use it.
 * - `secret`: never, only that it changed.
 */
export type Mask = 'plain' | 'idNumber' | 'phone' | 'personName' | 'secret';

/** Masks for fields, by name, at any depth. */
export type Masks = Readonly<Record<string, Mask>>;

/** What a field of this name is, unless the caller says otherwise. */
const customary: readonly [name: RegExp, Mask][] = [
  [/password|secret|totp|otp|token|recovery|private_?key|credential/i, 'secret'],
  [/id_?(number|card)|identity_?(number|card)/i, 'idNumber'],
  [/phone|mobile|telephone/i, 'phone'],
  [/^(applicant|applicant_?name|third_?party_?name|contact_?name|agent_?name)$/i, 'personName'],
];

/** As much of a text as the audit keeps; the rest is told by its length and its digest. */
const keptCharacters = 2_000;

/** What changed, as JSON; null for a side that is not there. */
export interface Change {
  before: string | null;
  after: string | null;
}

/**
 * The fields that differ between two states of a record, each side as JSON with personal data masked.
 * Of a record that is new or gone every field is kept.
 *
 * @example describeChange({ name: '甲', phone: '13800001234' }, { name: '乙', phone: '13800001234' })
 * // { before: '{"name":"甲"}', after: '{"name":"乙"}' }
 */
export function describeChange(before: object | undefined, after: object | undefined, masks: Masks = {}): Change {
  const [old, fresh] = [before, after].map(
    (side) => side && Object.fromEntries(Object.entries(side).map(([name, value]) => [storable(name), settle(value)])),
  );
  const isKept = (name: string): boolean => !old || !fresh || JSON.stringify(old[name]) !== JSON.stringify(fresh[name]);
  const show = (side: Record<string, unknown> | undefined): string | null => {
    if (!side) return null;
    const kept = Object.entries(side).filter(([name]) => isKept(name));
    return JSON.stringify(Object.fromEntries(kept.map(([name, value]) => [name, mask(name, value, masks)])));
  };
  return { before: show(old), after: show(fresh) };
}

/**
 * A value as JSON has it: dates as text, nothing undefined, and no text that the database cannot hold. Of two
 * that mean the same the text is the same.
 */
function settle(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `（${value.length} 字节，SM3 ${sm3(value).toString('hex')}）`;
  if (Array.isArray(value)) return value.map((each) => settle(each) ?? null);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, each]) => [storable(name), settle(each)] as const);
    return Object.fromEntries(entries.filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
}

/** Text without what PostgreSQL refuses: the character 0 and halves of surrogate pairs. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd');

function mask(name: string, value: unknown, masks: Masks): unknown {
  if (value === null || value === '') return value;
  const kind = masks[name] ?? customary.find(([pattern]) => pattern.test(name))?.[1];
  if (kind && kind !== 'plain') return hide(kind, value);
  if (typeof value === 'string') return shorten(value);
  if (Array.isArray(value)) return value.map((each) => mask('', each, masks));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, mask(inner, each, masks)]));
  return value;
}

function hide(kind: Exclude<Mask, 'plain'>, value: unknown): unknown {
  if (kind === 'secret') return '（不记录）';
  if (Array.isArray(value)) return value.map((each) => hide(kind, each));
  if (typeof value !== 'string') return '（不记录）';
  const letters = [...value];
  if (kind === 'personName') return `${letters[0]}${'*'.repeat(Math.max(1, letters.length - 1))}`;
  // Of a short one nothing would be left to hide.
  const [head, tail] = letters.length < 7 ? [0, 0] : kind === 'idNumber' ? [3, 2] : [3, 4];
  const end = letters.slice(letters.length - tail).join('');
  return `${letters.slice(0, head).join('')}${'*'.repeat(letters.length - head - tail)}${tail > 0 ? end : ''}`;
}

function shorten(text: string): string {
  if (text.length <= keptCharacters) return text;
  return `${text.slice(0, keptCharacters).toWellFormed()}……（共 ${text.length} 字，SM3 ${sm3(text).toString('hex')}）`;
}

/**
 * Where a request came from, as the audit keeps it. An address within the office network is kept whole, so
 * that the machine can be found; of a public one the end is hidden, which would lead to a household.
 *
 * @example maskOrigin('203.0.113.77') // '203.0.113.*'
 */
export function maskOrigin(from: string): string {
  const address = storable(from)
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .slice(0, 200);
  const isPrivate =
    /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i.test(address);
  if (isPrivate) return address;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return address.replace(/\d+$/, '*');
  if (/^[0-9a-f:]+$/i.test(address) && address.includes(':')) return `${publicPrefix(address)}:*`;
  return address;
}

/** The first three groups of an IPv6 address: the provider and the site. */
function publicPrefix(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  return [...groups, ...(tail === undefined ? [] : ['0', '0', '0'])].slice(0, 3).join(':');
}
