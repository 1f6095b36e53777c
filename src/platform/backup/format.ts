import { z } from 'zod';

/** Format of the archives this program writes; it reads this one and those before. */
export const formatVersion = 1;

/** Names of the members, in the order they stand in the archive. */
export const members = {
  /** What one must know before reading on. */
  head: 'backup.json',
  /** A piece of a table in the text format of COPY; the pieces of a table follow each other. */
  table: (table: TableName, part: number): string =>
    `tables/${table.schema}.${table.name}/${String(part).padStart(6, '0')}.copy`,
  /** The content of attachments, by county and SHA-256, in that order. */
  file: (countyId: string, sha256: string): string => `files/${countyId}/${sha256}`,
  /** A file of the data folder: `keys/…` where the operator asked for them, and `state/…`. */
  other: (name: string): string => `other/${name}`,
  /** What everything before must add up to. */
  manifest: 'manifest.json',
  /** SHA-256 of the manifest, as `sha256sum` writes it. */
  seal: 'manifest.json.sha256',
} as const;

export interface TableName {
  schema: string;
  name: string;
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const tableName = { schema: z.enum(['public', 'pgboss']), name: z.string().regex(/^[a-z_][a-z0-9_]*$/) };

/** The first member: where the archive comes from and what is in it. */
export const headShape = z.object({
  format: z.literal('gongkai-backup'),
  formatVersion: z.int(),
  programVersion: z.string(),
  /** When the snapshot was taken. */
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), checksum: sha256 })).min(1),
  tables: z.array(z.object({ ...tableName, columns: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)) })),
  /** Whether the files of keys are inside: then who has the archive can read everything. */
  withKeys: z.boolean(),
  /** Ids, not secret, of the keys that the sealed columns need. */
  keyIds: z.array(z.string()),
});
export type Head = z.output<typeof headShape>;

/** The last member: counts and digests of everything before. */
export const manifestShape = z.object({
  head: sha256,
  tables: z.array(
    z.object({
      ...tableName,
      rows: z.int(),
      parts: z.int(),
      bytes: z.int(),
      /** SHA-256 over the pieces one after the other. */
      sha256,
    }),
  ),
  sequences: z.array(z.object({ ...tableName, lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  files: z.object({
    count: z.int(),
    bytes: z.int(),
    /** SHA-256 over a line `county/sha256 size` for each. */
    sha256,
  }),
  /** Contents that should be there and were not; the rows that refer to them are in the tables. */
  missingFiles: z.array(z.object({ countyId: z.string(), sha256 })),
  others: z.array(z.object({ name: z.string(), bytes: z.int(), sha256 })),
});
export type Manifest = z.output<typeof manifestShape>;

/** What is wrong with an archive, in Chinese; everything that reads one ends with this or with its content. */
export class ArchiveDamaged extends Error {}

/** An archive of a newer program than this one. */
export class ArchiveTooNew extends Error {
  readonly programVersion: string;

  constructor(programVersion: string) {
    super('made by a newer program');
    this.programVersion = programVersion.replace(/[^\w.-]/g, '').slice(0, 40);
  }
}
