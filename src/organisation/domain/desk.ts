import type { PlainDate } from '../../kernel/plain-date.ts';

/** Something that waits for one person: a case, a draft, a memo. */
export interface DeskItem {
  /** Which area's kind of thing it is, e.g. `memo`; unique over all areas. */
  kind: string;
  id: string;
  title: string;
  /** The next day by which something has to be done about it. */
  nextDate?: PlainDate;
  /** A second line, e.g. how far it is. */
  detail?: string;
  /** What is written so far of a text that is not finished. */
  text?: string;
  /** The page of the console where it is worked on. */
  href: string;
}

/** What lies first has to be done first; what has no day lies at the bottom. */
export const compareDesk = (one: DeskItem, other: DeskItem): number =>
  (one.nextDate ?? '9999').localeCompare(other.nextDate ?? '9999') ||
  one.kind.localeCompare(other.kind) ||
  one.title.localeCompare(other.title, 'zh-Hans-CN') ||
  one.id.localeCompare(other.id);

/** An item as somebody saw it; `mark` changes with anything that stands on the sheet. */
export interface SeenItem {
  kind: string;
  id: string;
  mark: string;
}

/** What is different on a desk from what somebody saw there. */
export interface DeskChange<Item extends SeenItem> {
  added: Item[];
  changed: Item[];
  gone: SeenItem[];
}

/** Compares a desk with what somebody saw of it; undefined when nothing is different. */
export function compareWithSeen<Item extends SeenItem>(
  seen: readonly SeenItem[],
  items: readonly Item[],
): DeskChange<Item> | undefined {
  const key = ({ kind, id }: SeenItem) => `${kind} ${id}`;
  const before = new Map(seen.map((item) => [key(item), item.mark]));
  const now = new Set(items.map(key));
  const added = items.filter((item) => !before.has(key(item)));
  const changed = items.filter((item) => before.has(key(item)) && before.get(key(item)) !== item.mark);
  const gone = seen.filter((item) => !now.has(key(item)));
  return added.length + changed.length + gone.length > 0 ? { added, changed, gone } : undefined;
}
