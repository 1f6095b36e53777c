import type { FastifyInstance } from 'fastify';

/**
 * Writes one line for each answer: method, route as declared, status, milliseconds. Never the
 * address itself, its query or the client's address: those may name a person or a document.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? '(unknown)' : (request.routeOptions.url ?? '(unknown)');
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, route, status: reply.statusCode, ms }, 'answered');
  });
}
