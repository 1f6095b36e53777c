import type { ItemReviews } from '../../api/shapes.ts';
import { formatInstant } from '../../parts/moment.ts';
import { messages } from './messages.ts';

/** The reviews of the running round: who has given an opinion, where it stands, what is ahead. */
export function ReviewSteps({ steps }: { steps: ItemReviews['steps'] }) {
  return (
    <ol className="review-steps">
      {steps.map(({ step, name, state, personName, at, marks }) => (
        <li
          key={step}
          className={`review-step review-step-${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="review-step-name">{name}</span>
          <span className="soft">{messages.stepStates[state]}</span>
          {personName ? (
            <span className="soft block">
              {personName} {at ? formatInstant(at) : ''}
            </span>
          ) : null}
          <Marks marks={marks} />
        </li>
      ))}
    </ol>
  );
}

/** Everything that was done, the latest first, each with its written opinion. */
export function Timeline({ events }: { events: ItemReviews['events'] }) {
  return (
    <ol className="timeline">
      {[...events].reverse().map(({ position, name, personName, roleName, opinion, marks, textNumber, at }) => (
        <li key={position}>
          <p>
            <strong>{name}</strong> <span className="soft">{messages.textNumber(textNumber)}</span>
          </p>
          <p className="soft">
            {personName}
            {roleName ? `（${roleName}）` : ''} <time dateTime={at}>{formatInstant(at)}</time>
          </p>
          {opinion ? <p className="timeline-opinion">{opinion}</p> : null}
          <Marks marks={marks} />
        </li>
      ))}
    </ol>
  );
}

function Marks({ marks }: { marks: readonly string[] }) {
  return marks.map((mark) => (
    <span key={mark} className="mark mark-warn">
      {mark}
    </span>
  ));
}

/** Questions that were put to those above, with their answers. */
export function Referrals({ referrals }: { referrals: ItemReviews['referrals'] }) {
  if (referrals.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{messages.referrals}</h2>
      <ul className="timeline">
        {referrals.map((each) => (
          <li key={each.id}>
            <p>
              <strong>{messages.asked(each.askedByName, each.refereeName)}</strong>{' '}
              <time className="soft" dateTime={each.askedAt}>
                {formatInstant(each.askedAt)}
              </time>
            </p>
            <p className="timeline-opinion">{each.question}</p>
            {each.state === 'open' ? (
              <span className="mark mark-soon">{messages.referralOpen}</span>
            ) : (
              <p>
                {messages.answered}：{each.answerName} {each.answerText} {each.documentNumber} {each.documentDay}
                {each.closedByName ? `（${each.closedByName}）` : ''}{' '}
                {each.attachmentId ? <a href={`/api/attachments/${each.attachmentId}`}>{messages.attachment}</a> : null}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
