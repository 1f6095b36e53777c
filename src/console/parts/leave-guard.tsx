import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/** Asks before a page with something unsaved on it is left, by a link or by closing the window. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Modal
      open
      title="填写的内容尚未保存"
      okText="留在本页"
      cancelText="离开，不保存"
      onOk={() => blocker.reset()}
      cancelButtonProps={{ onClick: () => blocker.proceed() }}
      onCancel={() => blocker.reset()}
    >
      <p>离开后，本页已填写的内容将不会保留。</p>
    </Modal>
  );
}
