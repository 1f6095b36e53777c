import type { Calendar } from '../../calendar/domain/calendar.ts';
import { countWorkingDays } from '../../calendar/domain/deadline.ts';
import { dueDayFor } from '../../catalogue/domain/time-limit.ts';
import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import type { Random } from '../../kernel/random.ts';
import { rolesFor } from '../../organisation/domain/acts.ts';
import type { ChannelKey } from '../../publication/domain/channels.ts';
import { deidentify, deidentifyLine, namesOfHtml } from '../../publication/domain/de-identify.ts';
import { kindOf } from '../../publication/domain/kinds/index.ts';
import { isImportant, routeFor, stepsFor } from '../../publication/domain/review-route.ts';
import type { ReviewStep, State } from '../../publication/domain/states.ts';
import type { PlannedPerson } from '../plan.ts';
import { writeBody } from './body.ts';
import { writeFields } from './fields.ts';
import { addEvent, expiryMoment, type JourneySetting, planJourney, planReferred, planUrgent } from './journey.ts';
import type { Occurrence } from './occurrences.ts';
import type { Mistake, PlannedEvent, PlannedItem, PlannedText } from './planned-item.ts';
import type { ItemSeeds, SubjectSeed } from './seeds.ts';
import { type Fill, makeFill, type SlotContext } from './slots.ts';
import { momentOf, shiftWorkingDays, workingDayFrom } from './times.ts';
import type { World, WorldOrgan } from './world.ts';

/** What every record of the plan is written with. */
export interface Writing {
  world: World;
  seeds: ItemSeeds;
  calendar: Calendar;
  today: PlainDate;
  now: Date;
}

/** How a record goes where chance does not decide. */
export interface Fate {
  /** Nothing happens to it by chance. */
  planned?: true;
  until?: State;
  returned?: { at: ReviewStep; why: string; change: string };
  urgent?: 'paid' | 'owed';
  referred?: Parameters<typeof planReferred>[1];
  author?: PlannedPerson;
  lead?: number;
  village?: number;
  mistakes?: readonly Mistake[];
  end?: JourneySetting['end'];
}

/** One record of a subject. */
export function planSubjectItem(
  writing: Writing,
  subject: SubjectSeed,
  organ: WorldOrgan,
  occurrence: Occurrence,
  fate: Fate = {},
): PlannedItem | undefined {
  const { world, seeds, calendar, today, now } = writing;
  const { random, period, serial } = occurrence;
  const formedOn = workingDayFrom(calendar, occurrence.day);
  const kind = kindOf(subject.kind);
  const dueOn = dueDayFor(kind.limit.rule, formedOn, calendar);
  const isFiled = subject.disclosure !== undefined;
  const drawnLuck = drawLuck(writing, subject, organ, formedOn, dueOn, random);
  const luck = fate.planned ? { lead: drawnLuck.lead, withdrawn: false, mistakes: [] as Mistake[] } : drawnLuck;
  const lead = fate.lead ?? luck.lead;
  const publishedBy = shiftWorkingDays(calendar, formedOn, lead);
  const expiresOn = subject.days === undefined ? undefined : addDays(publishedBy, subject.days);
  const atVillage =
    fate.village ?? (subject.village && random.chance(subject.village) ? random.integer(0, 4) : undefined);
  const context: SlotContext = {
    world,
    organ,
    random: random.fork(),
    day: formedOn,
    period,
    serial,
    ...(atVillage === undefined ? {} : { village: organ.villages[atVillage] ?? '' }),
    publishedBy,
    expiresOn,
    let: subject.let,
  };
  const fill = makeFill(context);
  const draftingOrgan = atVillage === undefined ? organ.key : (organ.villageKeys[atVillage] ?? organ.key);
  const author = fate.author ?? pickAuthor(world, organ, draftingOrgan, subject, random);
  const text = writeText(subject, organ, fill, context);
  const important = kind.important === true || subject.important === true;
  const fine = typeof text.fields.fine === 'number' ? text.fields.fine : undefined;
  const steps = stepsFor(standardStepsOf(subject.kind), isImportant(standardStepsOf(subject.kind), important, fine));
  const returned = fate.returned ?? luck.returned;
  const setting: JourneySetting = {
    calendar,
    opinions: seeds.opinions,
    random: random.fork(),
    organ,
    author,
    from: formedOn,
    lead,
    steps,
    returned,
    end: fate.end ?? (isFiled ? 'file' : 'publish'),
    until: fate.until ?? luck.until,
    isList: kind.personalData === 'list',
  };
  const urgent = fate.urgent ?? luck.urgent;
  let events = eventsOf(setting, urgent, fate.referred);
  if (luck.discarded) events = discard(events, writing, random);
  const hidden = subject.expiry === 'de-identify' ? deidentify(text.bodyHtml) : undefined;
  if (expiresOn !== undefined && isPublished(events) && expiresOn < today) {
    const at = expiryMoment(expiresOn);
    const toState = hidden && hidden.hidden > 0 ? 'published' : 'withdrawn';
    events = addEvent(events, { act: 'expire', toState, at, personName: systemAtExpiry, opinion: '公示期满' });
  } else if (luck.withdrawn && isPublished(events)) {
    events = withdraw(events, writing, organ, random);
  }
  // What would be done later than now is not done yet: it waits where it stands.
  events = events.filter(({ at }) => at <= now);
  if (events.length === 0) return undefined;
  const texts = textsOf(text, events, returned?.change);
  const grounds = subject.grounds && random.pick(subject.grounds);
  return {
    key: `${organ.key}/${subject.key}/${period.year}/${serial}`,
    organ: organ.key,
    draftingOrgan,
    author: author.loginName,
    kind: subject.kind,
    line: subject.line,
    columnKey: subject.column,
    fieldKey: subject.field,
    article20: subject.article20,
    disclosure: subject.disclosure ?? 'proactive',
    exemption: grounds,
    ...originOf(subject, organ, formedOn, random),
    important: steps.includes('chief-approval'),
    formedOn,
    dueOn: isFiled ? undefined : dueOn,
    mark: subject.mark && fill(subject.mark),
    expiresOn,
    expiryAct: expiresOn === undefined ? undefined : subject.expiry,
    source: 'written',
    secondLookDueOn: urgent ? shiftWorkingDays(calendar, formedOn, 2) : undefined,
    texts: [...texts, ...hiddenTexts(texts, events, hidden?.html)],
    events,
    relations: [],
    channels: (subject.channels ?? []) as readonly ChannelKey[],
    mistakes: mistakesOf(events, luck.mistakes, fate.mistakes ?? []),
  };
}

function eventsOf(setting: JourneySetting, urgent: Fate['urgent'], referred: Fate['referred']): PlannedEvent[] {
  if (referred) return planReferred(setting, referred);
  return urgent ? planUrgent(setting, urgent === 'paid') : planJourney(setting);
}

/** Given up by who wrote it, before anybody has looked at it. */
function discard([begun]: readonly PlannedEvent[], { world, seeds }: Writing, random: Random): PlannedEvent[] {
  const first = begun as PlannedEvent;
  const at = new Date(first.at.getTime() + random.integer(5, 25) * 60_000);
  const person = world.person(first.personId ?? '');
  const opinion = random.pick(seeds.opinions.discarded);
  return addEvent([first], { act: 'discard', toState: 'discarded', at, person, role: first.role, opinion });
}

/** Where it comes from and who has to be asked (条例 art. 10, 11): most things are made by the organ itself. */
function originOf(
  { key }: SubjectSeed,
  organ: WorldOrgan,
  formedOn: PlainDate,
  random: Random,
): Pick<PlannedItem, 'origin' | 'clearances'> {
  if (key === 'county-notice' && random.chance(0.15)) {
    return { origin: { kind: 'joint', leadOrganId: organ.key, otherOrgans: ['云溪县财政局'] }, clearances: {} };
  }
  if (key === 'township-notice' && random.chance(0.06)) {
    return { origin: { kind: 'from-organ', source: '云溪县医疗保障局', disclosedBy: 'us' }, clearances: {} };
  }
  if (key === 'statistics' && random.chance(0.5)) {
    return { origin: { kind: 'from-public', source: '规模以上企业报送的统计资料' }, clearances: {} };
  }
  if (key === 'land-notice' && random.chance(0.5)) {
    const proof = `云林函〔${formedOn.slice(0, 4)}〕${random.integer(1, 60)}号`;
    const consultations = [{ organ: '云溪县林业局', agreedOn: addDays(formedOn, -3), proof }];
    return { origin: { kind: 'made' }, clearances: { consultations } };
  }
  return { origin: { kind: 'made' }, clearances: {} };
}

/** The route where the county has set none. */
const standardStepsOf = (kind: string) => routeFor([], [], kind);

/** What a record says before anybody has sent it back. */
export type Words = Pick<PlannedText, 'title' | 'summary' | 'bodyHtml' | 'fields'>;

function writeText(subject: SubjectSeed, organ: WorldOrgan, fill: Fill, context: SlotContext): Words {
  const { random } = context;
  return {
    title: fill(random.pick(subject.title)),
    summary: fill(subject.summary),
    bodyHtml: writeBody(subject.body, fill, context),
    fields: writeFields(subject.kind, subject.fields ?? {}, fill, organ),
  };
}

/** The versions of a text by what was done: a return makes a second one. Frozen is what was submitted or published. */
function textsOf(words: Words, events: readonly PlannedEvent[], change = ''): PlannedText[] {
  const numbers = [...new Set(events.map(({ textNumber }) => textNumber))];
  const isReturned = events.some(({ act }) => act === 'return');
  return numbers.map((number) => {
    const about = events.filter((event) => event.textNumber === number);
    const [first] = about as [PlannedEvent];
    const before = events.findLast((event) => event.position < first.position);
    return {
      ...words,
      // What was sent back lacked its last paragraph.
      ...(isReturned && number === 1 ? { bodyHtml: words.bodyHtml.replace(/\n<p>[^<]*<\/p>$/, '') } : {}),
      number,
      changeNote: number === 1 ? '' : change,
      ...(first.personId === undefined ? {} : { savedBy: first.personId }),
      // Written a little before it was sent off.
      savedAt: new Date(Math.max(first.at.getTime() - (before ? 120_000 : 0), (before?.at.getTime() ?? 0) + 500)),
      frozen: about.some(({ act }) => act !== 'begin'),
    };
  });
}

/** Who acts when the last day of a 公示 is over. */
const systemAtExpiry = '系统（公示期满）';

/** The text without names and numbers that stands in place of the old one after the last day. */
function hiddenTexts(texts: readonly PlannedText[], events: readonly PlannedEvent[], html = ''): PlannedText[] {
  const expired = events.find(({ act, toState }) => act === 'expire' && toState === 'published');
  const last = texts.at(-1);
  if (!expired || !last) return [];
  const known = namesOfHtml(last.bodyHtml);
  const hide = (line: string) => deidentifyLine(line, known);
  const { savedBy: _, ...text } = last;
  return [
    {
      ...text,
      number: last.number + 1,
      title: hide(text.title),
      summary: hide(text.summary),
      bodyHtml: html,
      fields: Object.fromEntries(
        Object.entries(text.fields).map(([key, value]) => [key, typeof value === 'string' ? hide(value) : value]),
      ),
      changeNote: '公示期满，隐去姓名和号码，附件不再公开',
      savedAt: expired.at,
      frozen: true,
    },
  ];
}

/** Those that have come to pass by now. */
function mistakesOf(
  events: readonly PlannedEvent[],
  drawn: readonly Mistake[],
  planned: readonly Mistake[],
): Mistake[] {
  const did = (act: PlannedEvent['act']) => events.some((event) => event.act === act);
  return [
    ...drawn.filter((mistake) => mistake !== 'late' || did('publish')),
    ...planned,
    ...(did('return') ? (['returned'] as const) : []),
    ...(did('withdraw') ? (['withdrawn'] as const) : []),
  ];
}

const isPublished = (events: readonly PlannedEvent[]): boolean => events.at(-1)?.toState === 'published';

interface Luck {
  lead: number;
  until?: State;
  returned?: { at: ReviewStep; why: string; change: string };
  urgent?: 'paid';
  withdrawn: boolean;
  discarded?: boolean;
  mistakes: Mistake[];
}

const rates = {
  good: { late: 0.01, stuck: 0.01, returned: 0.05 },
  usual: { late: 0.04, stuck: 0.03, returned: 0.08 },
  poor: { late: 0.13, stuck: 0.12, returned: 0.13 },
} as const;

/** How it goes with a record: in time or late, sent back, left lying, taken down again. */
function drawLuck(
  { calendar, today, seeds }: Writing,
  subject: SubjectSeed,
  organ: WorldOrgan,
  formedOn: PlainDate,
  dueOn: PlainDate | undefined,
  random: Random,
): Luck {
  const rate = rates[organ.diligence];
  const allowed = dueOn === undefined ? 4 : Math.max(1, countWorkingDays(calendar, formedOn, dueOn));
  const [least, most] = subject.lead ?? [
    Math.max(1, Math.floor(allowed * 0.15)),
    Math.max(1, Math.floor(allowed * 0.75)),
  ];
  const inTime = random.integer(Math.min(least, allowed), Math.min(most, allowed));
  const isLate = dueOn !== undefined && random.chance(rate.late);
  const lead = isLate ? allowed + random.integer(1, 22) : inTime;
  const isReturned = random.chance(rate.returned);
  const at = random.pick(['department-check', 'secrecy-review', 'office-review', 'deputy-approval'] as const);
  const reason = random.pick(seeds.opinions.return[at] ?? []);
  const recent = formedOn > addDays(today, -90) && formedOn < addDays(today, -28);
  const isStuck = recent && random.chance(rate.stuck);
  const stuckAt = random.pick([
    'draft',
    'department-check',
    'secrecy-review',
    'office-review',
    'deputy-approval',
  ] as const);
  const isUrgent = subject.urgent !== undefined && random.chance(subject.urgent) && formedOn < addDays(today, -7);
  // What is owed in every period is done in every period: a gap would make all that follow late.
  const isPeriodic = subject.month !== undefined || subject.quarter !== undefined || subject.key === 'annual-report';
  const isWithdrawn = !isPeriodic && random.chance(0.01);
  const isDiscarded = !isUrgent && !isPeriodic && random.chance(0.008);
  return {
    lead,
    withdrawn: isWithdrawn && !isStuck,
    discarded: isDiscarded,
    ...(isStuck ? { until: stuckAt } : {}),
    ...(isReturned && !isUrgent ? { returned: { at, ...reason } } : {}),
    ...(isUrgent ? { urgent: 'paid' as const } : {}),
    mistakes: [
      ...(isLate && !isStuck && !isUrgent && !isDiscarded ? (['late'] as const) : []),
      ...(isStuck && !isDiscarded && dueOn !== undefined && dueOn < today ? (['overdue-draft'] as const) : []),
    ],
  };
}

function pickAuthor(
  world: World,
  organ: WorldOrgan,
  draftingOrgan: string,
  subject: SubjectSeed,
  random: Random,
): PlannedPerson {
  if (draftingOrgan !== organ.key) {
    const at = organ.villageKeys.indexOf(draftingOrgan);
    return world.person(`${organ.key}.cun${at + 1}`);
  }
  const [officers, clerks] = [organ.holders('information-officer'), organ.holders('office-clerk')];
  const forOfficers = subject.column === 'social-assistance' || random.chance(0.4);
  const [author] = forOfficers && officers.length > 0 ? officers : clerks;
  const writer = author ?? officers[0];
  if (!writer) throw new Error(`nobody at ${organ.key} writes (${rolesFor('draft-items').join(', ')})`);
  return writer;
}

/** Takes it down some days later, with a reason. */
function withdraw(
  events: readonly PlannedEvent[],
  { calendar, seeds }: Writing,
  organ: WorldOrgan,
  random: Random,
): PlannedEvent[] {
  const last = events.at(-1) as PlannedEvent;
  const day = new Date(last.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate;
  const on = shiftWorkingDays(calendar, day, random.integer(2, 30));
  const [head] = organ.holders('office-head');
  return addEvent(events, {
    act: 'withdraw',
    toState: 'withdrawn',
    at: momentOf(on, random.integer(540, 710)),
    person: head as PlannedPerson,
    role: 'office-head',
    opinion: random.pick(seeds.opinions.withdrawn),
  });
}
