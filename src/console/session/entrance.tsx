import type { ReactNode } from 'react';
import { useEffect } from 'react';
import type { Session } from '../api/shapes.ts';
import { messages as frame } from '../frame/messages.ts';
import { TopBar } from '../frame/top-bar.tsx';

interface EntranceProps {
  session?: Session;
  title: string;
  words?: ReactNode;
  wide?: boolean;
  /** What comes after the sheet stands beside it where there is room. */
  beside?: boolean;
  children: ReactNode;
  /** Below the sheet. */
  after?: ReactNode;
}

/** A page before the desk: one sheet in the middle. */
export function Entrance({ session, title, words, wide = false, beside = false, children, after }: EntranceProps) {
  useEffect(() => {
    document.title = `${title} - ${frame.product}`;
  }, [title]);
  return (
    <div className="entrance">
      <TopBar demo={session?.demo !== undefined} />
      <main
        className={['entrance-main', wide && 'entrance-wide', beside && 'entrance-beside'].filter(Boolean).join(' ')}
      >
        <section className="sheet">
          <h1>{title}</h1>
          {words === undefined ? null : <p className="page-words">{words}</p>}
          {children}
        </section>
        {after}
      </main>
    </div>
  );
}
