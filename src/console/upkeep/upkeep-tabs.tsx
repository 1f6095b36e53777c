import { Navigate } from 'react-router';
import { TabLinks } from '../parts/tab-links.tsx';
import { messages } from './messages.ts';

const keys = Object.keys(messages.tabs) as (keyof typeof messages.tabs)[];

/** The parts of the screen. */
export function UpkeepTabs() {
  return (
    <TabLinks label={messages.title} tabs={keys.map((key) => ({ to: `/upkeep/${key}`, label: messages.tabs[key] }))} />
  );
}

/** The menu leads to the first part. */
export function UpkeepPage() {
  return <Navigate to="/upkeep/assessments" replace />;
}
