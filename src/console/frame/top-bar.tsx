import type { ReactNode } from 'react';
import { messages } from './messages.ts';

/** The bar at the top of every page: the name of the system, the mark of a demonstration, and what the page adds. */
export function TopBar({
  demo = false,
  before,
  children,
}: {
  demo?: boolean;
  before?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="top-bar">
      {before}
      <a className="brand" href="/console/">
        <span className="brand-name">{messages.product}</span>
        <span className="brand-words">{messages.productWords}</span>
      </a>
      {demo ? (
        <strong className="demo-mark" title={messages.demoTitle}>
          {messages.demo}
        </strong>
      ) : null}
      <div className="top-bar-rest">{children}</div>
    </header>
  );
}
