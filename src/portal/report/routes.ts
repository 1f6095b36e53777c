import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ruleGroups } from '../../report/domain/check/index.ts';
import type { Site } from '../layout.tsx';
import { Budget } from './budget.ts';
import { sendDownload, takeDownload } from './download-route.ts';
import { type FormPageProps, renderFormPage } from './form-page.tsx';
import { defaultLimits, type UploadLimits } from './limits.ts';
import { Reading, type ReadReport } from './reading.ts';
import { resultPage, streamResultPage } from './result-page.tsx';
import { renderRulesPage } from './rules-page.tsx';
import { receiveUpload, UploadRefusal } from './upload.ts';

export interface ReportToolOptions {
  readReport: ReadReport;
  limits?: UploadLimits;
  /** How many files of one upload are read at once. */
  readers?: number;
  /** Milliseconds of reading after which an answer begins with the display of progress. */
  progressAfter?: number;
}

/** Files of all uploads that wait in memory to be read, in bytes; beyond it an upload is held up. */
const waitingBytes = 256 * 1024 * 1024;

/** 年报体检: the form, the results, the downloads and the rules. Nothing that is sent here is kept. */
export async function registerReportTool(
  app: FastifyInstance,
  site: Site,
  { readReport, limits = defaultLimits, readers = 2, progressAfter = 400 }: ReportToolOptions,
): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: false });
  // Whatever else is sent to these addresses is let pass unread and answered with the form.
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null, undefined);
  });

  const memory = new Budget(waitingBytes);
  const rulesPage = renderRulesPage(site, ruleGroups);
  const emptyForm = renderFormPage({ site, limits });

  app.get('/tools/report', (_request, reply) => sendPage(reply, 200, emptyForm));
  app.get('/tools/report/rules', (_request, reply) => sendPage(reply, 200, rulesPage));
  app.post('/tools/report', async (request, reply) => {
    const answerForm = (status: number, props: Omit<FormPageProps, 'site' | 'limits'>) =>
      sendPage(reply, status, renderFormPage({ site, limits, ...props }));

    const onBug = (error: unknown) => request.log.error({ at: placeOf(error) }, 'a report could not be done');
    const frame = { site, limits, onBug };
    const reading = new Reading({ read: readReport, atOnce: readers, memory, onBug });
    const received = await receive(request, limits, reading);
    if (received instanceof UploadRefusal) {
      return answerForm(received.status, { faults: [{ field: 'files', message: received.message }] });
    }
    const { text, level } = received;
    if (received.textIsTooLong) {
      return answerForm(413, { faults: [{ field: 'text', message: '粘贴的文字太长。请保存成文件后放入。' }], level });
    }
    if (text.trim() !== '') reading.addText(text);
    if (reading.count === 0) {
      return answerForm(422, {
        faults: [{ field: 'files', message: '请选择年度报告文件，或者粘贴报告文字。' }],
        level,
      });
    }

    if (await reading.isDoneWithin(progressAfter)) {
      const upload = reading.result(level);
      if (upload.reports.length === 0) return answerForm(422, { faults: reading.faults(), text, level });
      return sendStream(reply, resultPage(frame, upload));
    }
    return sendStream(
      reply,
      streamResultPage(frame, reading.total, reading.progress(), () => reading.result(level)),
    );
  });
  app.post('/tools/report/download', async (request, reply) => {
    const download = await takeDownload(request, limits);
    if (download.ok) return sendDownload(reply, download.value);
    const faults = [{ field: 'files' as const, message: download.problem.message }];
    return sendPage(reply, 422, renderFormPage({ site, limits, faults }));
  });
}

async function receive(request: FastifyRequest, limits: UploadLimits, reading: Reading) {
  try {
    return await receiveUpload(request, limits, (field, file) => reading.add(field, file));
  } catch (error) {
    if (error instanceof UploadRefusal) return error;
    throw error;
  }
}

const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);

/** Where an error was thrown, without its message: that may quote the document. */
const placeOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];

/** Sends a page piece by piece; a proxy in between is asked to pass each piece on as it comes. */
const sendStream = (reply: FastifyReply, pieces: AsyncIterable<string>): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .type('text/html; charset=utf-8')
    .send(Readable.from(pieces));
