import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { FindForbidden } from '../../../kernel/forbidden-words.ts';
import type { FieldProblem } from '../../../kernel/problem.ts';
import { failure, forbidden, invalid, type Result, success } from '../../../kernel/result.ts';
import { sendFailure } from '../failures.ts';
import { contentDisposition } from './content-disposition.ts';
import { findForbiddenWords } from './forbidden-words.ts';
import { explainProblem } from './problem-status.ts';
import type { Call, Download, Identity, Route } from './route.ts';
import { findUnstorableTexts } from './unstorable-text.ts';

/** What the API needs from outside. */
export interface ApiOptions<Authority> {
  routes: readonly Route<Authority>[];
  /** Who asks; undefined without a valid session. */
  identify(request: FastifyRequest, now: Date): Promise<Identity<Authority> | undefined>;
  /** The only clock. */
  clock: () => Date;
  /** What may never go out; needed where a route says `becomesPublic`. */
  findForbidden?: FindForbidden;
}

/**
 * Puts the routes below /api. Each request passes one gate, in this order: where it comes from,
 * who asks, whether they may, what was sent. Nothing is reached that does not say who may.
 */
export async function registerApi<Authority>(app: FastifyInstance, options: ApiOptions<Authority>): Promise<void> {
  await app.register(
    async (api) => {
      // Read by the routes that take files, piece by piece.
      await api.register(multipart, { throwFileSizeLimit: false });
      if (options.routes.some(({ becomesPublic }) => becomesPublic)) finderOf(options);
      for (const route of options.routes) {
        api.route({
          method: route.method,
          url: route.path,
          ...(route.bodyBytes === undefined ? {} : { bodyLimit: route.bodyBytes }),
          config: route.requestsPerMinute
            ? { rateLimit: { max: route.requestsPerMinute, timeWindow: '1 minute' } }
            : {},
          handler: (request, reply) => answer(route, options, request, reply),
        });
      }
    },
    { prefix: '/api' },
  );
}

async function answer<Authority>(
  route: Route<Authority>,
  options: ApiOptions<Authority>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const passed = await passGate(route, options, request, reply);
  const result = passed.ok ? await route.handle(passed.value) : passed;
  if (!result.ok) return sendFailure(request, reply, explainProblem(result.problem));
  if (route.answer === undefined) return reply.code(204).send();
  if (route.answer === 'file') return sendDownload(reply, result.value as Download);
  // Only what the schema names goes out.
  return reply.send(route.answer.parse(result.value));
}

async function passGate<Authority>(
  route: Route<Authority>,
  options: ApiOptions<Authority>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<Call<Authority, unknown, unknown, unknown>>> {
  const now = options.clock();
  const changes = route.method !== 'GET';
  if (changes && isFromElsewhere(request)) return forbidden('请求来自其他网站，已拒绝。请在本系统页面内操作。');

  const identity = route.access === 'anyone' ? undefined : await options.identify(request, now);
  if (route.access !== 'anyone') {
    if (!identity) return failure('signed-out', '您还没有登录，或登录已经失效，请重新登录。');
    if (changes && request.headers['x-csrf-token'] !== identity.csrfToken) {
      return failure('stale-page', '页面停留过久或登录已经更换，请刷新页面后重试。已填写的内容请先复制保存。');
    }
    if (route.access !== 'session' && identity.stage !== 'signed-in') {
      return failure('sign-in-unfinished', '登录还没有完成，请先按提示完成。');
    }
    if (typeof route.access === 'function') {
      const decision = route.access(identity.authority);
      if (!decision.ok) return decision;
    }
  }

  const fields: FieldProblem[] = [];
  const read = (schema: z.ZodType | undefined, sent: unknown): unknown => {
    const parsed = schema?.safeParse(sent ?? {});
    if (parsed && !parsed.success) fields.push(...parsed.error.issues.map(describeIssue));
    fields.push(...findUnstorableTexts(parsed?.data));
    return parsed?.data;
  };
  const params = read(route.params, request.params);
  const query = read(route.query, request.query);
  const body = read(route.body, request.body);
  if (route.becomesPublic) fields.push(...findForbiddenWords(body, finderOf(options)));
  if (fields.length > 0) return invalid(fields);

  const getIdentity = (): Identity<Authority> => {
    if (!identity) throw new Error(`${route.method} ${route.path} is open to anyone: there is no identity`);
    return identity;
  };
  return success({
    get identity() {
      return getIdentity();
    },
    get actor() {
      return getIdentity().actor;
    },
    get authority() {
      return getIdentity().authority;
    },
    now,
    params,
    query,
    body,
    request,
    reply,
  });
}

function finderOf<Authority>({ findForbidden }: ApiOptions<Authority>): FindForbidden {
  if (!findForbidden) throw new Error('a route takes words that become public, and nothing reads them');
  return findForbidden;
}

/**
 * Whether a browser says that another site's page sent this. Browsers say so in `Sec-Fetch-Site`,
 * older ones in `Origin`; a program says neither.
 */
function isFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return origin !== undefined && URL.parse(origin)?.host !== request.host;
}

const describeIssue = (issue: z.core.$ZodIssue): FieldProblem => ({
  field: issue.path.join('.'),
  message: issue.message,
});

function sendDownload(reply: FastifyReply, download: Download): FastifyReply {
  const { fileName, mediaType, content, isShown = false, status = 200, headers = {} } = download;
  reply
    .code(status)
    .type(mediaType)
    .header('content-disposition', contentDisposition(isShown ? 'inline' : 'attachment', fileName))
    .headers(headers);
  return status === 304 ? reply.send() : reply.send(content);
}
