import { columnStatuses } from '../../catalogue/domain/column-state.ts';
import type { CatalogueDuty, OrganColumns } from '../api/shapes.ts';
import { messages } from './messages.ts';

/** Something an organ may be reminded of. */
export interface Target {
  kind: 'duty' | 'column';
  /** Of the duty, or the key of the column. */
  id: string;
  title: string;
  /** Since when it is owed, or why it is not ticked by itself. */
  detail: string;
  /** Whether it is ticked when the dialog opens. */
  isUsual: boolean;
}

/**
 * What is overdue is ticked by itself: duties, but not turns of long ago after which later ones were published, and
 * columns whose day is over. An empty column may be one nobody needs, so that it is for the county to tick it.
 */
export function targetsOf(
  duties: readonly Pick<CatalogueDuty, 'id' | 'title' | 'dueOn' | 'overtaken' | 'reminded'>[],
  columns: OrganColumns['columns'],
): Target[] {
  return [
    ...duties.map(({ id, title, dueOn, overtaken, reminded }): Target => {
      const words = [
        dueOn ? messages.dueOn(dueOn) : '',
        overtaken ? messages.overtaken : '',
        reminded ? messages.reminded : '',
      ];
      return {
        kind: 'duty',
        id,
        title,
        detail: words.filter((each) => each !== '').join('，'),
        isUsual: !overtaken,
      };
    }),
    ...columns
      .filter(({ status }) => status !== 'fresh')
      .map(
        ({ columnKey, name, status, freshUntil }): Target => ({
          kind: 'column',
          id: columnKey,
          title: messages.columnNamed(name),
          detail: freshUntil ? messages.freshBy(columnStatuses[status], freshUntil) : columnStatuses[status],
          isUsual: status === 'stale',
        }),
      ),
  ];
}

/** The name of a target among those of its organ. */
export const keyOf = ({ kind, id }: Pick<Target, 'kind' | 'id'>): string => `${kind} ${id}`;
