import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { errorPageStyleHash } from './error-page.ts';
import { answerUnknownAddresses, handleError } from './failures.ts';
import { registerHealth } from './health.ts';
import { logRequests } from './request-log.ts';
import { permissionsPolicy, securityHeaders } from './security-headers.ts';

export interface HttpServerOptions {
  log: FastifyBaseLogger;
  /** Addresses or ranges of proxies whose X-Forwarded-* headers are believed. */
  trustedProxies: readonly string[];
  /** For each client address. */
  requestsPerMinute: number;
  /** Told of every address that is served. */
  onRoute?: (route: { method: string | string[]; url: string }) => void;
}

const kilobyte = 1024;
const seconds = 1_000;

/**
 * A Fastify server with what every page and every address of the API needs: security headers,
 * limits of size, rate and time, the structured log, answers to failures in Chinese, and
 * `/healthz`. Routes are for the caller to add.
 */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    // Short enough to be read out on the telephone.
    genReqId: () => randomBytes(5).toString('hex'),
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    // For forms and JSON; an upload sets its own limits where it is received.
    bodyLimit: 256 * kilobyte,
    // A township's line may need minutes for its scans, a trickle of bytes gets no more than that.
    requestTimeout: 300 * seconds,
    keepAliveTimeout: 10 * seconds,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => {
      // Comes before the hooks that set the headers of every other answer.
      reply.header('content-security-policy', `default-src 'none'; style-src ${errorPageStyleHash}`);
      handleError(error, request, reply);
    },
  });
  if (options.onRoute) app.addHook('onRoute', options.onRoute);
  app.setErrorHandler<FastifyError>(handleError);
  logRequests(app);

  await app.register(helmet, securityHeaders);
  app.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', permissionsPolicy).header('x-request-id', request.id);
    // What a page shows may come from a document; only what says otherwise may be kept.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    // Files of the pages themselves: they cost next to nothing and are asked for by the dozen.
    allowList: (request) => /^\/(console\/)?assets\//.test(request.url),
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });

  answerUnknownAddresses(app);
  registerHealth(app);
  return app;
}
