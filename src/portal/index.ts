import type { FastifyInstance } from 'fastify';
import { serveAssets } from './assets.ts';
import { registerCatalogue } from './catalogue/routes.ts';
import { renderHome } from './home.tsx';
import { type DisclosureSource, registerItems } from './items/routes.ts';
import { type ReportToolOptions, registerReportTool } from './report/routes.ts';

/** What the portal needs from outside. */
export interface PortalOptions extends ReportToolOptions {
  /** Whether the county is fictional. */
  demonstration?: boolean;
  /** Where what is public is read from; without it there are only the pages that keep nothing. */
  disclosure?: DisclosureSource;
}

/**
 * The public pages: the start page, what is public item by item (`/items/…`) and as a catalogue
 * (`/catalogue`), and 年报体检 (`/tools/report`), with their
 * style sheet and script.
 *
 * @param options.readReport reads a file as a report; `app.ts` decides where that work is done
 */
export async function registerPortal(app: FastifyInstance, options: PortalOptions): Promise<void> {
  const { demonstration = false, disclosure } = options;
  await app.register(async (portal) => {
    const site = { ...serveAssets(portal), demonstration };
    portal.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(renderHome(site)));
    if (disclosure) {
      registerItems(portal, site, disclosure);
      registerCatalogue(portal, site, disclosure);
    }
    await registerReportTool(portal, site, options);
  });
}
