import { type Calendar, type DayKind, daysBetween, weekdayOf } from '../../calendar/domain/calendar.ts';
import { tellDay, writeDayOfWeek } from '../../calendar/domain/words.ts';
import { addDays, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { messages } from './messages.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;
const shown = ['weekend', 'holiday', 'make-up', 'local-holiday', 'local-make-up'] as const satisfies readonly DayKind[];

/** Twelve months; what is off or worked otherwise than its weekday says has a colour and a word. */
export function YearGrid({ calendar, year, today }: { calendar: Calendar; year: number; today: PlainDate }) {
  return (
    <>
      <ul className="calendar-legend" aria-label={messages.legend}>
        {shown.map((kind) => (
          <li key={kind}>
            <span className={`day-swatch day-${kind}`}>{messages.marks[kind] || weekdays[5]}</span>
            {messages.legendWords[kind]}
          </li>
        ))}
      </ul>
      <div className="months">
        {Array.from({ length: 12 }, (_, index) => (
          <Month key={months[index]} calendar={calendar} year={year} month={index + 1} today={today} />
        ))}
      </div>
    </>
  );
}

const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);

interface MonthProps {
  calendar: Calendar;
  year: number;
  month: number;
  today: PlainDate;
}

function Month({ calendar, year, month, today }: MonthProps) {
  const days = daysOfMonth(year, month);
  const [first] = days;
  // The week begins on Monday (GB/T 7408).
  const before = first ? (weekdayOf(first) + 6) % 7 : 0;
  const cells: (PlainDate | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days];
  const worked = days.filter((day) => calendar.isWorkingDay(day)).length;
  return (
    <table className="month">
      <caption>
        {months[month - 1]}
        <span className="soft">{messages.monthTotal(worked)}</span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => (
          <tr key={cells[week * 7 + 6] ?? days.at(-1)}>
            {weekdays.map((weekday, column) => (
              <Day key={weekday} calendar={calendar} day={cells[week * 7 + column]} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ calendar, day, today }: { calendar: Calendar; day: PlainDate | undefined; today: PlainDate }) {
  if (day === undefined) return <td />;
  const explained = calendar.explainDay(day);
  const { kind, source } = explained;
  const mark = messages.marks[kind];
  const words = `${writeDayOfWeek(day, { year: false })} ${tellDay(explained)}${source ? `，${source}` : ''}`;
  return (
    <td className={`day-${kind}${day === today ? ' day-today' : ''}`} title={words}>
      {Number(day.slice(8))}
      {mark ? (
        <span className="day-mark">
          {mark}
          <span className="visually-hidden">{tellDay(explained)}</span>
        </span>
      ) : null}
      {day === today ? <span className="visually-hidden">{messages.today}</span> : null}
    </td>
  );
}

/** How many days of a year are worked. */
export const countWorked = (calendar: Calendar, year: number): number =>
  daysBetween(getPlainDate(`${year}-01-01`), getPlainDate(`${year}-12-31`)).filter((day) => calendar.isWorkingDay(day))
    .length;

function daysOfMonth(year: number, month: number): PlainDate[] {
  const from = getPlainDate(`${year}-${String(month).padStart(2, '0')}-01`);
  const next = getPlainDate(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`);
  return daysBetween(from, addDays(next, -1));
}
