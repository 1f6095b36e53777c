import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { newId } from '../db/index.ts';
import { clerkOf, type Desk, openDesk } from './fixtures/desk.ts';
import { type S3Server, startS3Server } from './fixtures/s3-server.ts';
import { openS3Store } from './s3-store.ts';

const database = useDatabase();
const clerk = clerkOf(newId());
const megabyte = 1024 * 1024;
const block = randomBytes(megabyte);
const boundary = 'a-boundary-that-is-in-no-content';
const head = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="large.pdf"\r\n\r\n`;
const tail = `\r\n--${boundary}--\r\n`;
function* content(size: number): Generator<Buffer> {
  yield Buffer.from('%PDF-1.7\n');
  for (let sent = 0; sent < size; sent += block.length) yield block;
}
function* body(size: number): Generator<Buffer> {
  yield Buffer.from(head);
  yield* content(size);
  yield Buffer.from(tail);
}
const sha256 = (size: number): string => {
  const hash = createHash('sha256');
  for (const piece of content(size)) hash.update(piece);
  return hash.digest('hex');
};

/** How much more memory the process had at most while something was going on, in bytes. */
async function growthDuring<T>(work: () => Promise<T>): Promise<[T, number]> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  try {
    return [await work(), most - before];
  } finally {
    clearInterval(watch);
  }
}

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(() => s3.close());

describe.each([
  ['on disk', 300],
  ['in an S3-compatible service', 140],
])('%s a file of %i MB', (place, megabytes) => {
  const size = megabytes * megabyte;
  // For sender, server and receiver, which are one process here.
  const allowed = size / 2;
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(database.db, place === 'on disk' ? {} : { store: await openS3Store(s3.settings) });
    desk.rules = { ...desk.rules, fileMegabytes: 400 };
    // What is loaded once does not count.
    await desk.upload(clerk, { name: '小.txt', content: '先来一个小的' });
  });
  afterAll(() => desk.close());

  test('goes in and out through little memory, also to a slow reader', { timeout: 120_000 }, async () => {
    const [id, growthIn] = await growthDuring(async () => {
      const answer = await desk.ask(clerk, 'POST', '/attachments', {
        body: Readable.toWeb(Readable.from(body(size))) as ReadableStream,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        duplex: 'half',
      } as RequestInit);
      const { items } = (await answer.json()) as { items: { id: string; size: number; sha256: string }[] };
      expect(items[0]).toMatchObject({ size: size + 9, sha256: sha256(size) });
      return items[0]?.id;
    });
    const [hash, growthOut] = await growthDuring(async () => {
      const answer = await desk.ask(clerk, 'GET', `/attachments/${id}`);
      const hashed = createHash('sha256');
      let pieces = 0;
      for await (const piece of answer.body ?? []) {
        // The server has to wait for its reader.
        if (pieces++ % 400 === 0) await sleep(100);
        hashed.update(piece as Uint8Array);
      }
      return hashed.digest('hex');
    });
    expect(hash).toBe(sha256(size));
    expect({ in: growthIn, out: growthOut }).toEqual({
      in: expect.toSatisfy((grown: number) => grown < allowed),
      out: expect.toSatisfy((grown: number) => grown < allowed),
    });
  });
});
