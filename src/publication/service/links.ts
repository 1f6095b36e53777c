import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../../platform/db/index.ts';
import { defineJob, enqueue, type HandledJob, handledBy } from '../../platform/jobs/index.ts';
import { type TryOptions, tryAddress } from '../../platform/web/try-address.ts';
import type { LinkState } from '../domain/check/document.ts';
import type { HtmlLink } from '../domain/check/rich-text.ts';
import { listDeadIndexNumbers, listLinks, saveLink } from '../store/links.ts';
import type { Caller } from './caller.ts';

/** So long what was found of an address is believed, in milliseconds. */
const believed = 7 * 24 * 60 * 60 * 1_000;
/** More addresses of one text are not tried. */
const mostLinks = 100;

const hashOf = (href: string): string => createHash('sha256').update(href).digest('hex');

/** Tries the addresses of a text, one after the other. */
const tryLinks = defineJob({
  name: 'publication-try-links',
  label: '检查正文中的外部链接',
  data: z.object({ countyId: z.uuid(), addresses: z.array(z.string().max(2_000)).max(mostLinks) }),
  retryLimit: 1,
  expireSeconds: 1_800,
});

/**
 * What is known of the links of a text: those to pages of this system at once; of others what was found when they were
 * tried last, where that is switched on. What is not known yet is tried in the background, for the next check.
 *
 * @param site address of the portal, empty where it is not set
 */
export async function findLinkStates(
  db: Db,
  { now }: Pick<Caller, 'now'>,
  countyId: string,
  links: readonly Pick<HtmlLink, 'href'>[],
  { site, isTried }: { site: string; isTried: boolean },
): Promise<LinkState[]> {
  const hrefs = [...new Set(links.map(({ href }) => href))];
  const own = hrefs.flatMap((href) => {
    const indexNumber = ownIndexNumber(href, site);
    return indexNumber === undefined ? [] : [{ href, indexNumber }];
  });
  const dead = await listDeadIndexNumbers(
    db,
    countyId,
    own.map(({ indexNumber }) => indexNumber),
  );
  const states: LinkState[] = own
    .filter(({ indexNumber }) => dead.has(indexNumber))
    .map(({ href }) => ({ href, state: 'dead', reason: '本站没有这条信息，或者已经撤下' }));
  if (!isTried) return states;
  const foreign = hrefs.filter((href) => /^https?:/i.test(href) && !own.some((each) => each.href === href));
  const known = await listLinks(db, countyId, foreign.map(hashOf));
  const fresh = new Set(
    known.filter(({ checkedAt }) => now.getTime() - checkedAt.getTime() < believed).map(({ href }) => href),
  );
  const addresses = foreign.filter((href) => !fresh.has(href) && href.length <= 2_000).slice(0, mostLinks);
  if (addresses.length > 0) await enqueue(db, tryLinks, { countyId, addresses });
  return [...states, ...known.map(({ href, state, reason }) => ({ href, state, reason }))];
}

/** The 索引号 in the address of a page of this portal. */
function ownIndexNumber(href: string, site: string): string | undefined {
  const start = `${site.replace(/\/+$/, '')}/items/`;
  if (site === '' || !href.startsWith(start)) return undefined;
  try {
    return decodeURIComponent(href.slice(start.length).replace(/[?#].*$/, ''));
  } catch {
    return undefined;
  }
}

/** What the checks do in the background. */
export const checkJobs = (db: Db, options: TryOptions = {}): HandledJob[] => [
  handledBy(tryLinks, async ({ countyId, addresses }, { now, signal }) => {
    for (const href of addresses) {
      if (signal.aborted) return;
      const tried = await tryAddress(href, { ...options, signal });
      await saveLink(db, countyId, { href, hash: hashOf(href), ...tried, checkedAt: now });
    }
  }),
];
