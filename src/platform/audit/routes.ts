import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Actor, systemCounty } from '../../kernel/actor.ts';
import { addDays, dayInChina, getPlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import type { Sm2PrivateKey } from '../crypto/index.ts';
import type { Db } from '../db/index.ts';
import { type Access, day, defineRoute, instant, pageOf, pageQuery, type Route } from '../http/api/index.ts';
import { writeExtract } from './extract.ts';
import { readSeals, sealChains } from './seals.ts';
import { searchAudit } from './search.ts';
import { verifyAudit } from './verify.ts';
import { type AuditVocabulary, tellChanges } from './vocabulary.ts';
import { write } from './write.ts';

export interface AuditRoutesOptions<Authority> {
  db: Db;
  vocabulary: AuditVocabulary;
  key: Sm2PrivateKey;
  /** The file of seals. */
  sealFile: string;
  /** What a county is called in an extract. */
  nameCounty(countyId: string): Promise<string>;
  /** Who may look at the audit: the 审计管理员. */
  access: Access<Authority>;
}

/** Which chain: that of the county of who asks, or that of the system itself. */
const chain = z.enum(['county', 'system'], '请选择本县或系统').default('county');

const period = { from: day.optional(), to: day.optional() };

const entry = z.object({
  sequence: z.string(),
  at: instant,
  personId: z.string().nullable(),
  personName: z.string(),
  behalfName: z.string().nullable(),
  action: z.string(),
  actionLabel: z.string(),
  recordKind: z.string(),
  recordKindLabel: z.string(),
  recordId: z.string(),
  recordLabel: z.string(),
  organId: z.string().nullable(),
  origin: z.string(),
  changes: z.array(
    z.object({ field: z.string(), label: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }),
  ),
  hash: z.string(),
});

const coded = z.array(z.object({ code: z.string(), label: z.string() }));

/** The addresses of the audit, for the screen of the 审计管理员. */
export function auditRoutes<Authority>(options: AuditRoutesOptions<Authority>): Route<Authority>[] {
  const { db, vocabulary, access } = options;
  const define = defineRoute<Authority>();
  const countyOf = (actor: Actor, asked: z.output<typeof chain>): string =>
    asked === 'system' ? systemCounty : actor.countyId;
  return [
    define({
      method: 'GET',
      path: '/audit/entries',
      summary: '查询审计记录',
      access,
      query: pageQuery.extend({
        ...period,
        chain,
        person: z.string().max(100).optional(),
        action: z.string().max(100).optional(),
        recordKind: z.string().max(100).optional(),
        recordId: z.string().max(200).optional(),
        text: z.string().max(200).optional(),
      }),
      answer: pageOf(entry),
      handle: async ({ actor, query }) => {
        const page = await searchAudit(db, countyOf(actor, query.chain), { ...query, ...instantsOf(query) });
        const items = page.items.map((item) => ({
          ...item,
          actionLabel: vocabulary.actions[item.action] ?? item.action,
          recordKindLabel: vocabulary.recordKinds[item.recordKind] ?? item.recordKind,
          changes: tellChanges(vocabulary, item),
        }));
        return success({ ...page, items });
      },
    }),
    define({
      method: 'GET',
      path: '/audit/vocabulary',
      summary: '审计记录中的操作和记录类别',
      access,
      answer: z.object({ actions: coded, recordKinds: coded }),
      handle: async () =>
        success({ actions: listCoded(vocabulary.actions), recordKinds: listCoded(vocabulary.recordKinds) }),
    }),
    define({
      method: 'POST',
      path: '/audit/verify',
      summary: '核对审计记录是否完整',
      access,
      answer: z.object({
        intact: z.boolean(),
        /** Entries that fit, over the chains that were verified. */
        entries: z.int(),
        seals: z.int(),
        faults: z.array(z.object({ chain: z.enum(['county', 'system']), sequence: z.string(), message: z.string() })),
      }),
      requestsPerMinute: 6,
      handle: async ({ actor, now }) => verifyForPerson(options, actor, now),
    }),
    define({
      method: 'POST',
      path: '/audit/export',
      summary: '导出带签名的审计记录',
      access,
      body: z.object({ ...period, chain }),
      answer: 'file',
      requestsPerMinute: 6,
      handle: async ({ actor, now, body }) => {
        const countyId = countyOf(actor, body.chain);
        await write(db, actor, now, async (_, record) => {
          const { from, to } = body;
          record({ action: 'audit.export', record: describeAudit(countyId), after: { from, to } });
        });
        await sealChains(db, options.key, options.sealFile, now);
        const name = countyId === systemCounty ? '系统' : await options.nameCounty(countyId);
        return success({
          fileName: `审计记录-${dayInChina(now)}.jsonl`,
          mediaType: 'application/jsonl',
          content: streamExtract(db, options.key, now, { countyId, name }, instantsOf(body)),
        });
      },
    }),
  ];
}

async function verifyForPerson<Authority>(
  { db, key, sealFile }: AuditRoutesOptions<Authority>,
  actor: Actor,
  now: Date,
): Promise<Result<{ intact: boolean; entries: number; seals: number; faults: PersonFault[] }>> {
  const { seals } = await readSeals(sealFile, key.publicKey);
  const verified = await verifyAudit(db, { seals, counties: [actor.countyId, systemCounty] });
  const faults = verified.flatMap(({ countyId, fault }): PersonFault[] => {
    const chain = countyId === systemCounty ? 'system' : 'county';
    return fault ? [{ chain, sequence: fault.sequence.toString(), message: fault.message }] : [];
  });
  const answer = {
    intact: faults.length === 0,
    entries: verified.reduce((sum, { entries }) => sum + Number(entries), 0),
    seals: verified.reduce((sum, each) => sum + each.seals, 0),
    faults,
  };
  await write(db, actor, now, async (_, record) => {
    record({ action: 'audit.verify', record: describeAudit(actor.countyId), after: { intact: answer.intact, faults } });
  });
  return success(answer);
}

interface PersonFault {
  chain: 'county' | 'system';
  sequence: string;
  message: string;
}

const describeAudit = (countyId: string) => ({ kind: 'audit', id: countyId, label: '审计记录' });

/** Days as people give them, the last one included, as instants. */
const instantsOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => ({
  from: from === undefined ? undefined : startOf(from),
  to: to === undefined ? undefined : startOf(addDays(getPlainDate(to), 1)),
});

/** The first instant of a day in China. */
const startOf = (written: string): Date => new Date(`${written}T00:00:00+08:00`);

const listCoded = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([code, label]) => ({ code, label }));

function streamExtract(
  db: Db,
  key: Sm2PrivateKey,
  now: Date,
  { countyId, name }: { countyId: string; name: string },
  { from, to }: { from: Date | undefined; to: Date | undefined },
): Readable {
  const stream = new Readable({ read: () => resume?.() });
  let resume: (() => void) | undefined;
  writeExtract(db, {
    key,
    now,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    counties: [countyId],
    nameOf: () => name,
    write: async (line) => {
      if (stream.destroyed) throw new Error('nobody reads the extract any more');
      if (!stream.push(line)) {
        await new Promise<void>((resolve) => {
          resume = resolve;
          stream.once('close', resolve);
        });
      }
    },
  }).then(
    () => stream.push(null),
    (error) => stream.destroy(error),
  );
  return stream;
}
