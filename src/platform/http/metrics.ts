import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { getExplanation } from './explanation.ts';
import { sendFailure } from './failures.ts';

/** A figure that is read when it is asked for. */
export interface Measure {
  /** As Prometheus names it, e.g. `gongkai_disk_free_bytes`. */
  name: string;
  help: string;
  labels?: readonly string[];
  read(): Promise<readonly { labels?: Record<string, string>; value: number }[]>;
}

export interface MetricsOptions {
  /** Lets in who sends it as `Authorization: Bearer …`; without one only the machine itself may ask. */
  token?: string | undefined;
  measures: readonly Measure[];
}

/** Addresses at which people try to sign in. */
const signInRoutes = new Set(['/api/session', '/api/session/second-factor']);

/**
 * `GET /metrics` in the format of Prometheus: the process, requests by route, refused sign-ins, and
 * what `measures` read. For this machine itself, or with the token; for all others it is not there.
 */
export function registerMetrics(app: FastifyInstance, { token, measures }: MetricsOptions): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'gongkai_http_request_seconds',
    help: 'Time from request to answer, by route as declared',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const refused = new Counter({
    name: 'gongkai_sign_in_refused_total',
    help: 'Attempts to sign in that were refused',
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? '(unknown)' : (request.routeOptions.url ?? '(unknown)');
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
    if (request.method === 'POST' && signInRoutes.has(route) && reply.statusCode >= 400 && reply.statusCode < 500) {
      refused.inc();
    }
  });
  for (const measure of measures) addGauge(registry, measure);

  app.get('/metrics', { config: { rateLimit: false }, logLevel: 'warn' }, async (request, reply) => {
    if (!mayRead(request, token)) return sendFailure(request, reply, getExplanation('not-found'));
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function addGauge(registry: Registry, { name, help, labels = [], read }: Measure): void {
  new Gauge({
    name,
    help,
    labelNames: labels,
    registers: [registry],
    async collect() {
      this.reset();
      // What cannot be read now is left out: the other figures matter the more.
      const values = await read().catch(() => []);
      for (const { labels: of = {}, value } of values) this.set(of, value);
    },
  });
}

function mayRead({ raw, headers }: FastifyRequest, token: string | undefined): boolean {
  const [, sent = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
  if (token !== undefined && isSame(sent, token)) return true;
  // What a proxy on this machine passes on comes from elsewhere.
  const isForwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => name in headers);
  return !isForwarded && /^(?:127\.|::1$|::ffff:127\.)/.test(raw.socket.remoteAddress ?? '');
}

function isSame(sent: string, token: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
