import { afterEach, describe, expect, test } from 'vitest';
import { buildDocx, paragraph, run } from '../read/fixtures/build-docx.ts';
import { cleanHtml } from './clean-html.ts';
import { docxToHtml } from './docx-to-html.ts';
import { drawing, withPictures } from './fixtures/docx-with-pictures.ts';
import { type RichTextThreads, richTextThreads } from './in-thread.ts';
import { cleanPaste } from './office-paste.ts';

let threads: RichTextThreads | undefined;
afterEach(() => threads?.close());

const long = `<div onclick="x()">${'<p class="MsoNormal"><b>通知</b></p>'.repeat(3_000)}</div>`;

describe('heavy work on texts in a thread of its own', () => {
  test('a Word file with a picture becomes the same as without a thread', async () => {
    threads = richTextThreads();
    const bytes = withPictures(paragraph(run('附图') + drawing('rId8', '规划图')));
    const id = '01890000-0000-7000-8000-000000000001';
    const keep = async () => id;
    const file = { name: '通知.docx', bytes };
    const done = await docxToHtml(file, keep, threads.readDocx);
    expect(done).toEqual(await docxToHtml(file, keep));
    expect(done).toMatchObject({ ok: true, value: { html: `<p>附图<img src="attachment:${id}" alt="规划图"></p>` } });
  });

  test('the server goes on answering meanwhile', async () => {
    threads = richTextThreads();
    let turns = 0;
    const clock = setInterval(() => {
      turns += 1;
    }, 5);
    const bytes = buildDocx(paragraph(run('通知')).repeat(4_000));
    const done = await docxToHtml({ name: '通知.docx', bytes }, async () => undefined, threads.readDocx);
    clearInterval(clock);
    expect(done.ok).toBe(true);
    expect(turns).toBeGreaterThan(3);
  });

  test('a long text is cleaned as a short one is', async () => {
    threads = richTextThreads();
    expect(await threads.cleanHtml(long)).toEqual({ ok: true, value: cleanHtml(long) });
    expect(await threads.cleanPaste(long)).toEqual({ ok: true, value: cleanPaste(long) });
  });

  test('what takes too long is given up with what to do, and the next one is done', async () => {
    threads = richTextThreads({ seconds: 0.02, megabytes: 256 });
    const bytes = buildDocx(paragraph(run('通知')).repeat(20_000));
    const read = await threads.readDocx({ name: '通知.docx', bytes });
    expect(read).toMatchObject({ ok: false, problem: { code: 'too-much-to-read' } });
    expect(JSON.stringify(read)).toContain('“通知.docx”的内容过于庞大或复杂，0.02 秒内没有读完。请压缩');
    expect(await threads.cleanHtml(long)).toMatchObject({ ok: false, problem: { code: 'too-much-to-clean' } });
    expect(await threads.cleanHtml('<p>短文</p>')).toMatchObject({ ok: true });
  });
});
