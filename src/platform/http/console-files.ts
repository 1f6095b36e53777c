import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What the build wrote where each answer gets a nonce of its own. */
const noncePlaceholder = /CSP_NONCE/g;

/**
 * Serves the built console below `/console`: its hashed files for good, compressed as the browser can
 * read them, and its one page at every other address, since the console finds its screens itself.
 *
 * The libraries of the console write style sheets while it runs. They may by a nonce, new in every
 * answer; scripts and everything else stay as strict as on the rest of the site.
 *
 * @param folder where the build put the console; without the list of a build in it (a server run from
 *   the sources) there is no console and its addresses are unknown
 */
export async function serveConsole(app: FastifyInstance, folder: URL): Promise<void> {
  if (!existsSync(new URL('manifest.json', folder))) return;
  const page = readFileSync(new URL('index.html', folder), 'utf8');

  await app.register(staticFiles, {
    root: fileURLToPath(new URL('assets/', folder)),
    prefix: '/console/assets/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    // A screen of an older build may ask for a file that is gone: a script must not be answered with a page.
    redirect: false,
  });
  const answer = (_request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', allowStyles(reply, nonce))
      .type('text/html; charset=utf-8')
      .send(page.replace(noncePlaceholder, nonce));
  };
  app.get('/console', answer);
  app.get('/console/*', answer);
}

/** The site's own policy, which is in the answer already, with style sheets of this nonce allowed. */
function allowStyles(reply: FastifyReply, nonce: string): string {
  return String(reply.getHeader('content-security-policy')).replace(
    /style-src [^;]*/,
    `style-src 'self' 'nonce-${nonce}'`,
  );
}
