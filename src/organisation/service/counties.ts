import type { PlainDate } from '../../kernel/plain-date.ts';
import { invalid, type Result, success } from '../../kernel/result.ts';
import type { RecordChange } from '../../platform/audit/index.ts';
import { newId, type Trx } from '../../platform/db/index.ts';
import { checkDivisionCode } from '../domain/division-code.ts';
import type { OrganProfile } from '../domain/organ-profile.ts';
import { normaliseCode } from '../domain/written-code.ts';
import { insertCounty } from '../store/counties.ts';
import { addOrgan } from './organ-draft.ts';

/** A county that begins to use the system. */
export interface CountyDraft {
  /** Made beforehand when the audit of the set-up has to name it. */
  id?: string;
  /** e.g. 云溪县 */
  name: string;
  /** 12 digits. */
  divisionCode: string;
  /** Fictional: every page says so. */
  demo?: boolean;
  /** Since when there has been the county government; not given when nobody knows. */
  setUpOn?: PlainDate;
  /** Codes and contact data of the county government. */
  profile?: Partial<OrganProfile>;
  /** Codes and contact data of its office. */
  officeProfile?: Partial<OrganProfile>;
}

/**
 * Sets up a county with its government and the 政府办公室, which is in charge of open government information
 * (条例 art. 3), within a transaction.
 *
 * @param by name of who does it
 * @example setUpCounty(trx, record, { by, now }, { name: '云溪县', divisionCode: '990123000000' })
 *   // 云溪县人民政府（云溪县）, 云溪县人民政府办公室（县政府办）
 */
export async function setUpCounty(
  trx: Trx,
  record: RecordChange,
  { by, now }: { by: string; now: Date },
  { id: countyId = newId(), name: writtenName, demo = false, setUpOn, profile, officeProfile, ...draft }: CountyDraft,
): Promise<Result<{ countyId: string; governmentId: string; officeId: string }>> {
  const name = writtenName.trim();
  const divisionCode = normaliseCode(draft.divisionCode);
  const wrongCode = checkDivisionCode(divisionCode, 'county');
  const fields = [
    ...(name === '' ? [{ field: 'name', message: '请填写县（市、区）名称。' }] : []),
    ...(wrongCode === undefined ? [] : [{ field: 'divisionCode', message: wrongCode }]),
  ];
  if (fields.length > 0) return invalid(fields);

  await insertCounty(trx, { id: countyId, name, divisionCode, demo, createdAt: now });
  record({
    action: 'county.set-up',
    record: { kind: 'county', id: countyId, label: name },
    after: { name, divisionCode, demo },
  });
  const editor = { countyId, by, now };
  const government = await addOrgan(trx, record, editor, {
    kind: 'county',
    fullName: `${name}人民政府`,
    shortName: name,
    setUpOn,
    profile: { divisionCode, ...profile },
  });
  if (!government.ok) return government;
  const office = await addOrgan(trx, record, editor, {
    kind: 'department',
    fullName: `${name}人民政府办公室`,
    shortName: '政府办公室',
    parentId: government.value.id,
    aliases: ['县政府办', '政府办'],
    profile: { divisionCode, ...officeProfile },
  });
  return office.ok ? success({ countyId, governmentId: government.value.id, officeId: office.value.id }) : office;
}
