import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCounty, buildOrgan, supervisorOf, type TestCounty } from '../../../tests/support/county.ts';
import { textOf } from '../../../tests/support/portal.ts';
import { granted } from '../../../tests/support/result.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { buildApp } from '../../app.ts';
import { on, sampleContent } from '../../catalogue/domain/fixtures/items.ts';
import { recordEvidence } from '../../catalogue/index.ts';
import { addItem } from '../../catalogue/service/entering.ts';
import { newId } from '../../platform/db/index.ts';

const system = useSystem();
let app: FastifyInstance;
let county: TestCounty;
let town = '';

const page = async (query = '') => {
  const { statusCode, body } = await app.inject({ url: `/catalogue${query}`, headers: { accept: 'text/html' } });
  return { statusCode, body, words: textOf(body) };
};

beforeAll(async () => {
  const { db } = system.database;
  county = await buildCounty(db);
  town = await buildOrgan(db, county, '石桥镇');
  const neighbour = await buildOrgan(db, county, '柳河乡');
  const supervisor = supervisorOf(county);
  const enter = async (organId: string, name: string) =>
    granted(
      await addItem(db, supervisor, {
        organId,
        content: sampleContent({ name, content: `${name}的要素` }),
        since: on('2026-01-15'),
        responsible: { role: 'office-clerk', organId },
      }),
    );
  const published = await enter(town, '预算执行情况');
  await enter(town, '债务情况');
  await enter(neighbour, '决算');
  await db.transaction().execute((trx) =>
    recordEvidence(trx, {
      countyId: county.countyId,
      catalogueItemId: published.id,
      organId: town,
      columnKey: 'budgets',
      recordKind: 'publication-item',
      recordId: newId(),
      title: '一月预算执行情况',
      indexNumber: '11990101X/2026-00013',
      formedOn: on('2026-02-06'),
      publishedOn: on('2026-02-09'),
    }),
  );
  app = await buildApp({
    system,
    jobs: () => {
      throw new Error('no jobs here');
    },
  });
});
afterAll(() => app.close());

test('anybody reads the catalogue: 索引、名称、内容概述、生成日期, and opens what is public', async () => {
  const { statusCode, body, words } = await page();
  expect(statusCode).toBe(200);
  expect(words).toMatch(/11990101X\/2026-00013 .*预算执行情况 .*预算执行情况的要素 .*2026-02-06/);
  expect(words).toMatch(/债务情况 .*债务情况的要素 .*尚未生成/);
  expect(words).toContain('柳河乡');
  expect(body).toContain('href="/items/11990101X/2026-00013"');
  // Who answers for it is nobody's business outside.
  expect(words).not.toContain('公开办');
});

test('it is looked at by organ and by words; whatever else stands in the address breaks nothing', async () => {
  expect((await page(`?organ=${town}`)).words).not.toContain('决算的要素');
  expect((await page(`?words=${encodeURIComponent('债务')}`)).words).toContain('共 1 项');
  expect((await page('?words=%25')).words).toContain('目录中没有这样的事项');
  for (const strange of [
    '?organ=1&page=-4',
    '?page=9999999999',
    '?words=a&words=b',
    '?organ[]=x',
    '?words=<script>',
    '?words=%00',
    '?organ=%00',
  ]) {
    const { statusCode, body } = await page(strange);
    expect(statusCode).toBe(200);
    expect(body).not.toContain('<script>');
  }
});
