import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import type { TableFileFormat } from '../../kernel/table-file-format.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import { livingSince, type OrganRegister } from '../domain/organ-history.ts';
import type { OrganSnapshot } from '../domain/organ-import/snapshot.ts';
import { listOrgansAsOf } from '../domain/organ-register.ts';
import { listOrganRecords, listOrgans } from '../store/organs.ts';
import type { Caller } from './caller.ts';
import { writeOrganFile } from './organ-files.ts';
import { getRegister } from './organ-reading.ts';

/** The living organs of a day as a file shows them. */
export async function listSnapshots(
  db: Db | Trx,
  countyId: string,
  register: OrganRegister,
  day: PlainDate,
): Promise<OrganSnapshot[]> {
  const records = new Map((await listOrganRecords(db, countyId)).map((record) => [record.id, record]));
  return listOrgansAsOf(register, day).flatMap((current) => {
    const record = records.get(current.organId);
    if (!record) return [];
    const { id, aliases, sortOrder, profile } = record;
    const setUpOn = livingSince(register.histories.get(id) ?? [], day) ?? current.from;
    return [{ id, current, setUpOn, aliases, sortOrder, profile }];
  });
}

/** A file of all organs that live on a day, today when none is given. */
export async function exportOrgans(
  db: Db,
  { authority: { countyId }, now }: Caller,
  { format, asOf }: { format: TableFileFormat; asOf?: PlainDate | undefined },
): Promise<{ fileName: string; content: Uint8Array }> {
  const day = asOf ?? dayInChina(now);
  const register = await getRegister(db, countyId);
  const snapshots = new Map((await listSnapshots(db, countyId, register, day)).map((each) => [each.id, each]));
  const inOrder = (await listOrgans(db, { countyId, day })).flatMap(({ id }) => snapshots.get(id) ?? []);
  const top = inOrder.find(({ current }) => current.kind === 'county')?.current.shortName ?? '';
  return { fileName: `${top}机构名单（${day}）.${format}`, content: await writeOrganFile(inOrder, format) };
}
