import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config/index.ts';
import { createHttpServer } from './platform/http/server.ts';
import type { Log } from './platform/log/index.ts';

export interface AppOptions {
  config: Config;
  log: Log;
}

/** Builds the whole application: the only file that knows everything. Tests use its `inject`. */
export async function buildApp({ config, log }: AppOptions): Promise<FastifyInstance> {
  const app = await createHttpServer({ log, ...config });
  app.get('/', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send('<!doctype html><html lang="zh-CN"><title>公开 Gongkai</title><main><h1>公开 Gongkai</h1></main></html>'),
  );
  return app;
}
