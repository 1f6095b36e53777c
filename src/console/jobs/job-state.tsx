import type { JobRow } from '../api/shapes.ts';
import { messages } from './messages.ts';

const kinds: Record<JobRow['state'], string> = {
  waiting: '',
  retrying: 'mark-warn',
  running: 'mark-info',
  done: 'mark-good',
  cancelled: '',
  failed: 'mark-bad',
};

/** How it stands with a job, in a word. */
export function JobStateMark({ state }: { state: JobRow['state'] }) {
  return <span className={`mark ${kinds[state]}`}>{messages.states[state]}</span>;
}
