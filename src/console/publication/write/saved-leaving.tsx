import { type ReactNode, useEffect } from 'react';
import { useBlocker } from 'react-router';
import { LeaveQuestion } from '../../parts/leave-guard.tsx';
import type { Autosaver } from './autosave.ts';

/**
 * Saves before the page is left. Only where that does not succeed somebody is asked, and when the window is closed.
 *
 * @returns the question, to be put anywhere on the page
 */
export function useSavedLeaving(saver: Autosaver): ReactNode {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => saver.isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void saver.flush().then((isSaved) => {
      if (isSaved) blocker.proceed();
    });
  }, [blocker, saver]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => saver.isDirty && event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [saver]);
  const isStuck = saver.state.kind === 'failed' || saver.state.kind === 'conflict';
  return blocker.state === 'blocked' && isStuck ? <LeaveQuestion leave={blocker.proceed} stay={blocker.reset} /> : null;
}
