import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { callerOf } from '../../../tests/support/people.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { paragraph, run } from '../../platform/documents/read/fixtures/build-docx.ts';
import { drawing, withPictures } from '../../platform/documents/rich-text/fixtures/docx-with-pictures.ts';
import { picturesOf } from '../../platform/documents/rich-text/index.ts';
import { findAttachment, openAttachment } from '../../platform/storage/index.ts';
import { buildDesk, depsOf, done, type TestDesk } from '../fixtures/desk.ts';
import { beginItem } from './drafting.ts';
import { saveDraft } from './saving.ts';
import { importDocx } from './writing.ts';

const system = useSystem();
let desk: TestDesk;
beforeAll(async () => {
  desk = await buildDesk(system);
});

/** One white point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

test('a Word file becomes text, and its pictures attachments of the item once that is saved', async () => {
  const { db } = system.database;
  const caller = await callerOf(db, desk.county, desk.writer);
  const file = { name: '通知.docx', bytes: withPictures(paragraph(run('附图') + drawing('rId8', '规划图')), png) };
  const { html, messages } = done(await importDocx(depsOf(system), caller, file));
  const [id = ''] = picturesOf(html);
  expect(html).toBe(`<p>附图<img src="attachment:${id}" alt="规划图"></p>`);
  expect(messages).toEqual([]);
  const waiting = await findAttachment(db, desk.county.countyId, id);
  expect(waiting).toMatchObject({ fileName: '图片1.png', mediaType: 'image/png', uploadedBy: desk.writer });
  expect(waiting?.owner).toBeUndefined();

  const begun = done(await beginItem(depsOf(system), caller, { kind: 'announcement' }));
  const saved = done(await saveDraft(depsOf(system), caller, begun.id, begun.version, { bodyHtml: html }));
  expect(saved.removed).toEqual([]);
  const bound = await findAttachment(db, desk.county.countyId, id);
  expect(bound?.owner).toMatchObject({ kind: 'publication-item', id: begun.id });
  const opened = done(await openAttachment(system.storage, bound as NonNullable<typeof bound>));
  expect(Buffer.concat(await Readable.from(opened as AsyncIterable<Buffer>).toArray())).toEqual(png);
});

test('a picture that is none is not kept, and that is told', async () => {
  const caller = await callerOf(system.database.db, desk.county, desk.writer);
  const file = { name: '通知.docx', bytes: withPictures(paragraph(run('附图') + drawing('rId8', ''))) };
  const { html, messages } = done(await importDocx(depsOf(system), caller, file));
  expect(html).toBe('<p>附图</p>');
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^1 张图片无法导入/);
});
