import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { useSystem } from '../tests/support/test-system.ts';
import { buildApp } from './app.ts';
import { loadDemo } from './demo/index.ts';
import type { WorkerLimits } from './platform/worker/pool.ts';
import { modelReport } from './report/domain/check/examples/model-report.ts';
import { serialiseAnnualReport } from './report/domain/interchange/index.ts';

const boundary = 'between-parts';
const send = (app: FastifyInstance, name: string, content: string) =>
  app.inject({
    method: 'POST',
    url: '/tools/report',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  });

describe('the whole application', () => {
  const system = useSystem();
  const apps: FastifyInstance[] = [];

  async function appWith(readerLimits?: WorkerLimits): Promise<FastifyInstance> {
    const jobs = () => {
      throw new Error('no jobs here');
    };
    const app = await buildApp({ system, jobs, ...(readerLimits ? { readerLimits } : {}) });
    apps.push(app);
    return app;
  }

  afterEach(async () => {
    await Promise.all(apps.splice(0).map((app) => app.close()));
    system.lines.length = 0;
  });

  test.each(['/', '/tools/report', '/tools/report/rules', '/healthz'])('answers %s', async (url) => {
    const app = await appWith();
    expect((await app.inject(url)).statusCode).toBe(200);
  });

  test('reads an uploaded report in a thread of its own and says what it found', async () => {
    const app = await appWith();
    const { body } = await send(app, '年报.json', serialiseAnnualReport(modelReport()));
    expect(body).toContain('云溪县石桥镇人民政府');
    expect(body).toContain('体检结果');
  });

  test('a file that takes longer than any report is refused with what to do, and the server goes on', async () => {
    const app = await appWith({ seconds: 0.001, megabytes: 64 });
    const { body } = await send(app, '年报.json', serialiseAnnualReport(modelReport()));
    expect(body).toContain('“年报.json”的内容过于庞大或复杂，没有读完');
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });

  test('logs neither the name of a file nor its content', async () => {
    const app = await appWith();
    await send(app, '机密年报.txt', '云溪县石桥镇赵六的申请');
    await send(app, '机密年报.json', serialiseAnnualReport(modelReport()));
    expect(system.lines.length).toBeGreaterThan(0);
    expect(system.lines.join('')).not.toMatch(/年报|云溪|赵六|filename/);
  });

  test('says on every public page that it is a demonstration, where it is one', async () => {
    const mark = '演示环境：单位、人员和内容均为虚构';
    const pages = ['/', '/tools/report', '/tools/report/rules'];
    const plain = await appWith();
    for (const page of pages) expect((await plain.inject(page)).body).not.toContain(mark);
    await loadDemo(system.database.db, system.ring, system.clock());
    const demo = await appWith();
    for (const page of pages) expect((await demo.inject(page)).body, page).toContain(mark);
  });
});
