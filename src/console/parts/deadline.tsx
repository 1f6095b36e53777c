import { Modal } from 'antd';
import { useState } from 'react';
import type { Calendar } from '../../calendar/domain/calendar.ts';
import { addCalendarDays, addWorkingDays, type CountedDay, type Deadline } from '../../calendar/domain/deadline.ts';
import { explainCountedDay, ruleOf, summarizeDeadline } from '../../calendar/domain/explanation.ts';
import { type Standing, standingOf, tellStanding } from '../../calendar/domain/standing.ts';
import { estimateWords, writeDayOfWeek } from '../../calendar/domain/words.ts';
import { addDays, dayInChina, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { useCalendar } from '../calendar/queries.ts';
import { formatDay } from './moment.ts';

/** How a due day came about. */
export interface Period {
  /** The day of the event, `YYYY-MM-DD`; it is not counted. */
  from: string;
  count: number;
  unit: Deadline['unit'];
}

interface DueDayProps {
  /** `YYYY-MM-DD` */
  due: string;
  /** What was counted; without it the days from today to the due day are explained. */
  period?: Period | undefined;
  /** The day it was done on: then nothing is left and nothing is overdue any more. */
  doneOn?: string | undefined;
}

/**
 * A due day with how it stands today, and on a click every day that was counted or skipped.
 *
 * @example <DueDay due="2026-03-16" period={{ from: '2026-02-10', count: 20, unit: 'working-days' }} />
 */
export function DueDay({ due: written, period, doneOn }: DueDayProps) {
  const calendar = useCalendar();
  const [open, setOpen] = useState(false);
  const due = getPlainDate(written);
  const standing = calendar && standingOf(calendar, due, dayInChina(new Date()));
  const isEstimated = calendar && (period ? reckon(calendar, period).estimated : calendar.explainDay(due).estimated);
  return (
    <span className="due-day">
      <button
        type="button"
        className="due-day-button"
        aria-haspopup="dialog"
        title="查看期限如何计算"
        onClick={() => setOpen(true)}
      >
        {due}
      </button>
      {doneOn === undefined ? (
        <>
          {/* As wide before the calendar has come as with any mark: in a list every row would move. */}
          <span className="due-day-mark">{standing ? <StandingMark standing={standing} /> : null}</span>
          {isEstimated ? (
            <span className="mark mark-warn" title={estimateWords}>
              估算
            </span>
          ) : null}
        </>
      ) : (
        <span className={`mark mark-${doneOn > due ? 'bad' : 'good'}`}>{doneOn > due ? '逾期办结' : '按期办结'}</span>
      )}
      {open ? (
        <Modal open title="期限如何计算" width={640} footer={null} onCancel={() => setOpen(false)}>
          {calendar ? <Explanation calendar={calendar} due={due} period={period} /> : <p>正在读取工作日历。</p>}
        </Modal>
      ) : null}
    </span>
  );
}

/** 还剩3个工作日, 今天到期, 已逾期2个工作日. */
function StandingMark({ standing }: { standing: Standing }) {
  return <span className={`mark mark-${markOf(standing)}`}>{tellStanding(standing)}</span>;
}

function markOf({ state, workingDays }: Standing): string {
  if (state !== 'ahead') return state;
  return workingDays <= 5 ? 'soon' : 'open';
}

function Explanation({ calendar, due, period }: { calendar: Calendar; due: PlainDate; period?: Period | undefined }) {
  const today = dayInChina(new Date());
  if (!period) {
    const standing = standingOf(calendar, due, today);
    const [from, until] = due < today ? [due, today] : [today, due];
    const days = countOut(calendar, from, until);
    return (
      <>
        <p>
          截止日是{formatDay(due)}，{tellStanding(standing)}。
        </p>
        {days.length > 0 ? <DayList days={days} period={{ unit: 'working-days', count: 0 }} /> : null}
      </>
    );
  }
  const deadline = reckon(calendar, period);
  return (
    <>
      <DeadlineDays deadline={deadline} />
      {deadline.due === due ? null : (
        <p className="notice notice-warn">
          登记的截止日是{formatDay(due)}，与按现行工作日历计算的不同，可能另有延长，或者登记后放假安排有变动。
        </p>
      )}
    </>
  );
}

/** Counts a period out on the calendar of the county. */
export function reckon(calendar: Calendar, { from, count, unit }: Period): Deadline {
  const start = getPlainDate(from);
  return unit === 'working-days' ? addWorkingDays(calendar, start, count) : addCalendarDays(calendar, start, count);
}

/**
 * A period with every day of it: which one it is, or why it is skipped.
 *
 * @param folded what to click on to see the days; without it they stand open
 */
export function DeadlineDays({ deadline, folded }: { deadline: Deadline; folded?: string }) {
  const { days, unit, estimated } = deadline;
  const list = <DayList days={[{ ...dayOfEvent(deadline), isEvent: true }, ...days]} period={deadline} />;
  return (
    <>
      <p>
        <strong>{summarizeDeadline(deadline)}</strong>
      </p>
      {estimated ? <p className="notice notice-warn">{estimateWords}</p> : null}
      {folded === undefined ? (
        list
      ) : (
        <details>
          <summary>{folded}</summary>
          {list}
        </details>
      )}
      <p className="hint">{ruleOf(unit)}</p>
    </>
  );
}

type Row = CountedDay & { isEvent?: true };

interface DayListProps {
  days: readonly Row[];
  /** What is counted; without `due` the days are only numbered. */
  period: Parameters<typeof explainCountedDay>[1];
}

/** Days one below the other: whether each is counted, why, and by which document. */
function DayList({ days, period }: DayListProps) {
  return (
    <ol className="deadline-days">
      {days.map((row, index) => (
        <li key={row.day} className={row.number === undefined ? 'day-skipped' : undefined}>
          <span>{writeDayOfWeek(row.day, { year: row.day.slice(0, 4) !== days[index - 1]?.day.slice(0, 4) })}</span>
          <span>{row.isEvent ? '起算日，不计入期限' : explainCountedDay(row, period)}</span>
          {row.source ? <span className="hint">{row.source}</span> : null}
        </li>
      ))}
    </ol>
  );
}

const dayOfEvent = ({ from }: Deadline): Row => ({ day: from, kind: 'weekday', working: true, estimated: false });

/** The days after one up to another, working days numbered. */
function countOut(calendar: Calendar, from: PlainDate, until: PlainDate): CountedDay[] {
  const days: CountedDay[] = [];
  let number = 0;
  // A clerk looks weeks ahead; what lies years back is told by its number alone.
  for (let day = addDays(from, 1); day <= until && days.length < 400; day = addDays(day, 1)) {
    const explained = calendar.explainDay(day);
    if (explained.working) number += 1;
    days.push(explained.working ? { ...explained, number } : explained);
  }
  return days;
}
