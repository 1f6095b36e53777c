import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorPage } from './error-page.ts';
import { type Explanation, explainError, getExplanation } from './explanation.ts';

/**
 * Answers a failed request: a page for a browser, an RFC 9457 problem for a program. Nothing of
 * the error itself goes out, only its explanation and the id to find it by in the log.
 */
export function sendFailure(request: FastifyRequest, reply: FastifyReply, explanation: Explanation): FastifyReply {
  const { status, code, title, message, fields } = explanation;
  reply.code(status).header('cache-control', 'no-store');
  if (wantsPage(request)) return reply.type('text/html; charset=utf-8').send(errorPage(explanation, request.id));
  return reply
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', status, code, title, detail: message, instance: request.id, fields }));
}

/** What Fastify calls for everything thrown in a route, a hook or a body parser. */
export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const explanation = explainError(error);
  if (explanation.status >= 500) request.log.error({ err: error }, 'request failed');
  return sendFailure(request, reply, explanation);
}

/** Answers every address that no route has; limited in rate like any route. */
export function answerUnknownAddresses(app: FastifyInstance): void {
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    sendFailure(request, reply, getExplanation('not-found')),
  );
}

const wantsPage = (request: FastifyRequest): boolean =>
  !request.url.startsWith('/api/') && /\btext\/html\b/.test(request.headers.accept ?? '');
