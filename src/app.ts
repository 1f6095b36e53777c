import { availableParallelism } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { consoleHome, listRoutes, signInOf } from './api.ts';
import { isDemonstration } from './demo/index.ts';
import { failure, type Result } from './kernel/result.ts';
import { identify, registerOidcPages } from './platform/auth/index.ts';
import { registerApi } from './platform/http/api/index.ts';
import { serveConsole } from './platform/http/console-files.ts';
import { registerReadiness } from './platform/http/health.ts';
import { systemReadiness } from './platform/http/health-of-system.ts';
import { registerMetrics } from './platform/http/metrics.ts';
import { systemMeasures } from './platform/http/metrics-of-system.ts';
import { createHttpServer } from './platform/http/server.ts';
import type { RunningJobs } from './platform/jobs/index.ts';
import { WorkerLimitReached, type WorkerLimits, WorkerPool } from './platform/worker/pool.ts';
import { registerPortal } from './portal/index.ts';
import { forbiddenIn } from './publication/index.ts';
import type { AnnualReport, NamedFile } from './report/index.ts';
import type { System } from './system.ts';

export interface AppOptions {
  system: System;
  jobs: () => RunningJobs;
  /** What one report may take to be read. */
  readerLimits?: WorkerLimits;
  /** Told of every address that is served; for the test that none is forgotten. */
  onRoute?: (route: { method: string | string[]; url: string }) => void;
}

/** As much as the largest report needs many times over; beyond it a file was made to do harm. */
const largestReport: WorkerLimits = { seconds: 60, megabytes: 1_024 };

/** Builds the whole application on an open system. Tests use its `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { system, jobs, readerLimits = largestReport, onRoute } = options;
  const { config, log, clock } = system;
  const app = await createHttpServer({ log, ...config, ...(onRoute ? { onRoute } : {}) });

  registerReadiness(app, systemReadiness(system.database.db, system.storage, jobs));
  registerMetrics(app, {
    token: config.metricsToken.value,
    measures: systemMeasures(system.database, config.dataFolder),
  });

  const readers = Math.min(availableParallelism(), 4);
  const pool = new WorkerPool<NamedFile, Result<AnnualReport>>(readerEntry(), readers, readerLimits);
  app.addHook('onClose', () => pool.close());
  const readReport = async (file: NamedFile): Promise<Result<AnnualReport>> => {
    try {
      return await pool.run(file);
    } catch (error) {
      if (!(error instanceof WorkerLimitReached)) throw error;
      return failure(
        'too-much-to-read',
        `“${file.name}”的内容过于庞大或复杂，没有读完。请去掉图片和附件后另存，或者复制年报文字粘贴。`,
      );
    }
  };

  const signIn = signInOf(system);
  await registerApi(app, {
    routes: listRoutes({ system, signIn, jobs }),
    identify: (request, now) => identify(signIn, request, now),
    clock,
    findForbidden: forbiddenIn,
  });
  if (system.oidc) registerOidcPages(app, { ...signIn, provider: system.oidc, clock, home: consoleHome });
  await registerPortal(app, {
    readReport,
    readers,
    demonstration: await isDemonstration(system.database.db),
    disclosure: { storage: system.storage, clock },
  });
  // Beside this module in a build.
  await serveConsole(app, new URL('./console/', import.meta.url));
  return app;
}

/** The module of the reading threads: beside this one, in the sources and in a build alike. */
function readerEntry(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./reader-worker.${extension}`, import.meta.url);
}
