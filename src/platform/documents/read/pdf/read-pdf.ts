import { Worker } from 'node:worker_threads';
import type { NeutralDocument } from '../../../../kernel/neutral-document.ts';
import { type Deadline, limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import type { PdfAnswer, PdfTask } from './pdf-worker.ts';

/** The thread's script; in a build it stands beside the bundle under the same name. */
const script = new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url);

/** Milliseconds between two looks at the thread's memory. */
const watchInterval = 100;

/**
 * Reads a PDF with a text layer: ruled tables as tables, everything else as lines of words at their places.
 *
 * It runs in a thread of its own, which is ended when it takes more time or memory than a report needs: pdf.js has no bounds
 * of its own for what a compressed stream unfolds to.
 */
export async function readPdf(bytes: Uint8Array, deadline: Deadline): Promise<NeutralDocument> {
  // The caller keeps its bytes; pdf.js wants an array of its own.
  const data: PdfTask = { bytes: new Uint8Array(bytes), milliseconds: deadline.left };
  const worker = new Worker(script, {
    workerData: data,
    transferList: [data.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.pdfHeapMegabytes },
    // What pdf.js has to say of a faulty file is for its developers.
    stdout: true,
    stderr: true,
  });
  try {
    const answer = await waitForAnswer(worker, deadline);
    if ('refused' in answer) throw new DocumentRefusal(answer.refused);
    return { mediaType: 'application/pdf', ...answer };
  } finally {
    await worker.terminate();
  }
}

function waitForAnswer(worker: Worker, deadline: Deadline): Promise<PdfAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer>();
  const timeout = setTimeout(() => reject(new DocumentRefusal('timed-out')), deadline.left);
  const watch = setInterval(() => {
    // Asked of a thread that has just ended, there is no answer and none is needed.
    worker.getHeapStatistics().then(
      ({ used_heap_size, external_memory }) => {
        if (used_heap_size + external_memory > limits.pdfBytes) reject(new DocumentRefusal('expansion-bomb'));
      },
      () => {},
    );
  }, watchInterval);
  worker.once('message', resolve);
  worker.once('error', (error: NodeJS.ErrnoException) => {
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DocumentRefusal('expansion-bomb') : error);
  });
  worker.once('exit', () => reject(new DocumentRefusal('damaged-file')));
  return promise.finally(() => {
    clearTimeout(timeout);
    clearInterval(watch);
  });
}
