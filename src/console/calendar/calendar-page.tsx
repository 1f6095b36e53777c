import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import { useAddress } from '../parts/address.ts';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { useMay } from '../session/rights.ts';
import { HolidayTable } from './holiday-table.tsx';
import { LocalRules } from './local-rules.tsx';
import { messages } from './messages.ts';
import { calendarQuery, useCalendar } from './queries.ts';
import { Reckoner } from './reckoner.tsx';
import { countWorked, YearGrid } from './year-grid.tsx';

/** The working calendar: a year at a glance, the local holidays, and a reckoner of periods. */
export function CalendarPage() {
  const { data, error, refetch } = useQuery(calendarQuery);
  const calendar = useCalendar();
  const address = useAddress();
  const mayImport = useMay('manage-settings');
  const today = dayInChina(new Date());
  const thisYear = Number(today.slice(0, 4));
  const asked = Number(address.get('year'));
  const year = asked >= 1950 && asked <= 2998 ? asked : thisYear;
  const notice = data?.notices.find((each) => each.year === year);
  const after = data?.notices.some((each) => each.year === year + 1) ?? false;
  const known = data?.notices.map((each) => each.year) ?? [];
  const choices = [...new Set([...known, year, thisYear + 1])].sort((a, b) => b - a);
  const show = (next: number) => address.set({ year: next === thisYear ? undefined : String(next) });
  return (
    <Page
      title={messages.title}
      words={messages.words}
      actions={
        <>
          <Button onClick={() => window.print()}>{messages.print}</Button>
          {mayImport ? (
            <Link className="button-link" to="/calendar/import">
              {messages.importNotice}
            </Link>
          ) : null}
        </>
      }
    >
      {data && calendar ? (
        <>
          <Reckoner calendar={calendar} />
          <section className="sheet year-sheet">
            <div className="sheet-head">
              <h2>{messages.overview}</h2>
              <div className="actions">
                <Button aria-label={messages.yearBefore} onClick={() => show(year - 1)}>
                  ‹
                </Button>
                <Select
                  aria-label={messages.years}
                  value={year}
                  onChange={show}
                  options={choices.map((value) => ({ value, label: messages.yearOf(value) }))}
                />
                <Button aria-label={messages.yearAfter} onClick={() => show(year + 1)}>
                  ›
                </Button>
              </div>
            </div>
            {notice ? (
              <p className="section-words">{messages.basedOn(year, countWorked(calendar, year), describe(notice))}</p>
            ) : (
              <p className="notice notice-warn">
                {messages.noNotice(year)}
                {messages.whoImports}
              </p>
            )}
            {notice && !after && year >= thisYear ? <p className="notice">{messages.noNoticeAfter(year + 1)}</p> : null}
            <YearGrid calendar={calendar} year={year} today={today} />
          </section>
          {notice ? <HolidayTable notice={notice} /> : null}
          <LocalRules rules={data.localRules} />
        </>
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>{messages.retry}</Button>} />
      ) : (
        <Waiting rows={12} />
      )}
    </Page>
  );
}

const describe = ({ title, documentNumber }: { title: string; documentNumber?: string | undefined }): string =>
  documentNumber ? `${title}（${documentNumber}）` : title;
