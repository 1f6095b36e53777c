import { dayInChina } from '../../kernel/plain-date.ts';
import { seededRandom, seedOf } from '../../kernel/random.ts';
import type { PlannedItem } from './planned-item.ts';
import type { SubjectSeed } from './seeds.ts';
import { planSubjectItem, type Writing } from './subject-items.ts';

/** How many notices of a department a township puts out once more as its own. */
const copies = 24;

/**
 * What two offices have published alike: a township takes over the text of a department almost word for word,
 * instead of linking to it.
 */
export function planCopies(writing: Writing, items: readonly PlannedItem[]): PlannedItem[] {
  const sources = items.filter(
    ({ kind, organ, events, texts }) =>
      kind === 'announcement' &&
      writing.world.organs.some(({ key, kind: of }) => key === organ && of === 'department') &&
      events.some(({ act }) => act === 'publish') &&
      (texts.at(-1)?.bodyHtml.length ?? 0) > 150,
  );
  const townships = writing.world.organs.filter(({ kind }) => kind === 'township');
  const every = Math.max(1, Math.floor(sources.length / copies));
  return sources.flatMap((source, at) => {
    if (at % every !== 0) return [];
    const random = seededRandom(seedOf(`copy/${source.key}`));
    const organ = random.pick(townships);
    const published = source.events.find(({ act }) => act === 'publish');
    const text = source.texts.at(-1);
    if (!published || !text) return [];
    const subject: SubjectSeed = {
      key: `copy-${source.key.replaceAll('/', '-')}`,
      kind: 'announcement',
      organs: organ.key,
      column: 'notices',
      channels: ['wechat-group', 'bulletin-board'],
      title: [`${text.title}（${organ.place}转发）`],
      summary: text.summary,
      fields: { contact: '{phone}' },
      body: [],
    };
    const day = dayInChina(published.at);
    const occurrence = { day, period: { year: Number(day.slice(0, 4)) }, serial: 1, random };
    const planned = planSubjectItem(writing, subject, organ, occurrence, { mistakes: ['near-duplicate'] });
    if (!planned) return [];
    const bodyHtml = `${text.bodyHtml}\n<p>请各村（社区）通过公开栏、微信群等方式告知群众。</p>`;
    return [{ ...planned, texts: planned.texts.map((each) => ({ ...each, bodyHtml })) }];
  });
}
