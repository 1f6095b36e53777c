import Fastify, { type FastifyInstance } from 'fastify';
import { type PortalOptions, registerPortal } from '../../src/portal/index.ts';
import type { AnnualReport } from '../../src/report/domain/annual-report.ts';
import { readReport } from '../../src/report/index.ts';

export interface TestPortal {
  app: FastifyInstance;
  /** Every line of the log so far, as text. */
  log(): string;
}

/**
 * The portal on a bare server, with the real reader unless a test brings its own. Answers come in
 * one piece, however busy the machine is, unless a test asks for the display of progress.
 */
export async function openPortal(options: Partial<PortalOptions> = {}): Promise<TestPortal> {
  const lines: string[] = [];
  const app = Fastify({ logger: { level: 'trace', stream: { write: (line: string) => lines.push(line) } } });
  await registerPortal(app, { readReport, progressAfter: 20_000, ...options });
  await app.ready();
  return { app, log: () => lines.join('') };
}

/** A file as a browser sends it. */
export interface SentFile {
  field?: 'files' | 'previous';
  name: string;
  content: string | Uint8Array;
}

/** A report as the JSON file a browser would send. */
export const jsonFile = (report: AnnualReport, name = `${report.organ}.json`): SentFile => ({
  name,
  content: JSON.stringify(report),
});

/** Body and headers of a form as a browser sends it. */
export async function encodeForm(files: readonly SentFile[], fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const { field = 'files', name, content } of files) form.append(field, new Blob([content as string]), name);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const encoded = new Response(form);
  return {
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  };
}

/** Sends files and fields to the tool, as its form does. */
export async function send(app: FastifyInstance, files: readonly SentFile[], fields: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url: '/tools/report', ...(await encodeForm(files, fields)) });
}

/** Presses a download button of a result page: sends back what the page carries in its hidden fields. */
export async function pressDownload(app: FastifyInstance, page: string, get: string) {
  const form = new FormData();
  for (const [, name, value] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    form.append(name ?? '', value ?? '');
  }
  form.append('get', get);
  return sendForm(app, form);
}

/** Sends a form to the download address. */
export async function sendForm(app: FastifyInstance, form: FormData) {
  const encoded = new Response(form);
  return app.inject({
    method: 'POST',
    url: '/tools/report/download',
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  });
}

/** The text of a page as a person reads it: without tags, white space normalised. */
export const textOf = (page: string): string =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** What is wrong with the references inside a page: ids that stand twice, links and headers that lead nowhere. */
export function brokenReferences(page: string): string[] {
  const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '');
  const known = new Set(ids);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice: ${id}`);
  const references = [
    ...[...page.matchAll(/\shref="#([^"]*)"/g)].map(([, id]) => id ?? ''),
    ...[...page.matchAll(/\s(?:headers|aria-labelledby|aria-describedby|for|form)="([^"]*)"/g)].flatMap(([, list]) =>
      (list ?? '').split(' '),
    ),
  ];
  return [...twice, ...references.filter((id) => !known.has(id)).map((id) => `nowhere: ${id}`)];
}
