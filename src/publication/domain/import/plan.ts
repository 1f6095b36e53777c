import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import { type ChannelKey, channels as channelTable } from '../channels.ts';
import { documentNumberKey } from '../document-number.ts';
import { type State, states } from '../states.ts';
import type { LedgerEntry, LedgerProblem } from './entry.ts';

/** An item that is here already, as far as a ledger can speak of it. */
export interface KnownItem {
  id: string;
  title: string;
  organId: string;
  publishedOn: PlainDate | undefined;
  indexNumber: string | undefined;
  documentNumber: string | undefined;
  /** Whether it came in by an import; what was written here is never changed by a ledger. */
  isImported: boolean;
  /** Whether it is of an organ whose publications who imports looks after. */
  isOurs: boolean;
  state: State;
  /** Whether the public sees it. */
  isPublic: boolean;
  /** The channels it stands on. */
  channels: readonly ChannelKey[];
}

/** A field of an existing item that a row changes, in words. */
export interface LedgerChange {
  key: string;
  label: string;
  before: string;
  after: string;
}

/** What a ledger would do. */
export interface LedgerPlan {
  created: LedgerEntry[];
  /** Rows that say what is here already. */
  same: { entry: LedgerEntry; itemId: string }[];
  changed: { entry: LedgerEntry; itemId: string; fields: LedgerChange[]; addedChannels: ChannelKey[] }[];
  problems: LedgerProblem[];
}

/** Calendar days within which the same title of the same organ is the same information, put on another channel later. */
const sameWithin = 15;

/**
 * Compares the rows of a ledger with what is here: by 索引号, else by 文号 of the same organ, else by title and organ within
 * some days. An item that was written here gets channels it was not known to stand on, and nothing else; one that was
 * imported is corrected too; one of another organ is left alone. Rows of one item on several channels become one.
 */
export function planLedger(
  entries: readonly LedgerEntry[],
  problems: readonly LedgerProblem[],
  known: readonly KnownItem[],
): LedgerPlan {
  const plan: LedgerPlan = { created: [], same: [], changed: [], problems: [...problems] };
  const refuse = ({ row, title }: LedgerEntry, reason: string) => plan.problems.push({ row, title, reason });
  const finder = findBy(known);
  const rows = findBy<LedgerEntry>([]);
  for (const entry of entries) {
    const earlier = rows.find(entry);
    if (!earlier) {
      rows.add({ ...entry });
      continue;
    }
    const { one } = earlier;
    const added = entry.deliveries.filter(({ channel }) => !one.deliveries.some((each) => each.channel === channel));
    if (added.length === 0) refuse(entry, `与第 ${one.row} 行是同一条信息、同一个渠道，请只保留一行。`);
    else one.deliveries = [...one.deliveries, ...added];
  }
  for (const entry of rows.all) {
    const found = finder.find(entry);
    if (!found) {
      plan.created.push(entry);
      continue;
    }
    const { one: item, by } = found;
    if (!item.isOurs) {
      refuse(entry, `索引号“${entry.indexNumber ?? ''}”已由其他单位使用，不能由这份台账修改，请核对索引号。`);
      continue;
    }
    // A title says the same on another day where it was put on another channel later.
    const differing = compare(entry, item).filter(({ key }) => by !== 'title' || key !== 'publishedOn');
    const addedChannels = entry.deliveries
      .map(({ channel }) => channel)
      .filter((channel) => !item.channels.includes(channel));
    if (differing.length > 0 && !item.isImported) {
      refuse(
        entry,
        `与本系统中的“${item.title}”是同一条信息，但${differing.map(({ label }) => label).join('、')}不同。本系统办理的信息不由台账修改，请核对。`,
      );
      continue;
    }
    const fields = [...differing, ...channelChange(item, addedChannels)];
    if (fields.length > 0 && (!item.isPublic || (differing.length > 0 && item.state !== 'published'))) {
      refuse(
        entry,
        `与本系统中的“${item.title}”是同一条信息，该信息现为“${states[item.state]}”，不由台账补登，请逐条办理。`,
      );
      continue;
    }
    if (fields.length === 0) plan.same.push({ entry, itemId: item.id });
    else plan.changed.push({ entry, itemId: item.id, fields, addedChannels });
  }
  plan.problems.sort((one, other) => one.row - other.row);
  return plan;
}

/** What something is found by. */
interface Findable {
  title: string;
  organId: string;
  publishedOn?: PlainDate | undefined;
  indexNumber?: string | undefined;
  documentNumber?: string | undefined;
}

function findBy<T extends Findable>(first: readonly T[]) {
  const all: T[] = [];
  const numbers = new Map<string, T>();
  const titles = new Map<string, T[]>();
  const numbersOf = ({ indexNumber, documentNumber, organId }: Findable): string[] => [
    ...(indexNumber ? [`index ${indexNumber}`] : []),
    ...(documentNumber ? [`document ${organId} ${documentNumberKey(documentNumber)}`] : []),
  ];
  const titleOf = ({ title, organId }: Findable): string => `${organId} ${titleKey(title)}`;
  const add = (one: T): void => {
    all.push(one);
    for (const number of numbersOf(one)) if (!numbers.has(number)) numbers.set(number, one);
    titles.set(titleOf(one), [...(titles.get(titleOf(one)) ?? []), one]);
  };
  for (const one of first) add(one);
  return {
    all,
    add,
    find(wanted: Findable): { one: T; by: 'number' | 'title' } | undefined {
      const numbered = numbersOf(wanted)
        .map((number) => numbers.get(number))
        .find((found) => found !== undefined);
      if (numbered) return { one: numbered, by: 'number' };
      const near = (titles.get(titleOf(wanted)) ?? []).filter(
        (one) => isNear(one.publishedOn, wanted.publishedOn) && !differ(one, wanted),
      );
      return near[0] && { one: near[0], by: 'title' };
    },
  };
}

const isNear = (one: PlainDate | undefined, other: PlainDate | undefined): boolean =>
  one !== undefined && other !== undefined && one <= addDays(other, sameWithin) && other <= addDays(one, sameWithin);

/** Two numbers that are both there and are not the same say that it is something else. */
const differ = (one: Findable, other: Findable): boolean =>
  (one.indexNumber !== undefined && other.indexNumber !== undefined && one.indexNumber !== other.indexNumber) ||
  (one.documentNumber !== undefined &&
    other.documentNumber !== undefined &&
    documentNumberKey(one.documentNumber) !== documentNumberKey(other.documentNumber));

/** A title in one spelling of blanks and marks. */
const titleKey = (title: string): string => title.normalize('NFKC').replace(/[\s“”"'‘’《》〈〉]/g, '');

function compare(entry: LedgerEntry, item: KnownItem): LedgerChange[] {
  const changes: LedgerChange[] = [];
  const check = (key: string, label: string, before: string | undefined, after: string | undefined) => {
    if (after !== undefined && after !== '' && before !== after) {
      changes.push({ key, label, before: before ?? '', after });
    }
  };
  if (titleKey(entry.title) !== titleKey(item.title)) check('title', '标题', item.title, entry.title);
  check('publishedOn', '发布日期', item.publishedOn, entry.publishedOn);
  check('indexNumber', '索引号', item.indexNumber, entry.indexNumber);
  const [before, after] = [item.documentNumber, entry.documentNumber];
  if (after && (!before || documentNumberKey(before) !== documentNumberKey(after))) {
    check('documentNumber', '文号', before, after);
  }
  return changes;
}

function channelChange(item: KnownItem, added: readonly ChannelKey[]): LedgerChange[] {
  if (added.length === 0) return [];
  const name = (keys: readonly ChannelKey[]) => keys.map((key) => channelTable[key].name).join('、');
  return [
    { key: 'channels', label: '发布渠道', before: name(item.channels), after: name([...item.channels, ...added]) },
  ];
}
