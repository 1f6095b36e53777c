import { statSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Result, success } from '../../kernel/result.ts';
import { createSecretFile, readSecretFile, replaceSecretFile } from './key-files.ts';
import {
  damaged,
  generateSealKey,
  indexWith,
  keyIdOf,
  openWith,
  type SealContext,
  type SealKey,
  sealedPrefix,
  sealKeyOf,
  sealWith,
} from './seal.ts';

/** How two spellings of the same value become one before it is looked up. */
export type Spelling = 'number' | 'phone' | 'text';

/** What a blind index is for; values of different purposes cannot be compared with each other. */
export interface BlindPurpose {
  /** `table.column`, or another name that is used nowhere else. */
  name: string;
  spelling: Spelling;
}

/** The keys that seal: one current, with which all that is new is sealed, and older ones that still open. */
export interface KeyRing {
  seal(plaintext: string, context: SealContext): string;
  /** Refuses a value that was changed, belongs elsewhere, or whose key is not there. */
  open(sealed: string, context: SealContext): Result<string>;
  /** To be kept beside a sealed value, so that the row is found by the value. */
  blindIndex(value: string, purpose: BlindPurpose): string;
  /** What the value may stand under, one for each key: to search with `column in (…)`. */
  blindIndexes(value: string, purpose: BlindPurpose): string[];
  /** What a value sealed with the current key begins with. */
  currentPrefix(): string;
  listKeys(): KeyDescription[];
  /** Makes a new key and makes it the current one; refused where the keys come from the environment. */
  addKey(now: Date): Result<KeyDescription>;
  /** Takes out keys other than the current one; refused where the keys come from the environment. */
  removeKeys(ids: readonly string[]): Result<void>;
}

/** A key as one may show it. */
export interface KeyDescription {
  id: string;
  isCurrent: boolean;
  /** Unknown for a key from the environment. */
  madeAt?: Date;
}

interface KeptKey extends SealKey {
  madeAt?: Date;
}

/** Where the keys come from; the current one is the first. */
interface KeySource {
  read(): readonly [KeptKey, ...KeptKey[]];
  /** Absent when they cannot be changed from here. */
  replace?(keys: readonly KeptKey[]): void;
}

export interface KeyRingOptions {
  /** Where the file of keys is, or is made. */
  folder: string;
  /** `GONGKAI_KEY`: one or several keys, the current one first. It takes the place of the file. */
  environmentKeys?: string | undefined;
  now: Date;
}

/** Opens the key ring; without `GONGKAI_KEY` and without a file of keys, one is made with a new key. */
export function openKeyRing({ folder, environmentKeys, now }: KeyRingOptions): Result<KeyRing> {
  if (environmentKeys) {
    const keys = parseKeys(environmentKeys);
    if (keys) return success(keyRing({ read: () => keys }));
    return failure('invalid-key', `环境变量 GONGKAI_KEY 的值无效，应为${keyShape}。`);
  }
  const source = fileSource(join(folder, keyFile), now);
  return source.ok ? success(keyRing(source.value)) : source;
}

const keyFile = 'sealing-keys.json';

/** The ids of the keys there are, the current one first. Makes none where there is none, unlike opening the ring. */
export function listKeyIds({ folder, environmentKeys }: Omit<KeyRingOptions, 'now'>): string[] {
  if (environmentKeys) return parseKeys(environmentKeys)?.map(({ id }) => id) ?? [];
  const text = readSecretFile(join(folder, keyFile));
  return text === undefined ? [] : readKeys(text).map(({ id }) => id);
}

/** What may stand in `GONGKAI_KEY`, to follow 应为. */
export const keyShape = '32 字节的密钥，写成 64 位十六进制或 44 位 base64；有多个时用逗号分隔，现用的写在最前';

/** Reads the keys in `GONGKAI_KEY`; undefined when one is not a key, or one is there twice. */
export function parseKeys(written: string): [SealKey, ...SealKey[]] | undefined {
  const keys: SealKey[] = [];
  for (const text of written.split(',').map((each) => each.trim())) {
    const isHex = /^[0-9a-f]{64}$/i.test(text);
    if (!isHex && !/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
    keys.push(sealKeyOf(Buffer.from(text, isHex ? 'hex' : 'base64')));
  }
  const isUnique = new Set(keys.map(({ id }) => id)).size === keys.length;
  return isUnique ? (keys as [SealKey, ...SealKey[]]) : undefined;
}

function keyRing(source: KeySource): KeyRing {
  const describe = ({ id, madeAt }: KeptKey, at: number): KeyDescription => ({
    id,
    isCurrent: at === 0,
    ...(madeAt ? { madeAt } : {}),
  });
  const fixed = () =>
    failure(
      'keys-from-environment',
      '密钥由环境变量 GONGKAI_KEY 给出，不能由本命令增减。请把新密钥写在 GONGKAI_KEY 的最前面（逗号后保留旧密钥），重新启动系统后再执行本命令。',
    );
  return {
    seal: (plaintext, context) => sealWith(source.read()[0], plaintext, context),
    open(sealed, context) {
      const id = keyIdOf(sealed);
      if (id === undefined) return damaged();
      const key = source.read().find((each) => each.id === id);
      return key ? openWith(key, sealed, context) : unknownKey(id);
    },
    blindIndex: (value, { name, spelling }) => indexWith(source.read()[0], spell(value, spelling), name),
    blindIndexes: (value, { name, spelling }) =>
      source.read().map((key) => indexWith(key, spell(value, spelling), name)),
    currentPrefix: () => sealedPrefix(source.read()[0].id),
    listKeys: () => source.read().map(describe),
    addKey(now) {
      if (!source.replace) return fixed();
      const key = { ...generateSealKey(), madeAt: now };
      source.replace([key, ...source.read()]);
      return success(describe(key, 0));
    },
    removeKeys(ids) {
      if (!source.replace) return fixed();
      const [current, ...older] = source.read();
      source.replace([current, ...older.filter(({ id }) => !ids.includes(id))]);
      return success(undefined);
    },
  };
}

const unknownKey = (id: string) =>
  failure(
    'unknown-key',
    `解开这项加密内容所需的密钥（编号 ${id}）不在本机的密钥中。请系统管理员找回该密钥（环境变量 GONGKAI_KEY 或备份的密钥文件）后重试。`,
  );

/** One spelling for what people write in several: full width, spaces, hyphens, small letters, +86. */
function spell(value: string, spelling: Spelling): string {
  const plain = value.normalize('NFKC').trim();
  if (spelling === 'text') return plain.replaceAll(/\s+/g, ' ');
  const joined = plain.replaceAll(/[\s\-‐‑–—()·.]/g, '').toUpperCase();
  return spelling === 'phone' ? joined.replace(/^(?:\+|00)86/, '') : joined;
}

interface KeyFile {
  keys: { id: string; key: string; madeAt: string }[];
}

/** Keys in a file, read anew when it has changed: another process may be changing the current key right now. */
function fileSource(path: string, now: Date): Result<KeySource> {
  let known: { stamp: string; keys: readonly [KeptKey, ...KeptKey[]] } | undefined;
  const read = (): readonly [KeptKey, ...KeptKey[]] => {
    const { mtimeNs, ino, size } = statSync(path, { bigint: true });
    const stamp = `${mtimeNs} ${ino} ${size}`;
    if (known?.stamp !== stamp) known = { stamp, keys: readKeys(readSecretFile(path) ?? '') };
    return known.keys;
  };
  const write = (keys: readonly KeptKey[]): string =>
    `${JSON.stringify(
      {
        keys: keys.map(({ id, secret, madeAt }) => ({ id, key: secret.toString('base64'), madeAt: madeAt ?? now })),
      },
      null,
      2,
    )}\n`;
  try {
    if (readSecretFile(path) === undefined) createSecretFile(path, write([{ ...generateSealKey(), madeAt: now }]));
    read();
  } catch (error) {
    return failure(
      'unreadable-keys',
      `密钥文件“${path}”无法使用：${error instanceof Error ? error.message : String(error)}。请检查文件权限，或用备份的密钥文件替换。`,
    );
  }
  return success({ read, replace: (keys) => replaceSecretFile(path, write(keys)) });
}

function readKeys(text: string): [KeptKey, ...KeptKey[]] {
  let keys: KeptKey[];
  try {
    keys = (JSON.parse(text) as KeyFile).keys.map(({ id, key, madeAt }) => {
      const kept = { ...sealKeyOf(Buffer.from(key, 'base64')), madeAt: new Date(madeAt) };
      if (kept.id !== id) throw new RangeError('a key does not match its id');
      return kept;
    });
  } catch {
    // Not the words of the parser: they may quote the key.
    throw new Error('内容已损坏');
  }
  const [current, ...older] = keys;
  if (!current) throw new Error('文件中没有密钥');
  return [current, ...older];
}
