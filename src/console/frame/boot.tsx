import { Button } from 'antd';
import { ErrorState } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { TopBar } from './top-bar.tsx';

/** What stands on the page until it is known who uses it; the same as index.html shows before any script runs. */
export function Boot() {
  return (
    <div className="boot">
      <TopBar />
      <p className="boot-words">{messages.opening}</p>
    </div>
  );
}

/** The server could not be asked who uses the page. */
export function BootFailure({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <div className="boot">
      <TopBar />
      <main className="boot-words">
        <ErrorState isPage error={error} action={<Button onClick={retry}>{messages.retry}</Button>} />
      </main>
    </div>
  );
}
