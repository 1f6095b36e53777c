import { NavLink } from 'react-router';

/** Leads from one part of a screen to the next; each part has an address of its own. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly { to: string; label: string }[] }) {
  return (
    <nav className="tab-links" aria-label={label}>
      {tabs.map(({ to, label: words }) => (
        <NavLink key={to} to={to} end>
          {words}
        </NavLink>
      ))}
    </nav>
  );
}
