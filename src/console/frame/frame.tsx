import { LogoutOutlined, MenuOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useWork } from '../session/session.ts';
import { useSignOut } from '../session/sign-out.ts';
import { entryAt, mayOpen, menuFor } from './menu.ts';
import { menuIcons } from './menu-icons.tsx';
import { messages } from './messages.ts';
import { NotYours } from './not-found.tsx';
import { TopBar } from './top-bar.tsx';

/** What stays while screens change: bar, menu, and the place where the screen stands. */
export function Frame() {
  const { person, menu, demo } = useWork();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu of a phone closes when a screen is chosen
  useEffect(() => setOpen(false), [pathname]);

  const entry = entryAt(pathname);
  const allowed = entry === undefined || mayOpen(entry, menu);
  return (
    <div className={open ? 'desk desk-menu-open' : 'desk'}>
      <a className="skip-link" href="#main">
        {messages.skip}
      </a>
      <TopBar
        demo={demo !== undefined}
        before={
          <Button
            className="menu-button"
            type="text"
            icon={<MenuOutlined />}
            aria-label={open ? messages.closeMenu : messages.openMenu}
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
          />
        }
      >
        <span className="who">
          <span className="who-name">{person.name}</span>
          <span className="who-organ">{person.organ.name}</span>
        </span>
        <SignOut />
      </TopBar>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu from any of its links */}
      <div className="side" id="menu" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
        <nav aria-label={messages.navigation}>
          {menuFor(menu).map(({ heading, entries }) => (
            <div key={entries[0]?.key} className="menu-group">
              {heading ? <h2>{heading}</h2> : null}
              <ul>
                {entries.map(({ key, path, label }) => (
                  <li key={key}>
                    <Link to={path} aria-current={key === entry?.key ? 'page' : undefined}>
                      <span aria-hidden="true">{menuIcons[key]}</span>
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
      <main id="main" tabIndex={-1}>
        {allowed ? <Outlet /> : <NotYours />}
      </main>
      <ScrollRestoration />
    </div>
  );
}

function SignOut() {
  const leave = useSignOut();
  return (
    <Button
      className="sign-out"
      type="text"
      icon={<LogoutOutlined />}
      loading={leave.isPending}
      aria-label={messages.signOut}
      onClick={() => leave.mutate()}
    >
      <span className="sign-out-words">{messages.signOut}</span>
    </Button>
  );
}
