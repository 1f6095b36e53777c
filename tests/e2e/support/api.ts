import createClient from 'openapi-fetch';
import { inject } from 'vitest';
import type { paths } from '../../../src/console/api/schema.d.ts';
import { headersOf, type KeptSession } from './sessions.ts';

/** The session of an account of the demonstration, which all tests share. */
export function sessionOf(loginName: string): KeptSession {
  const kept = inject('sessions')[loginName];
  if (!kept) throw new Error(`the demonstration offers no account ${loginName}`);
  return kept;
}

/** The API as an account of the demonstration may use it. Give what a call returns to {@link ask}. */
export const apiOf = (loginName: string) =>
  createClient<paths>({ baseUrl: inject('serverAddress'), headers: headersOf(sessionOf(loginName)) });

/** What a call of the API gave. @throws when it was refused */
export async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}: ${JSON.stringify(error)}`);
  return data as T;
}

/** The body of a call that uploads one file. */
export function fileBody(name: string, content: BlobPart): { body: never; bodySerializer: () => FormData } {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return { body: {} as never, bodySerializer: () => form };
}
