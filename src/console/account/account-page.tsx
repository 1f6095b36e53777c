import { NavLink, useParams } from 'react-router';
import { Page } from '../parts/page.tsx';
import { messages } from './messages.ts';
import { PasswordTab } from './password-tab.tsx';
import { Profile } from './profile.tsx';
import { SecondFactorTab } from './second-factor-tab.tsx';
import { Sessions } from './sessions.tsx';

const parts = [
  { path: '', label: messages.tabs.profile, Content: Profile },
  { path: 'password', label: messages.tabs.password, Content: PasswordTab },
  { path: 'totp', label: messages.tabs.totp, Content: SecondFactorTab },
  { path: 'sessions', label: messages.tabs.sessions, Content: Sessions },
] as const;

/** 我的账号. */
export function AccountPage() {
  const { tab = '' } = useParams();
  const { Content } = parts.find(({ path }) => path === tab) ?? parts[0];
  return (
    <Page title={messages.title}>
      <nav className="tab-links" aria-label={messages.title}>
        {parts.map(({ path, label }) => (
          <NavLink key={path} to={path === '' ? '/account' : `/account/${path}`} end>
            {label}
          </NavLink>
        ))}
      </nav>
      <section className="sheet">
        <Content />
      </section>
    </Page>
  );
}
