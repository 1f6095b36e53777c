import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { kindOf } from '../../publication/domain/kinds/index.ts';
import type { ItemDetail } from '../api/shapes.ts';
import { DueDay } from '../parts/deadline.tsx';
import { messages } from './messages.ts';
import { ItemMarks } from './state-mark.tsx';

type Head = Omit<ItemDetail, 'dueOn'> & { dueOn: string | undefined };

/** What an item is and where it stands, in one line below its title. */
export function ItemHead({ item, children }: { item: Head; children?: ReactNode }) {
  const { limit } = kindOf(item.kind);
  const period =
    limit.rule.kind === 'working-days'
      ? { from: item.formedOn, count: limit.rule.days, unit: 'working-days' as const }
      : undefined;
  return (
    <span className="item-head">
      <ItemMarks {...item} />
      <span>{kindOf(item.kind).name}</span>
      <span>{item.organ.shortName}</span>
      {item.dueOn ? (
        <span>
          {messages.due} <DueDay due={item.dueOn} period={period} doneOn={item.publishedOn} />
        </span>
      ) : null}
      <Link to={`/publication/items/${item.id}/versions`}>{messages.versions}</Link>
      {item.liveTextNumber === undefined ? null : (
        <Link to={`/publication/items/${item.id}/channels`}>{messages.channels}</Link>
      )}
      {children}
    </span>
  );
}
