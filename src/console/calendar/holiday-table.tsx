import { daysBetween } from '../../calendar/domain/calendar.ts';
import { writeDayOfWeek } from '../../calendar/domain/words.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import type { CalendarNotice } from '../api/shapes.ts';
import { type Column, Table } from '../parts/table.tsx';
import { messages } from './messages.ts';

type Holiday = CalendarNotice['holidays'][number];

const dayOf = (day: string): string => writeDayOfWeek(getPlainDate(day), { year: false });

const columns: Column<Holiday>[] = [
  { title: messages.holiday, cell: ({ name }) => name },
  { title: messages.off, cell: ({ from, to }) => (from === to ? dayOf(from) : `${dayOf(from)}至${dayOf(to)}`) },
  {
    title: messages.days,
    kind: 'number',
    cell: ({ from, to }) => daysBetween(getPlainDate(from), getPlainDate(to)).length,
  },
  {
    title: messages.makeUp,
    cell: ({ makeUpDays }) => (makeUpDays.length > 0 ? makeUpDays.map(dayOf).join('、') : messages.none),
  },
];

/** The holidays of a notice, one a line, as the notice itself has them. */
export function HolidayTable({ notice }: { notice: CalendarNotice }) {
  const source = ({ documentNumber }: Holiday) => documentNumber ?? notice.documentNumber ?? '';
  const isChanged = notice.holidays.some(({ documentNumber }) => documentNumber !== undefined);
  return (
    <section className="sheet">
      <h2>{messages.holidays}</h2>
      <div className="list-sheet">
        <Table
          caption={messages.holidays}
          columns={isChanged ? [...columns, { title: messages.source, cell: source }] : columns}
          rows={notice.holidays}
          rowKey={({ from }) => from}
        />
      </div>
    </section>
  );
}
