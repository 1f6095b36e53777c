import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import { seededRandom, seedOf } from '../../kernel/random.ts';
import { makeFill } from './slots.ts';
import type { Writing } from './subject-items.ts';
import { momentOf, workingDayFrom } from './times.ts';

/** What a township had published through its official account before it worked with the system. */
export interface PlannedLedger {
  organ: string;
  fileName: string;
  /** Who sent it. */
  sender: string;
  /** Who entered it, another one, and when. */
  by: string;
  at: Date;
  rows: readonly { title: string; summary: string; publishedOn: PlainDate; link: string }[];
}

const townships = ['yunshan', 'baita'];

/** Two ledgers of the months before the first records. */
export function planLedgers({ world, seeds, calendar, today }: Writing, from: PlainDate): PlannedLedger[] {
  const subject = seeds.subjects.find(({ key }) => key === 'news');
  return townships.flatMap((key): PlannedLedger[] => {
    const organ = world.organs.find((each) => each.key === key);
    if (!organ || !subject) return [];
    const random = seededRandom(seedOf(`ledger/${key}`));
    const rows = Array.from({ length: random.integer(16, 24) }, (_, at) => {
      const publishedOn = addDays(from, -90 + at * 4);
      const period = { year: Number(publishedOn.slice(0, 4)) };
      const context = { world, organ, random: random.fork(), day: publishedOn, publishedBy: publishedOn, period };
      const fill = makeFill({ ...context, serial: at + 1, let: subject.let });
      return {
        title: `${fill(random.pick(subject.title))}（${fill('{month}')}月${fill('{day}')}日）`,
        summary: fill(subject.summary),
        publishedOn,
        link: `https://weixin.yunxi.example/s/${key}-${at + 1}`,
      };
    });
    const day = workingDayFrom(calendar, addDays(from, 60));
    const sender = [...organ.holders('information-officer'), ...organ.holders('office-clerk')][0]?.loginName;
    const by = [...organ.holders('office-clerk'), ...organ.holders('office-head')].find(
      ({ loginName }) => loginName !== sender,
    )?.loginName;
    const isPast = day < today;
    return sender && by && isPast
      ? [
          {
            organ: key,
            fileName: `${organ.place}微信公众号发布台账.xlsx`,
            sender,
            by,
            at: momentOf(day, 620),
            rows,
          },
        ]
      : [];
  });
}
