import { App, Button } from 'antd';
import { useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { messages } from './messages.ts';
import type { ImportStanding } from './standing.tsx';

interface ImportActsProps {
  status: ImportStanding['status'];
  /** Nothing to be done: the file says what is there already. */
  isEmpty: boolean;
  /** Whether who looks may do it, and take it back; who may prepare a file may do both where nothing else is said. */
  mayApply?: boolean;
  mayUndo?: boolean;
  applyWords: string;
  undoWords: string;
  /** What is told when it is done. */
  appliedCount(count: number): string;
  undoneCount(count: number): string;
  /** Each gives how many records were touched. */
  apply(): Promise<number>;
  undo(): Promise<number>;
  /** Asks the server anew for what the import has changed. */
  renew(): Promise<unknown>;
}

/** The buttons of an import: it is done after a question, and undone after another one. */
export function ImportActs(props: ImportActsProps) {
  const {
    status,
    isEmpty,
    mayApply = true,
    mayUndo = true,
    applyWords,
    undoWords,
    appliedCount,
    undoneCount,
    apply,
    undo,
    renew,
  } = props;
  const [doing, setDoing] = useState<'apply' | 'undo'>();
  const { message } = App.useApp();
  /** Where records have changed since, the server makes the list anew: it has to be seen before anything is done. */
  const act = async () => {
    try {
      return await (doing === 'undo' ? undo() : apply());
    } catch (error) {
      if (asProblem(error).status === 409) await renew();
      throw error;
    }
  };
  return (
    <>
      {status === 'pending' && mayApply ? (
        <Button type="primary" disabled={isEmpty} onClick={() => setDoing('apply')}>
          {messages.apply}
        </Button>
      ) : null}
      {status === 'applied' && mayUndo ? (
        <Button danger onClick={() => setDoing('undo')}>
          {messages.undo}
        </Button>
      ) : null}
      {doing ? (
        <FormDialog<object, number>
          title={messages[doing]}
          words={doing === 'apply' ? applyWords : undoWords}
          confirm={messages[doing]}
          danger={doing === 'undo'}
          act={act}
          onDone={(count) => {
            setDoing(undefined);
            message.success(doing === 'apply' ? appliedCount(count) : undoneCount(count));
            return renew();
          }}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </>
  );
}
