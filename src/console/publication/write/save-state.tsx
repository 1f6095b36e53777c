import { Button } from 'antd';
import { asProblem } from '../../api/problem.ts';
import { formatInstant } from '../../parts/moment.ts';
import type { SaveState } from './autosave.ts';
import { messages } from './messages.ts';

/** Whether what is on the page is with the server: 已保存 14:32, 未保存, 有冲突. */
export function SaveStateLine({ state, save }: { state: SaveState; save(): void }) {
  const failed = state.kind === 'failed';
  return (
    <div className={`save-state save-${state.kind}`}>
      <span role="status">{wordsFor(state)}</span>
      {failed || state.kind === 'unsaved' ? (
        <Button size="small" type={failed ? 'primary' : 'default'} onClick={save}>
          {messages.retry}
        </Button>
      ) : null}
      {failed ? (
        <p className="save-why" role="alert">
          {messages.failedWords(asProblem(state.error).message)}
        </p>
      ) : null}
    </div>
  );
}

function wordsFor(state: SaveState): string {
  if (state.kind !== 'saved') return messages[state.kind];
  return state.at ? messages.savedAt(formatInstant(state.at.toISOString()).slice(11)) : messages.saved;
}
