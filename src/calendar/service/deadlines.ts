import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import type { Db } from '../../platform/db/index.ts';
import { writeDocument } from '../../platform/documents/index.ts';
import { addCalendarDays, addWorkingDays, type Deadline } from '../domain/deadline.ts';
import { layOutDeadline, unitWords } from '../domain/explanation.ts';
import { loadCalendar } from './calendars.ts';

/** A period somebody asks about. */
export interface AskedPeriod {
  from: PlainDate;
  count: number;
  unit: Deadline['unit'];
}

/** Counts a period out on the calendar of a county. */
export async function reckonDeadline(db: Db, countyId: string, { from, count, unit }: AskedPeriod): Promise<Deadline> {
  const calendar = await loadCalendar(db, countyId);
  return unit === 'working-days' ? addWorkingDays(calendar, from, count) : addCalendarDays(calendar, from, count);
}

/** The same as a Word file for the file of the case. */
export async function writeDeadline(
  db: Db,
  countyId: string,
  period: AskedPeriod,
): Promise<Result<{ fileName: string; mediaType: string; content: Uint8Array }>> {
  const deadline = await reckonDeadline(db, countyId, period);
  return success({
    fileName: `期限计算说明-${period.from}-${period.count}${unitWords[period.unit]}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: await writeDocument(layOutDeadline(deadline, '期限计算说明'), 'docx'),
  });
}
