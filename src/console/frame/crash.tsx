import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useLocation, useRouteError } from 'react-router';
import { StateBox } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { TopBar } from './top-bar.tsx';

/** Files of an older build are gone once the system is upgraded; the page has to be loaded anew. */
const isMissingFile = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|preload CSS/i.test(error.message);

function Crash({ error }: { error: unknown }) {
  const renewed = isMissingFile(error);
  return (
    <StateBox
      kind="error"
      isPage
      title={renewed ? messages.renewed : messages.crashed}
      words={renewed ? messages.renewedWords : messages.crashedWords}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {renewed ? messages.reload : messages.again}
        </Button>
      }
    />
  );
}

/** Takes the place of a screen that failed; the frame around it stays. */
export function RouteCrash() {
  const error = useRouteError();
  const { key } = useLocation();
  return <Crash key={key} error={error} />;
}

/** The last resort, for a fault in the frame itself. */
export class CrashBoundary extends Component<{ children: ReactNode }, { error: unknown; crashed: boolean }> {
  override state = { error: undefined, crashed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <div className="boot">
        <TopBar />
        <main className="boot-words">
          <Crash error={this.state.error} />
        </main>
      </div>
    );
  }
}
