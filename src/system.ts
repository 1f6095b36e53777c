import { loadDemo, loadDemoRecords } from './demo/index.ts';
import { type Result, success } from './kernel/result.ts';
import { auditSettings } from './platform/audit/index.ts';
import { createOidcProvider, type OidcProvider, readOidcSettings, signInSettings } from './platform/auth/index.ts';
import { keyFolderIn, sealFileIn } from './platform/config/data-folder.ts';
import type { Config } from './platform/config/index.ts';
import { type KeyRing, openKeyRing, openSigningKey, type Sm2PrivateKey } from './platform/crypto/index.ts';
import { type ProvidedDatabase, provideDatabase } from './platform/db/index.ts';
import type { Log } from './platform/log/index.ts';
import { createSettings, type Settings } from './platform/settings/index.ts';
import { attachmentSettings, openStorage, type Storage } from './platform/storage/index.ts';
import { channelSettings, checkSettings, publicationSettings, reviewSettings } from './publication/index.ts';

/** Everything that can be set on the screen. */
export const settingSections = [
  signInSettings,
  auditSettings,
  attachmentSettings,
  publicationSettings,
  reviewSettings,
  channelSettings,
  checkSettings,
];

/** What stands behind the pages: open, up to date, and closed by one call. */
export interface System {
  config: Config;
  log: Log;
  /** The only clock. */
  clock: () => Date;
  database: ProvidedDatabase;
  /** Seals personal data. */
  ring: KeyRing;
  /** Signs what leaves the audit, and the daily seals of it. */
  signingKey: Sm2PrivateKey;
  sealFile: string;
  settings: Settings;
  /** Keeps attachments. */
  storage: Storage;
  /** 统一身份认证, where it is configured. */
  oidc?: OidcProvider;
  close(): Promise<void>;
}

export interface OpenSystemOptions {
  config: Config;
  log: Log;
  clock?: () => Date;
  /** For the operator, in Chinese: what takes its time. */
  tell?: (message: string) => void;
}

/** Opens the database and the keys. Refused, with a sentence for the operator, when something is missing. */
export async function openSystem(options: OpenSystemOptions): Promise<Result<System>> {
  const { config, log, clock = () => new Date(), tell } = options;
  const keyFolder = keyFolderIn(config.dataFolder);
  const ring = openKeyRing({
    folder: keyFolder,
    environmentKeys: config.sealingKeys.keys,
    now: clock(),
  });
  if (!ring.ok) return ring;
  const signingKey = openSigningKey(keyFolder);
  if (!signingKey.ok) return signingKey;
  const oidc = readOidcSettings(config);
  if (!oidc.ok) return oidc;
  const provided = await provideDatabase({
    databaseUrl: config.databaseUrl.url,
    dataFolder: config.dataFolder,
    log,
    tell,
  });
  if (!provided.ok) return provided;
  const database = provided.value;
  const { db } = database;
  const settings = createSettings(db, settingSections);
  const storage = await openStorage({ config, db, log, readRules: () => settings.read(attachmentSettings) });
  if (!storage.ok) {
    await database.close();
    return storage;
  }
  return success({
    config,
    log,
    clock,
    database,
    ring: ring.value,
    signingKey: signingKey.value,
    sealFile: sealFileIn(config.dataFolder),
    settings,
    storage: storage.value,
    ...(oidc.value ? { oidc: createOidcProvider(oidc.value, log) } : {}),
    close: () => database.close(),
  });
}

/**
 * Fills an empty system with the fictional county and its records; one that holds anything is left as it is. Where a
 * start was cut off between the two, the next one brings the records.
 */
export async function provideDemo({
  database: { db },
  ring,
  settings,
  storage,
  clock,
}: System): Promise<Result<unknown>> {
  for (const load of [
    () => loadDemo(db, ring, clock()),
    () => loadDemoRecords({ db, ring, settings, storage }, clock()),
  ]) {
    const loaded = await load();
    if (!loaded.ok && loaded.problem.code !== 'conflict') return loaded;
  }
  return success(undefined);
}

/**
 * What whoever sets up an empty system has to have seen in the window it was started in, so that a
 * stranger who finds the page first cannot. It comes from the keys: the same in every process.
 *
 * @example setUpCodeOf(system) // '7F3A-91C2'
 */
export const setUpCodeOf = ({ ring }: Pick<System, 'ring'>): string => {
  const [, digest] = ring.blindIndex('first run', { name: 'set-up code', spelling: 'text' }).split(':');
  // What stands before the colon names the key and is no secret.
  if (!digest) throw new Error('a blind index without a digest');
  const code = Buffer.from(digest, 'base64url').toString('hex', 0, 4).toUpperCase();
  return `${code.slice(0, 4)}-${code.slice(4)}`;
};

/**
 * Whether somebody has seen the set-up code: it is read out and typed over, so that case, spaces,
 * dashes and full-width signs are no matter.
 *
 * @example isSetUpCode('７f3a 91c2', system) // true when the window shows 7F3A-91C2
 */
export const isSetUpCode = (typed: string, system: Pick<System, 'ring'>): boolean =>
  plainCode(typed) === plainCode(setUpCodeOf(system));

const plainCode = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase();
