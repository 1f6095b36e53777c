import { type Carrier, type CarrierUse, carrierKeys, carrierMarks, carriers } from '../../catalogue/domain/item.ts';
import { isRole, roles } from '../../organisation/domain/role.ts';
import type { CatalogueLine } from '../api/shapes.ts';
import { messages } from './messages.ts';

/** The boxes of the official catalogues: ■政府网站 □政府公报. */
export function CarrierBoxes({ uses }: { uses: Readonly<Partial<Record<Carrier, CarrierUse | undefined>>> }) {
  return (
    <ul className="carrier-boxes">
      {carrierKeys.flatMap((key) => {
        const use = uses[key];
        return use ? [<li key={key}>{`${carrierMarks[use]}${carriers[key]}`}</li>] : [];
      })}
    </ul>
  );
}

/** The post that answers, with the person where one is named. */
export function ResponsiblePost({ post }: { post: CatalogueLine['responsible'] }) {
  if (!post) return <span className="mark mark-warn">{messages.noResponsible}</span>;
  const role = isRole(post.role) ? roles[post.role].name : post.role;
  return (
    <>
      {role}
      <span className="soft block">{post.personName ? `${post.organName} ${post.personName}` : post.organName}</span>
    </>
  );
}

/** Of the duties of a line: what is overdue, what is open, what is done. */
export function Progress({ line }: { line: CatalogueLine }) {
  const { overdue, open, done, nextDueOn } = line.progress;
  if (line.manner === 'on-request') return <span className="soft">{messages.onRequest}</span>;
  return (
    <>
      {overdue > 0 ? <span className="mark mark-bad">{messages.overdue(overdue)}</span> : null}
      {open - overdue > 0 ? <span className="mark mark-soon">{messages.open(open - overdue)}</span> : null}
      {done > 0 ? <span className="mark mark-good">{messages.done(done)}</span> : null}
      {nextDueOn ? <span className="soft block">下次 {nextDueOn}</span> : null}
    </>
  );
}
