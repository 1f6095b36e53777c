import { Link } from 'react-router';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import { messages } from './messages.ts';

/** An address that no screen has. */
export function NotFound() {
  return (
    <Page title={messages.notFound}>
      <StateBox
        title={messages.notFound}
        words={messages.notFoundWords}
        action={<Link to="/today">{messages.toToday}</Link>}
      />
    </Page>
  );
}

/** A screen that stands in no menu of this person. */
export function NotYours() {
  return (
    <Page title={messages.notYours}>
      <StateBox
        title={messages.notYours}
        words={messages.notYoursWords}
        action={<Link to="/today">{messages.toToday}</Link>}
      />
    </Page>
  );
}
