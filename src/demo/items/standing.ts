import { dayInChina, findPlainDate, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { newId } from '../../platform/db/index.ts';
import { nextAssessment } from '../../publication/domain/assessment.ts';
import type { ItemEvent } from '../../publication/domain/event.ts';
import { readHistory } from '../../publication/domain/history.ts';
import {
  kindCodeOf,
  seriesOf,
  standardIndexTemplate,
  writeIndexNumber,
} from '../../publication/domain/index-number.ts';
import type { Item, ItemText, Relation } from '../../publication/domain/item.ts';
import { kindOf } from '../../publication/domain/kinds/index.ts';
import { headOf } from '../../publication/domain/shortcomings.ts';
import { type Effect, validityOn } from '../../publication/domain/validity.ts';
import { wordsOf } from './body.ts';
import type { PlannedEvent, PlannedItem } from './planned-item.ts';

/** What the plan names by keys, and the database by identifiers. */
export interface Identifiers {
  countyId: string;
  organ(key: string): string;
  /** By login name. */
  person(loginName: string): { id: string; name: string };
}

/** A planned record as the workflow would have left it. */
export interface StandingItem {
  planned: PlannedItem;
  item: Item;
  texts: readonly ItemText[];
  events: readonly ItemEvent[];
  relations: readonly (Relation & { createdAt: Date })[];
}

/** Who changes a text that nobody changes: the system. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** How long until what is not disclosed is assessed again, in months: as the setting stands. */
const assessmentMonths = 12;

/** The planned records as they stand on a day: state, 索引号, 有效性 follow from what was done. */
export function standAll(
  planned: readonly PlannedItem[],
  identifiers: Identifiers,
  codes: IndexCodes,
  today: PlainDate,
) {
  const ids = new Map(planned.map(({ key }) => [key, newId()]));
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`the plan has no record ${key}`);
    return id;
  };
  const batches = new Map(planned.flatMap(({ batch }) => (batch === undefined ? [] : [[batch, newId()]])));
  const batchOf = (key: string): string => batches.get(key) ?? key;
  const standing = planned.map((each) => stand(each, { idOf, batchOf, identifiers }));
  const serials = giveIndexNumbers(standing, codes);
  settleValidities(standing, today);
  return { standing, serials };
}

interface Naming {
  idOf(key: string): string;
  batchOf(key: string): string;
  identifiers: Identifiers;
}

function stand(planned: PlannedItem, naming: Naming): StandingItem {
  const { idOf, batchOf, identifiers } = naming;
  const { countyId } = identifiers;
  const events = planned.events.map((event): ItemEvent => {
    const { personId, ...rest } = event;
    const { bulk } = rest.detail;
    const detail = bulk === undefined ? rest.detail : { ...rest.detail, bulk: batchOf(bulk) };
    return { ...rest, detail, ...(personId === undefined ? {} : { personId: identifiers.person(personId).id }) };
  });
  const item = itemOf(planned, events, idOf(planned.key), { identifiers, batchOf });
  const head = headOf(item);
  const texts = planned.texts.map(({ savedBy, ...text }): ItemText => {
    const person = savedBy === undefined ? { id: nobody, name: '系统（公示期满）' } : identifiers.person(savedBy);
    const said = { ...text, bodyText: wordsOf(text.bodyHtml), attachments: [] };
    const saved = { savedBy: person.id, savedByName: person.name };
    return text.frozen ? { ...said, ...saved, head } : { ...said, ...saved };
  });
  const createdAt = (events.findLast(({ act }) => act === 'submit') ?? events[0])?.at ?? item.createdAt;
  const relations = planned.relations.map(({ kind, ...other }): Relation & { createdAt: Date } => {
    const end = 'to' in other ? { toItemId: idOf(other.to) } : { toDocument: other.toDocument };
    return {
      id: newId(),
      itemId: item.id,
      kind,
      ...end,
      createdAt: new Date(Math.min(createdAt.getTime(), item.createdAt.getTime() + 60_000)),
    };
  });
  if (countyId !== item.countyId) throw new Error('another county');
  return { planned, item, texts, events, relations };
}

function itemOf(
  planned: PlannedItem,
  events: readonly ItemEvent[],
  id: string,
  { identifiers, batchOf }: { identifiers: Identifiers; batchOf(key: string): string },
): Item {
  const { kind, columnKey, fieldKey, article20, disclosure, exemption, origin, clearances, important } = planned;
  const { formedOn, dueOn, documentNumber, expiresOn, expiryAct, source, publishAt, secondLookDueOn, texts } = planned;
  const history = readHistory(events);
  const last = events.at(-1) as ItemEvent;
  const text = texts.at(-1);
  if (!text) throw new Error(`${planned.key} says nothing`);
  const item = withoutAbsent({
    countyId: identifiers.countyId,
    id,
    organId: identifiers.organ(planned.organ),
    draftingOrganId: identifiers.organ(planned.draftingOrgan),
    authorId: identifiers.person(planned.author).id,
    kind,
    columnKey,
    fieldKey,
    article20,
    disclosure,
    exemption,
    origin: origin.kind === 'joint' ? { ...origin, leadOrganId: identifiers.organ(origin.leadOrganId) } : origin,
    clearances,
    important,
    formedOn,
    dueOn,
    documentNumber,
    expiresOn,
    expiryAct,
    source,
    importId: planned.batch === undefined ? undefined : batchOf(planned.batch),
    publishAt,
    title: text.title,
    state: history.state,
    stateSince: (events.findLast(({ fromState, toState }) => fromState !== toState) ?? last).at,
    textNumber: text.number,
    version: events.length,
    createdAt: (events[0] as ItemEvent).at,
    updatedAt: last.at,
  });
  for (const event of events) follow(item, event, planned);
  if (history.owed.length > 0 && secondLookDueOn !== undefined) item.secondLookDueOn = secondLookDueOn;
  return item;
}

/** What an event leaves behind in its item. */
function follow(item: Item, { act, toState, textNumber, at, opinion }: ItemEvent, planned: PlannedItem): void {
  const day = dayInChina(at);
  switch (act) {
    case 'publish':
    case 'publish-urgently':
    case 'import':
      item.liveTextNumber = textNumber;
      item.publishedAt ??= at;
      item.publishedOn ??= day;
      item.liveSince = at;
      break;
    case 'file': {
      const reassessOn = nextAssessment(planned.disclosure, day, assessmentMonths);
      if (reassessOn) item.reassessOn = reassessOn;
      break;
    }
    case 'expire':
      item.expiredAt = at;
      if (toState === 'published') {
        item.liveTextNumber = planned.texts.at(-1)?.number ?? textNumber;
        item.liveSince = at;
        break;
      }
      takeDown(item, at, opinion);
      break;
    case 'withdraw':
      takeDown(item, at, opinion);
      break;
  }
}

function takeDown(item: Item, at: Date, because: string): void {
  delete item.liveTextNumber;
  delete item.liveSince;
  item.withdrawnAt = at;
  item.withdrawnBecause = because;
}

/** The codes 索引号 are made from, by identifier of the organ. */
export type IndexCodes = (organId: string) => { creditCode: string; divisionCode: string };

/** Numbers what was published, in the order of publication. @returns the last number of each series */
function giveIndexNumbers(standing: readonly StandingItem[], codes: IndexCodes): Map<string, number> {
  const last = new Map<string, number>();
  const published = standing
    .map(({ item }) => item)
    .filter(({ publishedAt }) => publishedAt)
    .sort((one, other) => (one.publishedAt?.getTime() ?? 0) - (other.publishedAt?.getTime() ?? 0));
  for (const item of published) {
    const { publishedOn: day } = item;
    if (!day) continue;
    const values = { ...codes(item.organId), day, kindCode: kindCodeOf(item.article20) };
    const series = seriesOf(standardIndexTemplate, values);
    const serial = (last.get(series) ?? 0) + 1;
    last.set(series, serial);
    item.indexNumber = writeIndexNumber(standardIndexTemplate, values, serial);
  }
  return last;
}

/** 有效性 of every document that is or was public, by what other documents that are public now do to it. */
function settleValidities(standing: readonly StandingItem[], today: PlainDate): void {
  const effects = new Map<string, Effect[]>();
  for (const { item, texts, relations } of standing) {
    if (item.liveTextNumber === undefined || !item.publishedOn) continue;
    const written = texts.find(({ number }) => number === item.liveTextNumber)?.fields.effectiveOn;
    const effectiveOn = findPlainDate(typeof written === 'string' ? written : '');
    const since = effectiveOn && effectiveOn > item.publishedOn ? effectiveOn : item.publishedOn;
    for (const { kind, toItemId } of relations) {
      if (!toItemId || (kind !== 'repeals' && kind !== 'amends')) continue;
      effects.set(toItemId, [...(effects.get(toItemId) ?? []), { kind, since }]);
    }
  }
  for (const { item, texts } of standing) {
    if (!item.publishedOn || !kindOf(item.kind).validity) continue;
    const written = texts.at(-1)?.fields.validUntil;
    const validUntil = typeof written === 'string' ? getPlainDate(written) : undefined;
    if (validUntil) item.validUntil = validUntil;
    const facts = { publishedOn: item.publishedOn, validUntil, effects: effects.get(item.id) ?? [] };
    const { validity, since } = validityOn(facts, today);
    item.validity = validity;
    item.validitySince = since;
  }
}

/** The same without what is undefined. */
const withoutAbsent = (item: { [Field in keyof Item]?: Item[Field] | undefined }): Item =>
  Object.fromEntries(Object.entries(item).filter(([, each]) => each !== undefined)) as unknown as Item;

/** The first time something became public. */
export const publicationOf = (events: readonly PlannedEvent[]): PlannedEvent | undefined =>
  events.find(({ act }) => act === 'publish' || act === 'publish-urgently' || act === 'import');
