import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../../kernel/result.ts';
import { failure } from '../../kernel/result.ts';
import { type Download, type DownloadRequest, makeDownload } from './downloads.ts';
import { findLevel } from './levels.ts';
import type { UploadLimits } from './limits.ts';

/** One report packed, and all of a page together, in characters. */
const longestField = 4 * 1024 * 1024;
const longestTotal = 64 * 1024 * 1024;

/** Makes the download a result page asks for; a refusal is for the caller to show. */
export async function takeDownload(request: FastifyRequest, limits: UploadLimits): Promise<Result<Download>> {
  const asked = await receiveDownloadRequest(request, limits);
  return asked
    ? makeDownload(asked)
    : failure('damaged-page', '没有收到年报数据。请在体检页重新放入文件，再从结果页下载。');
}

/** Sends a file under its Chinese name. */
export function sendDownload(reply: FastifyReply, { name, mediaType, bytes }: Download): FastifyReply {
  const extension = name.slice(name.lastIndexOf('.'));
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="report${extension}"; filename*=UTF-8''${encodeName(name)}`)
    .type(mediaType)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** RFC 5987: everything but letters, digits and a few signs is percent-encoded. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The fields of the page; undefined when they did not come whole. */
async function receiveDownloadRequest(
  request: FastifyRequest,
  limits: UploadLimits,
): Promise<DownloadRequest | undefined> {
  if (!request.isMultipart()) return undefined;
  const reports: string[] = [];
  let [get, level, previous]: [string, string, string | undefined] = ['', '', undefined];
  let total = 0;
  try {
    const parts = request.parts({ limits: { files: 0, fields: limits.files + 10, fieldSize: longestField } });
    for await (const part of parts) {
      if (part.type !== 'field' || typeof part.value !== 'string' || part.valueTruncated) return undefined;
      total += part.value.length;
      if (total > longestTotal) return undefined;
      if (part.fieldname === 'report') reports.push(part.value);
      else if (part.fieldname === 'previous') previous = part.value;
      else if (part.fieldname === 'level') level = part.value;
      else if (part.fieldname === 'get') get = part.value;
    }
  } catch {
    return undefined;
  }
  return { get, reports, previous, level: findLevel(level) };
}
