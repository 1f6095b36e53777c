import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { failure, forbidden, missing, type Result, success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import { type Download, defineRoute, id, instant, type Route } from '../http/api/index.ts';
import { type Attachment, type AttachmentOwner, findAttachment, removeAttachment } from './attachments.ts';
import { findKind } from './kinds.ts';
import { checkReadable, openAttachment } from './open.ts';
import { parseRange } from './range.ts';
import type { Storage } from './storage.ts';
import { receiveUpload } from './upload.ts';

/** Who asks for what belongs to a record, and when. */
export interface OwnerRequest<Authority> {
  actor: Actor;
  authority: Authority;
  now: Date;
}

/** Says whether who asks may do something with what belongs to a record; refuses with the reason. */
export type OwnerPolicy<Authority> = (
  owner: AttachmentOwner,
  request: OwnerRequest<Authority>,
) => Promise<Result<unknown>> | Result<unknown>;

export interface StorageRoutesOptions<Authority> {
  storage: Storage;
  /** By the kind of the owner: who may read what belongs to it. A kind that is not here is read by nobody. */
  mayReadOwner: Readonly<Record<string, OwnerPolicy<Authority>>>;
  /** By the kind of the owner: who may remove from it. A kind that is not here is changed only through its area. */
  mayChangeOwner: Readonly<Record<string, OwnerPolicy<Authority>>>;
}

/** The largest file any setting allows, in bytes. */
const largestFile = 1_024 * 1024 * 1024;

const shown = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  /** `unscanned`: to be marked 未查毒. */
  verdict: z.enum(['unscanned', 'clean', 'infected']),
  canBeShown: z.boolean(),
  uploadedByName: z.string(),
  uploadedAt: instant,
});

const present = (attachment: Attachment) => ({
  ...attachment,
  canBeShown: findKind(attachment.mediaType)?.canBeShown === true,
});

/**
 * The addresses of attachments. A file is uploaded by itself and becomes part of a record when that is saved;
 * until then only who uploaded it may see it. Afterwards the area of the record decides.
 */
export function storageRoutes<Authority>(options: StorageRoutesOptions<Authority>): Route<Authority>[] {
  const { storage, mayReadOwner, mayChangeOwner } = options;
  const define = defineRoute<Authority>();

  const getAllowed = async (
    { actor, authority, now }: OwnerRequest<Authority>,
    attachmentId: string,
    policies: StorageRoutesOptions<Authority>['mayReadOwner'],
  ): Promise<Result<Attachment>> => {
    const nothing = missing('附件不存在，或者您无权查看。');
    const found = await findAttachment(storage.db, actor.countyId, attachmentId);
    if (!found) return nothing;
    if (!found.owner) return found.uploadedBy && found.uploadedBy === actor.personId ? success(found) : nothing;
    const policy = Object.hasOwn(policies, found.owner.kind) ? policies[found.owner.kind] : undefined;
    if (!policy) return policies === mayReadOwner ? nothing : forbidden('请在附件所属的页面中修改附件。');
    const decision = await policy(found.owner, { actor, authority, now });
    return decision.ok ? success(found) : decision;
  };

  return [
    define({
      method: 'POST',
      path: '/attachments',
      summary: '上传附件',
      access: 'signed-in',
      upload: { fileBytes: largestFile },
      requestsPerMinute: 60,
      answer: z.object({ items: z.array(shown) }),
      handle: async ({ actor, now, request }) => {
        const received = await receiveUpload(storage, actor, now, request);
        return received.ok ? success({ items: received.value.map(present) }) : received;
      },
    }),
    define({
      method: 'GET',
      path: '/attachments/rules',
      summary: '查看附件的类型和大小限制',
      access: 'signed-in',
      answer: z.object({ types: z.array(z.string()), fileBytes: z.int(), filesPerUpload: z.int() }),
      handle: async () => {
        const { types, fileMegabytes, filesPerUpload } = await storage.readRules();
        return success({ types, fileBytes: fileMegabytes * 1024 * 1024, filesPerUpload });
      },
    }),
    define({
      method: 'GET',
      path: '/attachments/:id',
      summary: '下载附件',
      access: 'signed-in',
      params: z.object({ id }),
      query: z.object({ inline: z.enum(['1']).optional() }),
      answer: 'file',
      handle: async (call) => {
        const allowed = await getAllowed(call, call.params.id, mayReadOwner);
        if (!allowed.ok) return allowed;
        const { headers, method } = call.request;
        const served = await serve(storage, allowed.value, {
          isHead: method === 'HEAD',
          wantsToShow: call.query.inline === '1',
          range: headers.range,
          ifRange: headers['if-range'],
          ifNoneMatch: headers['if-none-match'],
        });
        if (!served.ok && served.problem.code === 'range-not-satisfiable') {
          call.reply.header('content-range', `bytes */${allowed.value.size}`);
        }
        return served;
      },
    }),
    define({
      method: 'GET',
      path: '/attachments/:id/meta',
      summary: '查看附件的名称、类型和大小',
      access: 'signed-in',
      params: z.object({ id }),
      answer: shown,
      handle: async (call) => {
        const allowed = await getAllowed(call, call.params.id, mayReadOwner);
        if (!allowed.ok) return allowed;
        return allowed.value.removedAt ? missing('附件已经删除。') : success(present(allowed.value));
      },
    }),
    define({
      method: 'DELETE',
      path: '/attachments/:id',
      summary: '删除附件',
      access: 'signed-in',
      params: z.object({ id }),
      handle: async (call) => {
        const { actor, now, params } = call;
        const allowed = await getAllowed(call, params.id, mayChangeOwner);
        if (!allowed.ok) return allowed;
        const removed = await write(storage.db, actor, now, (trx, record) =>
          removeAttachment({ trx, record, actor, now }, params.id),
        );
        return removed.ok ? success(undefined) : removed;
      },
    }),
  ];
}

/** What of a request decides how a content goes out. */
interface ServeRequest {
  isHead: boolean;
  wantsToShow: boolean;
  range: string | undefined;
  ifRange: string | string[] | undefined;
  ifNoneMatch: string | undefined;
}

/**
 * A content as it goes out: saved, and not shown as a page or run as a script of this site, whatever it holds.
 * Only a PDF or a picture is shown within the browser when that is asked for, in a sandbox of its own.
 */
async function serve(storage: Storage, attachment: Attachment, request: ServeRequest): Promise<Result<Download>> {
  const readable = checkReadable(attachment);
  if (!readable.ok) return readable;
  const { fileName, mediaType, sha256, size } = attachment;
  const tag = `"${sha256}"`;
  const isShown = request.wantsToShow && findKind(mediaType)?.canBeShown === true;
  const headers: Record<string, string> = {
    etag: tag,
    'accept-ranges': 'bytes',
    // What stands under an id never changes. Another session must ask again: several people use one machine.
    'cache-control': 'private, max-age=86400, immutable',
    vary: 'Cookie',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  };
  const download = { fileName, mediaType, isShown, headers };
  if (request.ifNoneMatch !== undefined && matches(request.ifNoneMatch, tag)) {
    return success({ ...download, status: 304, content: Buffer.alloc(0) });
  }
  const isSameAsBefore = request.ifRange === undefined || request.ifRange === tag;
  const range = parseRange(isSameAsBefore ? request.range : undefined, size);
  if (range === 'unsatisfiable') return failure('range-not-satisfiable', '附件没有这一部分，请重新下载整个附件。');
  if (range !== 'whole') headers['content-range'] = `bytes ${range.first}-${range.last}/${size}`;
  headers['content-length'] = String(range === 'whole' ? size : range.last - range.first + 1);
  const status = range === 'whole' ? 200 : 206;
  if (request.isHead) return success({ ...download, status, content: Readable.from([]) });
  const content = await openAttachment(storage, attachment, range === 'whole' ? undefined : range);
  return content.ok ? success({ ...download, status, content: content.value }) : content;
}

/** Whether a list of tags names this one; compared weakly (RFC 9110, section 13.1.2). */
const matches = (list: string, tag: string): boolean =>
  list.trim() === '*' || list.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
