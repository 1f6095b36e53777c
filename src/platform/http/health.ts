import type { FastifyInstance } from 'fastify';

/**
 * `GET /healthz` for load balancers and supervisors: 200 while the server takes requests; from the
 * moment it is told to stop Fastify answers 503.
 */
export function registerHealth(app: FastifyInstance): void {
  app.get('/healthz', { config: { rateLimit: false }, logLevel: 'warn' }, async () => ({ status: 'ok' }));
}
