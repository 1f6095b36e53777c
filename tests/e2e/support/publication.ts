import type { Page } from 'playwright-core';
import type { paths } from '../../../src/console/api/schema.d.ts';
import { apiOf, ask } from './api.ts';
import { signIn } from './console.ts';
import type { OpenPage } from './test.ts';

type Beginning = paths['/api/publication/items']['post']['requestBody']['content']['application/json'];
type Written = paths['/api/publication/items/{id}']['patch']['requestBody']['content']['application/json'];
type Act = paths['/api/publication/items/{id}/acts']['post']['requestBody']['content']['application/json'];

/** Writes an item without a page. @returns its id */
export async function writeItem(
  loginName: string,
  beginning: Beginning,
  written: Omit<Written, 'version'>,
): Promise<string> {
  const api = apiOf(loginName);
  const { id, version } = await ask(api.POST('/api/publication/items', { body: beginning }));
  await ask(api.PATCH('/api/publication/items/{id}', { params: { path: { id } }, body: { version, ...written } }));
  return id;
}

/** What somebody does about an item where the page of it is not the point. */
export async function actOn(
  loginName: string,
  id: string,
  act: Act['act'],
  more: Omit<Act, 'act' | 'version'> = {},
): Promise<void> {
  const api = apiOf(loginName);
  const path = { path: { id } };
  const { version } = await ask(api.GET('/api/publication/items/{id}/reviews', { params: path }));
  await ask(api.POST('/api/publication/items/{id}/acts', { params: path, body: { act, version, ...more } }));
}

/** The opinions of those who review, one after the other. */
export async function passThrough(id: string, reviewers: readonly string[]): Promise<void> {
  for (const loginName of reviewers) await actOn(loginName, id, 'pass', { opinion: '同意公开。' });
}

/** Gives the opinion of a review on its page and waits until it is done. */
export async function passOnPage(openPage: OpenPage, who: string, id: string, opinion: string): Promise<Page> {
  const page = await openPage();
  await signIn(page, who, `/publication/items/${id}`);
  await page.getByLabel('审查意见').fill(opinion);
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText(/^已办理“.*同意”/).waitFor();
  return page;
}

/** The address of an item for everybody, below that of the site. */
export async function publicPath(id: string): Promise<string> {
  const { indexNumber } = await ask(
    apiOf('shiqiao.jingban').GET('/api/publication/items/{id}', { params: { path: { id } } }),
  );
  if (!indexNumber) throw new Error(`item ${id} has no index number`);
  return `/items/${indexNumber}`;
}
