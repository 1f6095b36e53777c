import type { FastifyInstance, FastifyReply } from 'fastify';
import { findServedCounty } from '../../organisation/index.ts';
import { contentDisposition } from '../../platform/http/api/content-disposition.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { openPublicFile, readPublicItem } from '../../publication/index.ts';
import type { Site } from '../layout.tsx';
import { renderItem, renderMissing, renderWithdrawn } from './item-page.tsx';

/** Where what is public is read from. */
export interface DisclosureSource {
  storage: Pick<Storage, 'db' | 'store' | 'log'>;
  clock(): Date;
}

/**
 * The permanent pages of what is public: `/items/<索引号>`, and its files under `/files/<id>`. What was taken down is
 * answered with 410 and the reason, at once: nothing is kept between two requests.
 */
export function registerItems(portal: FastifyInstance, site: Site, { storage, clock }: DisclosureSource): void {
  const { db } = storage;
  portal.get<{ Params: { '*': string } }>('/items/*', async (request, reply) => {
    const indexNumber = request.params['*'];
    const county = isWritten(indexNumber) ? await findServedCounty(db) : undefined;
    const answer = county && (await readPublicItem(db, county.id, indexNumber, clock()));
    if (!county || !answer) return sendPage(reply, 404, renderMissing(site));
    const named = { ...site, owner: county.name };
    return answer.kind === 'public'
      ? sendPage(reply, 200, renderItem(named, answer.item))
      : sendPage(reply, 410, renderWithdrawn(named, answer));
  });

  portal.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const county = await findServedCounty(db);
    const opened =
      county && uuid.test(request.params.id) ? await openPublicFile(storage, county.id, request.params.id) : undefined;
    if (!opened?.ok) return sendPage(reply, 404, renderMissing(site));
    const { name, attachment, content } = opened.value;
    const isShown = /^image\/(png|jpeg|gif|webp)$/.test(attachment.mediaType);
    return reply
      .header('content-disposition', contentDisposition(isShown ? 'inline' : 'attachment', name))
      .header('content-length', attachment.size)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .type(attachment.mediaType)
      .send(content);
  });
}

/** Whether it can be a 索引号 at all: some signs of one line. */
const isWritten = (text: string): boolean => text.length <= 200 && /^[^\p{C}]+$/u.test(text);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(page);
