import { Link } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import { yearOptions } from '../catalogue/duties-page.tsx';
import type { useAddress } from '../parts/address.ts';
import { Filters } from '../parts/filters.tsx';
import { TabLinks } from '../parts/tab-links.tsx';
import { messages } from './messages.ts';

/** The parts of the screen. */
export function CoverageTabs() {
  return (
    <TabLinks
      label={messages.title}
      tabs={[
        { to: '/catalogue/coverage', label: messages.tabs.overview },
        { to: '/catalogue/coverage/fields', label: messages.tabs.fields },
        { to: '/catalogue/coverage/columns', label: messages.tabs.columns },
        { to: '/catalogue/reminders', label: messages.tabs.reminders },
      ]}
    />
  );
}

type Address = ReturnType<typeof useAddress>;

/** Which organs and which year are looked at; this year when the address names none. */
export function scopeIn(address: Address): { organId: string | undefined; year: number } {
  const asked = Number(address.get('year'));
  const thisYear = Number(dayInChina(new Date()).slice(0, 4));
  return { organId: address.get('organId'), year: asked >= 2000 && asked <= 2100 ? asked : thisYear };
}

/** Chooses the organs and the year. */
export function ScopeFilters({ address }: { address: Address }) {
  return (
    <Filters
      address={address}
      filters={[
        { name: 'organId', label: messages.organ, kind: 'organ' },
        {
          name: 'year',
          label: messages.year,
          kind: 'choice',
          options: yearOptions(),
          placeholder: messages.thisYear(dayInChina(new Date()).slice(0, 4)),
        },
      ]}
    />
  );
}

interface CountProps {
  count: number;
  /** Which duties it counts, as the list of duties is asked for them. */
  of: Readonly<Record<string, string | undefined>>;
  /** What it counts, for who cannot see the head of the column. */
  label: string;
  bad?: boolean;
  /** Whether who looks may read them; if not it is a number and no more. */
  opens: boolean;
}

/** A number that opens exactly the duties it counts. */
export function Count({ count, of, label, bad = false, opens }: CountProps) {
  if (count === 0) return <span className="soft">0</span>;
  if (!opens) return <span className={bad ? 'count-bad' : undefined}>{count}</span>;
  return (
    <Link className={bad ? 'count count-bad' : 'count'} to={dutiesHref(of)} aria-label={`${label}：${count}`}>
      {count}
    </Link>
  );
}

/** The list of duties with some filters set. */
export const dutiesHref = (of: Readonly<Record<string, string | undefined>>): string =>
  `/catalogue/duties?${new URLSearchParams(
    Object.entries(of).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )}`;
