import { Button } from 'antd';
import { Link } from 'react-router';
import type { Finding } from '../../api/shapes.ts';
import { messages } from '../write/messages.ts';
import { bySeverity, tellPlace } from './places.ts';

interface FindingListProps {
  findings: readonly Finding[];
  /** What can be done about a finding here; nothing where one only reads. */
  acts?: {
    show?(finding: Finding): void;
    mend?(keys: readonly string[]): void;
    explain(finding: Finding): void;
    takeBack(finding: Finding): void;
  };
  busy?: boolean;
}

const looks = { block: 'bad', warn: 'soon', info: 'open' } as const;

/** What the checks have found, the gravest first, each with what can be done about it. */
export function FindingList({ findings, acts, busy = false }: FindingListProps) {
  return (
    <ul className="findings">
      {bySeverity(findings).map((finding) => (
        <li
          key={finding.key}
          className={finding.open ? `finding-item finding-item-${finding.severity}` : 'finding-item'}
        >
          <p className="finding-head">
            <span className={`mark mark-${finding.judgement ? 'good' : looks[finding.severity]}`}>
              {messages.severities[finding.severity]}
            </span>{' '}
            <strong>{finding.name}</strong> <span className="soft">{tellPlace(finding)}</span>{' '}
            {finding.place.part === 'attachment' && finding.place.hidden ? (
              <span className="mark mark-warn">{messages.hidden}</span>
            ) : null}
          </p>
          <p>{finding.message}</p>
          {finding.excerpt ? <p className="finding-excerpt">{finding.excerpt}</p> : null}
          {finding.links?.map(({ label, href }) => (
            <p key={href}>
              <Link to={href.replace(/^\/console/, '')}>{label}</Link>
            </p>
          ))}
          <Passages finding={finding} />
          {finding.judgement ? (
            <p className="finding-judgement">
              {messages.explained(finding.judgement.byName, finding.judgement.reason)}
            </p>
          ) : null}
          {finding.asked && !finding.judgement ? (
            <p className="finding-judgement">{messages.asked(finding.asked.byName, finding.asked.reason)}</p>
          ) : null}
          {acts ? <FindingActs finding={finding} acts={acts} busy={busy} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Passages({ finding: { passages = [] } }: { finding: Finding }) {
  return passages.length === 0 ? null : (
    <details>
      <summary>
        {messages.passages}（{passages.length}）
      </summary>
      {passages.slice(0, 5).map(({ here, text }) => (
        <p key={here.start} className="finding-excerpt">
          {text}
        </p>
      ))}
    </details>
  );
}

function FindingActs({
  finding,
  acts,
  busy,
}: {
  finding: Finding;
  acts: NonNullable<FindingListProps['acts']>;
  busy: boolean;
}) {
  const { mendable, waivable, severity, judgement, place, key } = finding;
  if (severity === 'info' && mendable === 'none') return null;
  return (
    <div className="actions finding-acts">
      {mendable !== 'none' && acts.mend && !judgement ? (
        <Button size="small" loading={busy} onClick={() => acts.mend?.([key])}>
          {messages[mendable]}
        </Button>
      ) : null}
      {acts.show && place.part !== 'attachment' && place.part !== 'item' ? (
        <Button size="small" onClick={() => acts.show?.(finding)}>
          {messages.goTo}
        </Button>
      ) : null}
      {judgement?.own ? (
        <Button size="small" onClick={() => acts.takeBack(finding)}>
          {messages.takeBack}
        </Button>
      ) : judgement || waivable === 'nobody' || severity === 'info' ? null : (
        <Button size="small" onClick={() => acts.explain(finding)}>
          {messages.explain}
        </Button>
      )}
      {waivable === 'secrecy-reviewer' && !judgement ? <span className="soft">{messages.secrecyOnly}</span> : null}
    </div>
  );
}
