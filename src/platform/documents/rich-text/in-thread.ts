import { failure, type Result, success } from '../../../kernel/result.ts';
import { WorkerLimitReached, type WorkerLimits, WorkerPool } from '../../worker/pool.ts';
import { type CleanText, cleanHtml } from './clean-html.ts';
import type { DocxReader } from './docx-to-html.ts';
import { cleanPaste } from './office-paste.ts';
import type { RichTextTask } from './tasks.ts';

/** The thread's script; in a build it stands beside the bundle under the same name. */
const script = new URL(
  import.meta.url.endsWith('.ts') ? './rich-text-worker.ts' : './rich-text-worker.js',
  import.meta.url,
);

/** As much as the largest Word file of an office needs; beyond it a file was made to do harm. */
const usualLimits: WorkerLimits = { seconds: 40, megabytes: 768 };

/** What is shorter is cleaned at once: it takes some hundredths of a second, less than the way to a thread. */
const shortText = 40_000;

/** The heavy work on rich texts, done in threads: the server goes on answering meanwhile. */
export interface RichTextThreads {
  /** `readDocx`, refused with what to do when it takes too long or too much. */
  readDocx: DocxReader;
  /** `cleanHtml`; a short text is cleaned without a thread. */
  cleanHtml(html: string): Promise<Result<CleanText>>;
  /** `cleanPaste`, likewise. */
  cleanPaste(html: string): Promise<Result<CleanText>>;
  close(): Promise<void>;
}

/** Makes threads for the work on rich texts; they begin with the first work there is. */
export function richTextThreads(limits: WorkerLimits = usualLimits): RichTextThreads {
  const pool = new WorkerPool<RichTextTask, unknown>(script, 2, limits);
  const run = async <Answer>(task: RichTextTask, refusal: Result<never>): Promise<Result<Answer>> => {
    try {
      return success((await pool.run(task)) as Answer);
    } catch (error) {
      if (error instanceof WorkerLimitReached) return refusal;
      throw error;
    }
  };
  const tooMuch = failure(
    'too-much-to-clean',
    '内容过于庞大或复杂，没有整理完。请分成几次粘贴，或者把一部分改作附件。',
  );
  return {
    readDocx: async (file) => {
      const read = await run<Awaited<ReturnType<DocxReader>>>(
        { do: 'read-docx', file },
        failure(
          'too-much-to-read',
          `“${file.name}”的内容过于庞大或复杂，${limits.seconds} 秒内没有读完。请压缩或删去其中的图片，拆成几个文档后再导入，或者作为附件上传。`,
        ),
      );
      return read.ok ? read.value : read;
    },
    cleanHtml: (html) =>
      html.length <= shortText ? Promise.resolve(success(cleanHtml(html))) : run({ do: 'clean', html }, tooMuch),
    cleanPaste: (html) =>
      html.length <= shortText ? Promise.resolve(success(cleanPaste(html))) : run({ do: 'clean-paste', html }, tooMuch),
    close: () => pool.close(),
  };
}

/** The threads that everybody shares. */
export const richText: RichTextThreads = richTextThreads();
