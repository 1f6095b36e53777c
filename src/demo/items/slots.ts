import type { PlainDate } from '../../kernel/plain-date.ts';
import { addDays } from '../../kernel/plain-date.ts';
import type { Random } from '../../kernel/random.ts';
import { drawMasked, drawName } from './names.ts';
import type { SubjectSeed } from './seeds.ts';
import type { World, WorldOrgan } from './world.ts';

/** Puts words where a text has slots. The same slot gives the same words within one record. */
export type Fill = (template: string) => string;

/** What slots are filled from. */
export interface SlotContext {
  world: World;
  organ: WorldOrgan;
  random: Random;
  /** 形成 day. */
  day: PlainDate;
  /** The period it is about, where that is not the one of the day. */
  period?: { year: number; month?: number; quarter?: number };
  /** Counts the records of this sort of this organ in the year, from 1. */
  serial: number;
  village?: string;
  /** When it is to be public. */
  publishedBy: PlainDate;
  expiresOn?: PlainDate | undefined;
  let?: SubjectSeed['let'];
  /** Known beforehand. */
  values?: Readonly<Record<string, string>>;
}

/**
 * Makes what fills the slots of one record.
 *
 * - `{name}`: something of the record or of its `let`, the same each time; `{topic.a}` a part of it.
 * - `{~village}`, `{~int:3:9}`, `{~oneOf:甲|乙}`: drawn anew each time.
 * - `{date-9}`, `{year+5}`, `{day:20}`: reckoned from the day of the record; `day` as YYYY-MM-DD.
 *
 * @example fill('{place}{~int:3:9}月') // '石桥镇7月'
 */
export function makeFill(context: SlotContext): Fill {
  const { random, let: declared = {} } = context;
  const known = new Map<string, string | Readonly<Record<string, string>>>(Object.entries(standing(context)));
  const fill: Fill = (template) => template.replace(/\{([^{}]+)\}/g, (_, slot: string) => value(slot));
  const value = (slot: string): string => {
    if (slot.startsWith('~')) return draw(slot.slice(1), context);
    const [, base = slot, sign, count] = /^(date|year|day)([+:-])(\d+)$/.exec(slot) ?? [];
    if (sign !== undefined) return reckon(base, sign === '-' ? -Number(count) : Number(count), context);
    const [name = slot, part] = slot.split('.');
    const found = known.get(name) ?? remember(name);
    return typeof found === 'string' ? found : fill(found[part ?? ''] ?? missing(slot));
  };
  const remember = (name: string): string | Readonly<Record<string, string>> => {
    const source = declared[name] ?? missing(name);
    const chosen = typeof source === 'string' ? source : random.pick(inSeason(source, context.day));
    const made = typeof chosen === 'string' ? fill(drawn(chosen, context)) : chosen;
    known.set(name, made);
    return made;
  };
  return fill;
}

/** Of things that have their months those of the day; all where it has none. */
function inSeason<T extends string | Readonly<Record<string, string>>>(
  all: readonly T[],
  day: PlainDate,
): readonly T[] {
  const month = String(Number(day.slice(5, 7)));
  const fitting = all.filter(
    (each) => typeof each === 'string' || !each.months || each.months.split(',').includes(month),
  );
  return fitting.length > 0 ? fitting : all;
}

/** `int:3:9` stands for a number, anything else for itself. */
const drawn = (source: string, context: Pick<SlotContext, 'random' | 'world' | 'organ'>): string =>
  source.startsWith('int:') ? draw(source, context) : source;

function missing(slot: string): never {
  throw new Error(`the demonstration has nothing for the slot ${slot}`);
}

/** Something drawn anew. */
export function draw(
  written: string,
  { random, world, organ }: Pick<SlotContext, 'random' | 'world' | 'organ'>,
): string {
  const [what = '', ...rest] = written.split(':');
  switch (what) {
    case 'int': {
      const [from = 0, to = 0, step = 1] = rest.map(Number);
      return String(from + random.integer(0, Math.floor((to - from) / step)) * step);
    }
    case 'oneOf':
      return random.pick(rest.join(':').split('|'));
    case 'village':
      return random.pick(organ.villages.length > 0 ? organ.villages : world.villages);
    case 'place':
      return random.pick(world.townships);
    case 'department':
      return random.pick(world.departments);
    case 'company':
      return `云溪县${random.pick(world.names.brands)}${random.pick(world.names.industries)}`;
    case 'brand':
      return random.pick(world.names.brands);
    case 'street':
      return random.pick(world.names.streets);
    case 'person':
      return drawName(random);
    case 'masked':
      return drawMasked(random, organ.maskStyle);
    default:
      return missing(`~${written}`);
  }
}

function reckon(base: string, count: number, { day }: SlotContext): string {
  if (base === 'year') return String(Number(day.slice(0, 4)) + count);
  const reckoned = addDays(day, count);
  return base === 'day' ? reckoned : sayDay(reckoned);
}

/**
 * A day as texts write it.
 *
 * @example sayDay('2026-03-02') // '2026年3月2日'
 */
export function sayDay(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function standing(context: SlotContext): Record<string, string> {
  const { organ, day, period, serial, world, publishedBy, expiresOn, village, values } = context;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const about = period ?? { year, month };
  const aboutMonth = about.month ?? month;
  return {
    organ: organ.fullName,
    short: organ.shortName,
    place: organ.place,
    code: organ.code,
    office: organ.office,
    phone: organ.phone,
    fax: organ.fax,
    address: organ.address,
    head: organ.head,
    headTitle: organ.headTitle,
    year: String(about.year),
    lastYear: String(year - 1),
    nextYear: String(year + 1),
    month: String(aboutMonth),
    day: String(date),
    date: sayDay(day),
    quarter: '一二三四'[(about.quarter ?? Math.ceil(aboutMonth / 3)) - 1] ?? '一',
    serial: String(serial),
    serial4: String(serial).padStart(4, '0'),
    n: '一二三四五六七八九十'[serial - 1] ?? String(serial),
    village: village ?? draw('village', context),
    village2: draw('village', { ...context, organ: { ...organ, villages: [] } }),
    company: draw('company', context),
    masked: draw('masked', context),
    credit: world.creditCode(context.random),
    opens: sayDay(publishedBy),
    opensOn: publishedBy,
    expiry: expiresOn ? sayDay(expiresOn) : '',
    ...values,
  };
}
