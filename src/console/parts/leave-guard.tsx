import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

interface Unsaved {
  /** Something has been typed. */
  touch(): void;
  /** It has been saved: the page may be left, in the same moment too. */
  settle(): void;
  /** Asks before the page is left; to be put anywhere on it. */
  guard: ReactNode;
}

/** Asks before a page with something unsaved on it is left, by a link or by closing the window. */
export function useUnsaved(): Unsaved {
  // No state: leaving follows upon saving before React has drawn anything anew.
  const unsaved = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return {
    touch: () => {
      unsaved.current = true;
    },
    settle: () => {
      unsaved.current = false;
    },
    guard: blocker.state === 'blocked' ? <LeaveQuestion leave={blocker.proceed} stay={blocker.reset} /> : null,
  };
}

/** Asks whether to leave although something is not saved. */
export function LeaveQuestion({ leave, stay }: { leave(): void; stay(): void }) {
  return (
    <Modal
      open
      title="填写的内容尚未保存"
      onCancel={stay}
      footer={
        <>
          <Button onClick={leave}>离开，不保存</Button>
          <Button type="primary" onClick={stay}>
            留在本页
          </Button>
        </>
      }
    >
      <p>离开后，本页已填写的内容将不会保留。</p>
    </Modal>
  );
}
