import type { FastifyInstance } from 'fastify';
import { listCatalogueOrgans, listPublicCatalogue } from '../../catalogue/index.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import { findServedCounty } from '../../organisation/index.ts';
import { renderMissing } from '../items/item-page.tsx';
import type { DisclosureSource } from '../items/routes.ts';
import type { Site } from '../layout.tsx';
import { renderCatalogue } from './catalogue-page.tsx';

/** How many entries a page has. */
const pageSize = 50;

/**
 * 政府信息公开目录 for everybody, at `/catalogue`: all organs of the county, or one of them (`organ`), by words
 * (`words`), page by page (`page`). Whatever else stands in the address is passed over.
 */
export function registerCatalogue(portal: FastifyInstance, site: Site, { storage, clock }: DisclosureSource): void {
  const { db } = storage;
  portal.get<{ Querystring: Record<string, unknown> }>('/catalogue', async (request, reply) => {
    reply.type('text/html; charset=utf-8');
    const county = await findServedCounty(db);
    if (!county) return reply.code(404).send(renderMissing(site));
    const day = dayInChina(clock());
    const organs = await listCatalogueOrgans(db, county.id, day);
    const { organ, words, page } = request.query;
    const asked = {
      organId: organs.find(({ id }) => id === organ)?.id,
      words: textOf(words),
      page: Math.min(Math.max(1, Number.parseInt(textOf(page), 10) || 1), 1_000),
    };
    const { organId } = asked;
    const entries = await listPublicCatalogue(
      db,
      county.id,
      { day, ...(asked.words ? { words: asked.words } : {}), ...(organId ? { organId } : {}) },
      { page: asked.page, pageSize },
    );
    return reply.send(renderCatalogue({ ...site, owner: county.name }, { asked, organs, entries }));
  });
}

/** What was typed, without signs that nothing is called by: no database takes them all. */
const textOf = (given: unknown): string =>
  typeof given === 'string' ? given.replace(/\p{C}/gu, '').trim().slice(0, 100) : '';
