import { type Validity, validities } from '../../publication/domain/item.ts';
import { type State, states } from '../../publication/domain/states.ts';
import { messages } from './messages.ts';

const looks: Readonly<Partial<Record<State, string>>> = {
  draft: 'open',
  referred: 'soon',
  approved: 'today',
  published: 'good',
  withdrawn: 'warn',
  discarded: 'warn',
};

/** Where an item stands, as a word on its colour. */
function StateMark({ state }: { state: State }) {
  return <span className={`mark mark-${looks[state] ?? 'soon'}`}>{states[state]}</span>;
}

interface Marked {
  state: State;
  important: boolean;
  validity?: Validity | undefined;
  liveTextNumber?: number | undefined;
  urgentSince?: string | undefined;
  secondLookDueOn?: string | undefined;
}

/** The state with what a reader should know beside it. */
export function ItemMarks({ state, important, validity, liveTextNumber, urgentSince, secondLookDueOn }: Marked) {
  const isRevised = liveTextNumber !== undefined && state !== 'published';
  return (
    <>
      <StateMark state={state} /> {important ? <span className="mark mark-today">{messages.important}</span> : null}{' '}
      {validity && validity !== 'valid' ? <span className="mark mark-warn">{validities[validity]}</span> : null}{' '}
      {urgentSince ? <span className="mark mark-bad">{messages.urgencyAsked}</span> : null}
      {secondLookDueOn ? <span className="mark mark-bad">{messages.urgent}</span> : null}
      {isRevised ? <span className="soft block">{messages.revised}</span> : null}
    </>
  );
}
