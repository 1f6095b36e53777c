import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Session } from '../api/shapes.ts';
import { Boot, BootFailure } from '../frame/boot.tsx';
import { useSession, type Work, WorkProvider } from './session.ts';

const Desk = lazy(() => import('../frame/desk.tsx').then(({ Desk }) => ({ default: Desk })));
const SignIn = lazy(() => import('./sign-in.tsx').then(({ SignInPage }) => ({ default: SignInPage })));
const SecondFactor = lazy(() =>
  import('./second-factor.tsx').then(({ SecondFactorPage }) => ({ default: SecondFactorPage })),
);
const FirstPassword = lazy(() =>
  import('./first-password.tsx').then(({ FirstPasswordPage }) => ({ default: FirstPasswordPage })),
);
const Enrol = lazy(() => import('./enrol.tsx').then(({ EnrolPage }) => ({ default: EnrolPage })));
const FirstRun = lazy(() =>
  import('../first-run/first-run.tsx').then(({ FirstRunPage }) => ({ default: FirstRunPage })),
);
const Expired = lazy(() => import('./expired.tsx').then(({ ExpiredDialog }) => ({ default: ExpiredDialog })));

/** Shows what the state of the session allows: first run, signing in and its further steps, or the desk. */
export function Gate() {
  const session = useSession();
  const [work, setWork] = useState<Work>();

  const current = session.data;
  if (isWork(current) && work !== current) {
    // Someone else has signed in on this page: nothing of the person before may stay on it.
    if (work && work.person.id !== current.person.id) window.location.assign('/console/');
    setWork(current);
  }
  if (!current) return session.error ? <BootFailure error={session.error} retry={() => session.refetch()} /> : <Boot />;
  // The desk stays as it is under the dialog, with all that is typed on it.
  if (work) {
    return (
      <Suspense fallback={<Boot />}>
        <WorkProvider value={work}>
          <Desk />
        </WorkProvider>
        {current.state === 'signed-in' ? null : <Expired session={current} name={work.person.name} />}
      </Suspense>
    );
  }
  return <Suspense fallback={<Boot />}>{entrance(current)}</Suspense>;
}

const isWork = (session: Session | undefined): session is Work =>
  session?.state === 'signed-in' && session.person !== undefined;

function entrance(session: Session): ReactNode {
  switch (session.state) {
    case 'empty':
      return <FirstRun />;
    case 'second-factor':
      return <SecondFactor session={session} />;
    case 'must-change-password':
      return <FirstPassword session={session} />;
    case 'must-enrol-totp':
      return <Enrol session={session} />;
    default:
      return <SignIn session={session} />;
  }
}
