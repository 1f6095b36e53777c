import type { FastifyInstance } from 'fastify';

/**
 * `GET /healthz` for load balancers and supervisors: 200 while the server takes requests; from the
 * moment it is told to stop Fastify answers 503.
 */
export function registerHealth(app: FastifyInstance): void {
  app.get('/healthz', { config: { rateLimit: false }, logLevel: 'warn' }, async () => ({ status: 'ok' }));
}

/** One thing the system cannot work without. */
export interface ReadinessPart {
  /** For programs, e.g. `database`. */
  part: string;
  /** For people, e.g. 数据库. */
  label: string;
  /** Resolves to whether it is in order; what it throws counts as no. */
  check(): Promise<boolean>;
}

/** Milliseconds after which a part that does not answer counts as out of order. */
const patience = 3_000;
/** Milliseconds for which an answer is given again: whoever asks in a loop does not keep the database busy. */
const freshness = 1_000;

/**
 * `GET /readyz` for monitoring: 200 when all parts are in order, else 503 with the parts that are not.
 * It says which, never why: what a database complains of belongs in the log.
 */
export function registerReadiness(app: FastifyInstance, parts: readonly ReadinessPart[]): void {
  let known: { until: number; answer: ReturnType<typeof examine> } | undefined;
  app.get('/readyz', { config: { rateLimit: false }, logLevel: 'warn' }, async (request, reply) => {
    if (!known || known.until < performance.now()) {
      known = { until: performance.now() + freshness, answer: examine(parts) };
    }
    const failing = await known.answer;
    if (failing.length === 0) return { status: 'ready' };
    request.log.warn({ parts: failing.map(({ part }) => part) }, 'not ready');
    return reply.code(503).send({
      status: 'not-ready',
      message: `${failing.map(({ label }) => label).join('、')}不正常`,
      parts: failing,
    });
  });
}

/** The parts that are not in order. */
async function examine(parts: readonly ReadinessPart[]): Promise<{ part: string; label: string }[]> {
  const found = await Promise.all(
    parts.map(async ({ part, label, check }) => {
      const isInOrder = await Promise.race([
        check().catch(() => false),
        new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref()),
      ]);
      return isInOrder ? [] : [{ part, label }];
    }),
  );
  return found.flat();
}
