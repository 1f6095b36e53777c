import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { granted } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { write } from '../audit/index.ts';
import { newId } from '../db/index.ts';
import { buildPdf, textAt } from '../documents/read/fixtures/build-pdf.ts';
import { createClamdScanner } from './clamd.ts';
import { eicar, type FakeClamd, startFakeClamd } from './fixtures/clamd.ts';
import { actorOf, type Clerk, clerkOf, type Desk, openDesk, standardRules } from './fixtures/desk.ts';
import { type S3Server, startS3Server } from './fixtures/s3-server.ts';
import { type AttachmentOwner, bindAttachments, scanPending } from './index.ts';
import { openS3Store } from './s3-store.ts';

const database = useDatabase();
const yunxi = newId();
const clerk = clerkOf(yunxi);
const colleague = clerkOf(yunxi, '周明远');
const stranger = clerkOf(newId(), '邻县经办人');

let desk: Desk;
let s3: S3Server;
let clamd: FakeClamd | undefined;
beforeAll(async () => {
  s3 = await startS3Server();
  desk = await openDesk(database.db);
});
afterAll(async () => {
  await desk.close();
  await s3.close();
  await clamd?.close();
});
beforeEach(() => {
  desk.rules = standardRules();
  desk.storage.reserveBytes = 0;
  delete desk.storage.scanner;
});

interface Shown {
  id: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  verdict: string;
  canBeShown: boolean;
}
const pdf = Buffer.from(buildPdf([{ draw: textAt(50, 700, '年报') }]));
const itemsOf = async (answer: Response): Promise<Shown[]> => {
  if (answer.status !== 200) throw new Error(await answer.text());
  return ((await answer.json()) as { items: Shown[] }).items;
};
const uploadOne = async (name: string, content: Uint8Array | string, by: Clerk = clerk, at = desk): Promise<Shown> => {
  const [item] = await itemsOf(await at.upload(by, { name, content }));
  if (!item) throw new Error('nothing was uploaded');
  return item;
};
const problemOf = async (answer: Response) =>
  (await answer.json()) as {
    status: number;
    code: string;
    detail: string;
    fields?: { field: string; message: string }[];
  };
const bind = async (owner: AttachmentOwner, ids: string[], by: Clerk = clerk) =>
  write(database.db, actorOf(by), desk.now, (trx, record) =>
    bindAttachments({ trx, record, actor: actorOf(by), now: desk.now }, owner, ids),
  );
const entries = (action: string) =>
  database.db.selectFrom('auditEntry').selectAll().where('action', '=', action).orderBy('sequence', 'desc').execute();

describe.each(['on disk', 'in an S3-compatible service'])('an attachment %s', (place) => {
  let own: Desk;
  beforeAll(async () => {
    own = await openDesk(database.db, place === 'on disk' ? {} : { store: await openS3Store(s3.settings) });
  });
  afterAll(() => own.close());

  test('comes back as it was, under its Chinese name', async () => {
    const item = await uploadOne('石桥镇2025年年报（终稿）.pdf', pdf, clerk, own);
    expect(item).toMatchObject({
      fileName: '石桥镇2025年年报（终稿）.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      verdict: 'unscanned',
      canBeShown: true,
    });
    const answer = await own.ask(clerk, 'GET', `/attachments/${item.id}`);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
    expect(answer.headers.get('content-disposition')).toContain(
      `attachment; filename="_2025_.pdf"; filename*=UTF-8''${encodeURIComponent('石桥镇2025年年报（终稿）.pdf')}`,
    );
    const meta = await own.ask(clerk, 'GET', `/attachments/${item.id}/meta`);
    expect(await meta.json()).toEqual(item);
  });

  test('goes out in parts, as a viewer asks for them', async () => {
    const { id } = await uploadOne('年报.pdf', pdf, clerk, own);
    const part = await own.ask(clerk, 'GET', `/attachments/${id}`, { headers: { range: 'bytes=5-9' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 5-9/${pdf.length}`);
    expect(part.headers.get('content-length')).toBe('5');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(pdf.subarray(5, 10));
    const end = await own.ask(clerk, 'GET', `/attachments/${id}`, { headers: { range: 'bytes=-6' } });
    expect(Buffer.from(await end.arrayBuffer())).toEqual(pdf.subarray(-6));
    const beyond = await own.ask(clerk, 'GET', `/attachments/${id}`, { headers: { range: 'bytes=99999999-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${pdf.length}`]);
    const changed = await own.ask(clerk, 'GET', `/attachments/${id}`, {
      headers: { range: 'bytes=5-9', 'if-range': '"of another content"' },
    });
    expect(changed.status).toBe(200);
    await changed.body?.cancel();
  });
});

describe('what a browser has already, or only asks about, is not sent', () => {
  test('the same content is not sent twice', async () => {
    const { id, sha256 } = await uploadOne('年报.pdf', pdf);
    for (const tag of [`"${sha256}"`, `W/"${sha256}"`, `"other", "${sha256}"`, '*']) {
      const answer = await desk.ask(clerk, 'GET', `/attachments/${id}`, { headers: { 'if-none-match': tag } });
      expect([answer.status, await answer.text()]).toEqual([304, '']);
      expect(answer.headers.get('etag')).toBe(`"${sha256}"`);
    }
    const other = await desk.ask(clerk, 'GET', `/attachments/${id}`, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
    await other.body?.cancel();
  });

  test('HEAD tells the size', async () => {
    const { id, sha256 } = await uploadOne('年报.pdf', pdf);
    const answer = await desk.ask(clerk, 'HEAD', `/attachments/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe(String(pdf.length));
    expect(answer.headers.get('etag')).toBe(`"${sha256}"`);
  });
});

describe('an attachment never becomes a page or a script of this site', () => {
  const headersOf = async (name: string, content: Uint8Array | string, query = '') => {
    const { id } = await uploadOne(name, content);
    const answer = await desk.ask(clerk, 'GET', `/attachments/${id}${query}`);
    await answer.body?.cancel();
    return answer.headers;
  };

  test('it is saved, not shown, and what opens it may do nothing', async () => {
    const headers = await headersOf('说明.txt', '公开说明');
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('private, max-age=86400, immutable');
    // Who signs in next at the same machine does not get it from the browser's cache.
    expect(headers.get('vary')).toBe('Cookie');
  });

  test('only a PDF and a picture are shown, and only when that is asked for', async () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1');
    expect((await headersOf('年报.pdf', pdf)).get('content-disposition')).toMatch(/^attachment/);
    expect((await headersOf('年报.pdf', pdf, '?inline=1')).get('content-disposition')).toMatch(/^inline/);
    expect((await headersOf('照片.png', png, '?inline=1')).get('content-disposition')).toMatch(/^inline/);
    expect((await headersOf('说明.txt', '公开', '?inline=1')).get('content-disposition')).toMatch(/^attachment/);
    const tiff = Buffer.from('II*\0....', 'latin1');
    expect((await headersOf('扫描.tif', tiff, '?inline=1')).get('content-disposition')).toMatch(/^attachment/);
  });

  test('what the browser says it is does not count', async () => {
    const form = new FormData();
    form.append('files', new File(['<html><script>alert(1)</script></html>'], '图片.png', { type: 'image/png' }));
    const answer = await desk.ask(clerk, 'POST', '/attachments', { body: form });
    expect((await problemOf(answer)).detail).toContain('文件内容是网页');
  });
});

describe('who may see an attachment', () => {
  test('before its record is saved: only who uploaded it', async () => {
    const { id } = await uploadOne('草稿.pdf', pdf);
    expect((await desk.ask(clerk, 'GET', `/attachments/${id}/meta`)).status).toBe(200);
    for (const other of [colleague, stranger]) {
      expect((await desk.ask(other, 'GET', `/attachments/${id}`)).status).toBe(404);
      expect((await desk.ask(other, 'GET', `/attachments/${id}/meta`)).status).toBe(404);
      expect((await desk.ask(other, 'DELETE', `/attachments/${id}`)).status).toBe(404);
    }
  });

  test('afterwards: whom the area of the record lets', async () => {
    const { id } = await uploadOne('定稿.pdf', pdf);
    granted(await bind({ kind: 'open-record', id: newId() }, [id]));
    expect((await desk.ask(colleague, 'GET', `/attachments/${id}/meta`)).status).toBe(200);
    expect((await desk.ask(stranger, 'GET', `/attachments/${id}/meta`)).status).toBe(404);
  });

  test('the area says why not', async () => {
    const { id } = await uploadOne('定稿.pdf', pdf);
    granted(await bind({ kind: 'closed-record', id: newId() }, [id]));
    // Not even who uploaded it.
    const answer = await desk.ask(clerk, 'GET', `/attachments/${id}`);
    expect([answer.status, (await problemOf(answer)).detail]).toEqual([403, '您无权查看这条记录。']);
    const removal = await desk.ask(clerk, 'DELETE', `/attachments/${id}`);
    expect([removal.status, (await problemOf(removal)).detail]).toEqual([403, '请在附件所属的页面中修改附件。']);
  });

  test.each(['unknown-record', 'toString', '__proto__'])('nobody where no area answers for it: %s', async (kind) => {
    const { id } = await uploadOne('定稿.pdf', pdf);
    granted(await bind({ kind, id: newId() }, [id]));
    expect((await desk.ask(clerk, 'GET', `/attachments/${id}`)).status).toBe(404);
    expect((await desk.ask(clerk, 'GET', `/attachments/${id}/meta`)).status).toBe(404);
    expect((await desk.ask(clerk, 'DELETE', `/attachments/${id}`)).status).toBe(403);
  });

  test('nobody who is not signed in', async () => {
    const { id } = await uploadOne('定稿.pdf', pdf);
    const answer = await desk.app.inject({ method: 'GET', url: `/api/attachments/${id}` });
    expect(answer.statusCode).toBe(401);
  });

  test('nobody after it was removed', async () => {
    const { id } = await uploadOne('废稿.pdf', pdf);
    expect((await desk.ask(clerk, 'DELETE', `/attachments/${id}`)).status).toBe(204);
    expect((await desk.ask(clerk, 'GET', `/attachments/${id}`)).status).toBe(404);
    expect((await desk.ask(clerk, 'GET', `/attachments/${id}/meta`)).status).toBe(404);
    expect((await desk.ask(clerk, 'DELETE', `/attachments/${id}`)).status).toBe(404);
  });
});

describe('several files', () => {
  test('of the same name are all kept', async () => {
    const items = await itemsOf(
      await desk.upload(clerk, { name: '附件.txt', content: '甲' }, { name: '附件.txt', content: '乙' }),
    );
    expect(items.map(({ fileName }) => fileName)).toEqual(['附件.txt', '附件.txt']);
    const contents = items.map(async ({ id }) => (await desk.ask(clerk, 'GET', `/attachments/${id}`)).text());
    expect(await Promise.all(contents)).toEqual(['甲', '乙']);
  });

  test('are taken all or not at all, and what is wrong stands at its file', async () => {
    const before = await desk.files();
    const answer = await desk.upload(
      clerk,
      { name: '通知.txt', content: '只在这里出现的通知' },
      { name: '程序.pdf', content: Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1') },
      { name: '空.txt', content: '' },
    );
    const { status, fields } = await problemOf(answer);
    expect(status).toBe(400);
    expect(fields).toEqual([
      { field: 'files.1', message: '“程序.pdf”没有上传：文件内容是可执行程序，不能作为附件上传。' },
      { field: 'files.2', message: '“空.txt”没有上传：文件是空的，请检查原文件后重新上传。' },
    ]);
    expect(await desk.files()).toEqual(before);
  });

  test('are at most as many as is set', async () => {
    desk.rules = { ...desk.rules, filesPerUpload: 2 };
    const before = await desk.files();
    const answer = await desk.upload(
      clerk,
      ...['一', '二', '三'].map((name) => ({ name: `${name}.txt`, content: name })),
    );
    expect((await problemOf(answer)).detail).toBe('一次最多上传 2 个文件，请分几次上传。');
    expect(await desk.files()).toEqual(before);
  });
});

describe('an upload is refused in words', () => {
  test.each<[string, () => Promise<Response>, number, string]>([
    ['without a file', () => desk.upload(clerk), 422, '没有收到文件'],
    [
      'as something else',
      () => desk.ask(clerk, 'POST', '/attachments', { body: '{}', headers: { 'content-type': 'application/json' } }),
      422,
      '没有收到文件',
    ],
    [
      'under a false name',
      () => desk.upload(clerk, { name: '年报.docx', content: pdf }),
      422,
      '“年报.docx”没有上传：文件名的后缀是“.docx”，内容却是PDF 文件',
    ],
  ])('%s', async (_, send, status, words) => {
    const problem = await problemOf(await send());
    expect(problem.status).toBe(status);
    expect(problem.detail).toContain(words);
  });

  test('when a file is larger than is set', async () => {
    desk.rules = { ...desk.rules, fileMegabytes: 1 };
    const before = await desk.files();
    const answer = await desk.upload(clerk, { name: '大.txt', content: '大'.repeat(400_000) });
    const problem = await problemOf(answer);
    expect([problem.status, problem.detail]).toEqual([
      413,
      '“大.txt”没有上传：文件超过 1 MB。请压缩其中的图片或拆成几个文件后再上传。',
    ]);
    expect(await desk.files()).toEqual(before);
    // To the byte.
    await uploadOne('刚好.txt', 'a'.repeat(1024 * 1024));
    expect((await desk.upload(clerk, { name: '多一.txt', content: 'a'.repeat(1024 * 1024 + 1) })).status).toBe(413);
  });

  test('when the person has uploaded too much within a day', async () => {
    const eager = clerkOf(yunxi, '赵大勇');
    desk.rules = { ...desk.rules, megabytesPerDay: 10 };
    const content = 'a'.repeat(4 * 1024 * 1024);
    await uploadOne('一.txt', content, eager);
    await uploadOne('二.txt', content, eager);
    const answer = await desk.upload(eager, { name: '三.txt', content });
    const problem = await problemOf(answer);
    expect([problem.status, problem.code]).toEqual([429, 'too-many-uploads']);
    expect(problem.detail).toContain('最近二十四小时内上传的附件将超过 10 MB');
    const now = desk.now;
    desk.now = new Date(now.getTime() + 25 * 60 * 60 * 1_000);
    await uploadOne('三.txt', content, eager);
    desk.now = now;
  });

  test('before the disk is full', async () => {
    desk.storage.reserveBytes = Number.MAX_SAFE_INTEGER;
    const problem = await problemOf(await desk.upload(clerk, { name: '年报.pdf', content: pdf }));
    expect([problem.status, problem.code]).toEqual([507, 'disk-full']);
  });

  test('when the store is away, and nothing stays behind', async () => {
    const settings = { ...s3.settings, endpoint: 'http://127.0.0.1:9' };
    const away = await openDesk(database.db, { store: await openS3Store(settings) });
    const problem = await problemOf(await away.upload(clerk, { name: '年报.pdf', content: pdf }));
    expect([problem.status, problem.code]).toEqual([503, 'storage-away']);
    expect(problem.detail).toContain('附件存储服务暂时连接不上');
    expect(await away.files()).toEqual([]);
    await away.close();
  });
});

test('an upload that breaks off in the middle leaves nothing behind, and the server goes on', async () => {
  const before = await desk.files();
  const rows = () => database.db.selectFrom('storageBlob').select('sha256').execute();
  const known = (await rows()).length;
  const socket = connect((desk.app.server.address() as AddressInfo).port, '127.0.0.1');
  const boundary = 'boundary';
  socket.write(
    [
      'POST /api/attachments HTTP/1.1',
      'host: x',
      `x-clerk: ${encodeURIComponent(JSON.stringify(clerk))}`,
      'x-csrf-token: token',
      `content-type: multipart/form-data; boundary=${boundary}`,
      'content-length: 5000000',
      '',
      `--${boundary}`,
      'content-disposition: form-data; name="files"; filename="half.txt"',
      '',
      'a'.repeat(2_000_000),
    ].join('\r\n'),
  );
  // It is being received.
  for (let tries = 0; (await desk.files()).length === before.length && tries < 200; tries++) await sleep(10);
  expect((await desk.files()).length).toBe(before.length + 1);
  socket.destroy();
  for (let tries = 0; (await desk.files()).length > before.length && tries < 200; tries++) await sleep(10);
  expect(await desk.files()).toEqual(before);
  expect((await rows()).length).toBe(known);
  await uploadOne('之后.txt', '照常上传');
});

describe('viruses', () => {
  const infected = () => Buffer.concat([Buffer.from('名单\n'), eicar()]);
  const startScanner = async () => {
    await clamd?.close();
    clamd = await startFakeClamd(join(desk.folder, 'clamd.sock'));
    desk.storage.scanner = createClamdScanner({ path: clamd.path });
  };

  test('a clean file is marked as such', async () => {
    await startScanner();
    expect((await uploadOne('年报.pdf', pdf)).verdict).toBe('clean');
  });

  test('an infected file is refused with what was found, deleted, and put into the audit', async () => {
    await startScanner();
    const before = await desk.files();
    const problem = await problemOf(await desk.upload(clerk, { name: '名单.txt', content: infected() }));
    expect([problem.status, problem.code]).toEqual([422, 'infected']);
    expect(problem.detail).toContain('“名单.txt”没有上传：查出病毒（Eicar-Test-Signature），文件已经删除');
    expect(await desk.files()).toEqual(before);
    const [entry] = await entries('attachment.refuse-infected');
    expect(entry).toMatchObject({ countyId: yunxi, personId: clerk.personId });
    expect(JSON.stringify(entry?.after)).toContain('Eicar-Test-Signature');
    expect(JSON.stringify(entry)).not.toContain('名单.txt');
  });

  test('while the scanner is away nothing is taken', async () => {
    desk.storage.scanner = createClamdScanner({ path: join(desk.folder, 'nobody.sock') });
    const before = await desk.files();
    const problem = await problemOf(await desk.upload(clerk, { name: '年报.pdf', content: pdf }));
    expect([problem.status, problem.code]).toEqual([503, 'scanner-away']);
    expect(problem.detail).toContain('查毒服务暂时不可用');
    expect(await desk.files()).toEqual(before);
  });

  test('or, where it is set so, taken as 未查毒 and scanned as soon as it is back', async () => {
    desk.storage.scanner = createClamdScanner({ path: join(desk.folder, 'nobody.sock') });
    desk.rules = { ...desk.rules, acceptsUnscanned: true };
    const harmless = await uploadOne('无毒.txt', '稍后查毒');
    const harmful = await uploadOne('有毒.txt', infected());
    expect([harmless.verdict, harmful.verdict]).toEqual(['unscanned', 'unscanned']);
    granted(await bind({ kind: 'open-record', id: newId() }, [harmful.id]));

    expect((await scanPending(desk.storage, desk.now)).left).toBeGreaterThan(1);
    await startScanner();
    const report = await scanPending(desk.storage, desk.now);
    expect(report).toMatchObject({ infected: 1, left: 0 });
    expect(report.clean).toBeGreaterThan(0);

    const verdict = async (id: string) =>
      ((await (await desk.ask(clerk, 'GET', `/attachments/${id}/meta`)).json()) as Shown).verdict;
    expect([await verdict(harmless.id), await verdict(harmful.id)]).toEqual(['clean', 'infected']);
    const answer = await desk.ask(clerk, 'GET', `/attachments/${harmful.id}`);
    expect((await problemOf(answer)).detail).toContain('“有毒.txt”查出病毒，内容已经清除');
    expect(await desk.files()).not.toContain(harmful.sha256);
    expect(await entries('attachment.delete-infected')).toHaveLength(1);
  });

  test('what was found infected once is refused while the scanner is away', async () => {
    desk.storage.scanner = createClamdScanner({ path: join(desk.folder, 'nobody.sock') });
    desk.rules = { ...desk.rules, acceptsUnscanned: true };
    const problem = await problemOf(await desk.upload(clerk, { name: '又来.txt', content: infected() }));
    expect(problem.code).toBe('infected');
  });
});

test('the screen is told what may be uploaded', async () => {
  const answer = await desk.ask(clerk, 'GET', '/attachments/rules');
  expect(await answer.json()).toMatchObject({ fileBytes: 50 * 1024 * 1024, filesPerUpload: 10 });
});
