import { type Db, listPage, type Page, type PageRequest } from '../db/index.ts';

/** Which entries are looked for; everything given has to be met. */
export interface AuditSearch extends PageRequest {
  /** From this instant on. */
  from?: Date | undefined;
  /** Before this instant. */
  to?: Date | undefined;
  /** Part of the name of who acted, or of the person acted for. */
  person?: string | undefined;
  action?: string | undefined;
  recordKind?: string | undefined;
  recordId?: string | undefined;
  /** Somewhere in the name of the record or in what changed. */
  text?: string | undefined;
}

/** An entry as it is shown. */
export interface AuditEntryView {
  sequence: string;
  at: Date;
  personId: string | null;
  personName: string;
  behalfName: string | null;
  action: string;
  recordKind: string;
  recordId: string;
  recordLabel: string;
  organId: string | null;
  origin: string;
  before: unknown;
  after: unknown;
  /** In hexadecimal. */
  hash: string;
}

/** A page of the entries of a county that are looked for, the latest first. */
export async function searchAudit(db: Db, countyId: string, search: AuditSearch): Promise<Page<AuditEntryView>> {
  const { from, to, person, action, recordKind, recordId, text } = search;
  const query = db
    .selectFrom('auditEntry')
    .where('countyId', '=', countyId)
    .$if(from !== undefined, (q) => q.where('at', '>=', from as Date))
    .$if(to !== undefined, (q) => q.where('at', '<', to as Date))
    .$if(Boolean(action), (q) => q.where('action', '=', action as string))
    .$if(Boolean(recordKind), (q) => q.where('recordKind', '=', recordKind as string))
    .$if(Boolean(recordId), (q) => q.where('recordId', '=', recordId as string))
    .$if(Boolean(person), (q) =>
      q.where((e) =>
        e.or(
          ['personName', 'behalfName'].map((name) =>
            e(e.ref(name as 'personName'), 'like', containing(person as string)),
          ),
        ),
      ),
    )
    .$if(Boolean(text), (q) =>
      q.where((e) =>
        e.or([
          e('recordLabel', 'like', containing(text as string)),
          e(e.cast<string>('before', 'text'), 'like', containing(text as string)),
          e(e.cast<string>('after', 'text'), 'like', containing(text as string)),
        ]),
      ),
    );
  const rows = query
    .select(['sequence', 'at', 'personId', 'personName', 'behalfName', 'action', 'recordKind', 'recordId'])
    .select(['recordLabel', 'organId', 'origin', 'before', 'after', 'hash'])
    .orderBy('sequence', 'desc');
  const count = query.select(({ fn }) => fn.countAll<string>().as('total'));
  const found = await listPage(rows, count, search);
  return { ...found, items: found.items.map((item) => ({ ...item, hash: item.hash.toString('hex') })) };
}

/** A pattern of LIKE for a text anywhere, its own signs taken as they are. */
const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
