import { createHash } from 'node:crypto';
import { defineJob, type HandledJob, handledBy } from '../../platform/jobs/index.ts';
import { composeDocument } from '../domain/check/compose.ts';
import { checkInSteps, checks, severityOf } from '../domain/check/index.ts';
import { ruleVersion } from '../domain/check/rule-version.ts';
import { type CheckFinding, findingOf } from '../domain/check-result.ts';
import type { Item, ItemText } from '../domain/item.ts';
import type { ListedWord } from '../domain/word.ts';
import { findItem } from '../store/items.ts';
import { listStaleTexts, type Recheck, saveRechecks } from '../store/rechecks.ts';
import { listRelationsFrom } from '../store/relations.ts';
import { findText } from '../store/texts.ts';
import { listWords } from '../store/words.ts';
import { readAttachments } from './attachment-contents.ts';
import { dayOf } from './caller.ts';
import { checkSettings } from './check-settings.ts';
import { findingKeyOf, takingTurns } from './checking.ts';
import type { PublicationDeps } from './deps.ts';

/** In the night, when nobody works; what is left over goes on in the next one. */
const recheck = defineJob({
  name: 'publication-recheck',
  label: '按现行规则和词表复查已公开信息',
  schedule: '20 1 * * *',
  expireSeconds: 4 * 60 * 60,
  retryLimit: 0,
});

/** So long it reads in one night, in milliseconds. */
const oneNight = 3.5 * 60 * 60 * 1_000;
/** So many are read before what was found is kept. */
const batch = 50;

type Deps = Pick<PublicationDeps, 'db' | 'storage' | 'settings'>;

/** The job that reads again what is public. */
export const recheckJobs = (deps: Deps): HandledJob[] => [
  handledBy(recheck, async (_, { now, signal }) => {
    const begun = performance.now();
    const counties = await deps.db.selectFrom('organisationCounty').select('id').orderBy('id').execute();
    for (const { id } of counties) {
      await recheckPublicTexts(deps, id, now, () => signal.aborted || performance.now() - begun > oneNight);
    }
  }),
];

/** Which rules and words a text is read with; another name when one of them has changed. */
const rulesOf = (words: readonly ListedWord[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ruleVersion,
        checks.map(({ key, severity }) => [key, severity]),
        words.map(({ wrong, severity, except }) => [wrong, severity, except]),
      ]),
    )
    .digest('hex');

/**
 * Reads every public text that was not read with the rules and words of today. What may not be public is kept for the
 * lists of today of those who have to decide; nothing is withdrawn by itself.
 *
 * @param isOver asked between two texts: whether to leave the rest for the next time
 * @returns how many were read
 */
export async function recheckPublicTexts(
  deps: Deps,
  countyId: string,
  now: Date,
  isOver: () => boolean = () => false,
): Promise<number> {
  const words = await listWords(deps.db, countyId);
  const rules = rulesOf(words);
  let count = 0;
  for (let after: string | undefined; !isOver(); ) {
    const stale = await listStaleTexts(deps.db, countyId, rules, { after, most: batch });
    if (stale.length === 0) break;
    const read: Recheck[] = [];
    for (const { itemId, textNumber } of stale) {
      if (isOver()) break;
      const findings = await readAgain(deps, { countyId, itemId, textNumber }, words, now);
      if (findings) read.push({ itemId, textNumber, rules, findings, checkedAt: now });
    }
    await saveRechecks(deps.db, countyId, read);
    count += read.length;
    after = stale.at(-1)?.itemId;
  }
  return count;
}

interface PublicText {
  countyId: string;
  itemId: string;
  textNumber: number;
}

/** What may not be public of a text; undefined when it is no longer there. */
async function readAgain(
  deps: Deps,
  { countyId, itemId, textNumber }: PublicText,
  words: readonly ListedWord[],
  now: Date,
): Promise<CheckFinding[] | undefined> {
  const { db } = deps;
  const [item, text] = await Promise.all([findItem(db, countyId, itemId), findText(db, countyId, itemId, textNumber)]);
  if (!item || !text) return undefined;
  const [relations, attachments, { mayWaiveNumbers }] = await Promise.all([
    listRelationsFrom(db, countyId, itemId),
    readAttachments(deps, countyId, text.attachments),
    deps.settings.read(checkSettings),
  ]);
  const document = composeDocument(publicItem(item, text), text, relations, attachments, {
    today: dayOf({ now }),
    words,
    missingFields: [],
    duplicates: [],
    links: [],
    isPublic: false,
  });
  const hits = await takingTurns(checkInSteps(document));
  return hits
    .filter((hit) => severityOf(hit) === 'block' || (hit.check === 'word-list' && severityOf(hit) === 'warn'))
    .map((hit) => findingOf(hit, { mayWaiveNumbers, isProactive: true }, findingKeyOf(item)));
}

/** The item as it stands in public, where a revision of it is being drafted. */
const publicItem = (item: Item, { head }: ItemText): Item => {
  if (!head) return item;
  const { documentNumber: _number, exemption: _exemption, ...rest } = item;
  return { ...rest, ...head };
};
