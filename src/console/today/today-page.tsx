import { Page } from '../parts/page.tsx';

/** 今天要办: what waits for this person, most urgent first. */
export function TodayPage() {
  return <Page title="今天要办" />;
}
