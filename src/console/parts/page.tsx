import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { messages } from '../frame/messages.ts';

interface PageProps {
  title: string;
  /** A sentence on what the page is for, or the state of what it shows. */
  words?: ReactNode;
  /** Where the page belongs, e.g. a link back to the list. */
  back?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** A screen: its title in the window and on the page, what can be done, and its content. */
export function Page({ title, words, back, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    document.title = `${title} - ${messages.product}`;
  }, [title]);
  // A screen reader begins to read, and the Tab key to go on, where the new screen begins; not on the first one.
  useEffect(() => {
    if (pathname !== opened) heading.current?.focus({ preventScroll: true });
    opened = pathname;
  }, [pathname]);

  return (
    <>
      <div className="page-head">
        <div className="page-title">
          {back === undefined ? null : <nav className="page-back">{back}</nav>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {words === undefined ? null : <p className="page-words">{words}</p>}
        </div>
        {actions === undefined ? null : <div className="actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}

let opened = window.location.pathname.replace(/^\/console/, '') || '/';
