import { Link } from 'react-router';
import { type DutyStatus, dutyStatuses } from '../../catalogue/domain/duty.ts';
import { findTimeLimit } from '../../catalogue/domain/time-limit-words.ts';
import type { CatalogueDuty } from '../api/shapes.ts';
import { DueDay, type Period } from '../parts/deadline.tsx';
import type { Column } from '../parts/table.tsx';
import { messages } from './duty-messages.ts';

const looks: Readonly<Record<DutyStatus, string>> = {
  overdue: 'bad',
  'due-soon': 'today',
  upcoming: 'open',
  published: 'good',
  late: 'warn',
  waived: 'info',
};

/** How a duty stands, as a word on its colour. */
export function StatusMark({ status }: { status: DutyStatus }) {
  return <span className={`mark mark-${looks[status]}`}>{dutyStatuses[status]}</span>;
}

/** The last day of a duty with how it was reckoned; what is done or waived is not counted any more. */
export function DutyDay({ duty }: { duty: CatalogueDuty }) {
  if (duty.dueOn === undefined) return <span className="soft">{messages.noDue}</span>;
  if (duty.state === 'waived') return duty.dueOn;
  return <DueDay due={duty.dueOn} period={periodOf(duty)} doneOn={duty.doneOn} />;
}

/** What was counted, where something was: of a turn of a period the day stands in the catalogue itself. */
function periodOf({ kind, beginsOn, limitWords }: CatalogueDuty): Period | undefined {
  if (kind === 'period') return undefined;
  const limit = findTimeLimit(limitWords);
  if (limit?.kind === 'working-days' || limit?.kind === 'on-change') {
    return { from: beginsOn, count: limit.days, unit: 'working-days' };
  }
  return limit?.kind === 'calendar-days' ? { from: beginsOn, count: limit.days, unit: 'calendar-days' } : undefined;
}

/** What was published for a duty; each tick opens it. */
export function Evidence({ duty: { evidence } }: { duty: CatalogueDuty }) {
  if (!evidence) return messages.none;
  return (
    <>
      <Link to={evidence.href}>{evidence.title}</Link>
      <span className="soft block">
        {evidence.publishedOn} {evidence.indexNumber}
      </span>
    </>
  );
}

/** The columns of a list of duties. */
export const dutyColumns = ({ withLine = true }: { withLine?: boolean } = {}): Column<CatalogueDuty>[] => [
  {
    title: messages.duty,
    cell: (duty) => (
      <>
        <Link to={`/catalogue/duties/${duty.id}`}>{duty.title}</Link>{' '}
        {duty.reminded ? <span className="mark mark-warn">{messages.reminded}</span> : null}
        {withLine ? (
          <span className="soft block">
            {duty.organName} · {duty.topic}
          </span>
        ) : null}
      </>
    ),
  },
  { title: messages.status, kind: 'short', cell: ({ status }) => <StatusMark status={status} /> },
  { title: messages.due, kind: 'short', cell: (duty) => <DutyDay duty={duty} /> },
  { title: messages.evidence, cell: (duty) => <Evidence duty={duty} /> },
];
