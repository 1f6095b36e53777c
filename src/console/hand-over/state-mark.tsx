import { type HandOverState, handOverStateNames } from '../../organisation/domain/hand-over.ts';

const kinds: Record<HandOverState, string> = {
  open: 'mark-today',
  confirmed: 'mark-good',
  declined: 'mark-bad',
  cancelled: '',
};

/** How it stands with a hand-over, in a word. */
export function HandOverStateMark({ state }: { state: HandOverState }) {
  return <span className={`mark ${kinds[state]}`}>{handOverStateNames[state]}</span>;
}
