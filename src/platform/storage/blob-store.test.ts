import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BlobStore, StorageFault, type StoredBlob } from './blob-store.ts';
import { openDiskStore } from './disk-store.ts';
import { type S3Server, startS3Server } from './fixtures/s3-server.ts';
import { openS3Store, type S3Settings } from './s3-store.ts';
import { removeStaleFiles, stageBytes, stageFile } from './staging.ts';

const yunxi = '0192d3a0-0000-7000-8000-000000000001';
const neighbour = '0192d3a0-0000-7000-8000-000000000002';

let place: string;
let staging: string;
let s3: S3Server;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'gongkai-storage-'));
  staging = join(place, 'staging');
  s3 = await startS3Server();
});
afterAll(async () => {
  await s3.close();
  await rm(place, { recursive: true, force: true });
});

const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const listed = async (store: BlobStore, countyId?: string): Promise<StoredBlob[]> =>
  Readable.from(store.list(countyId)).toArray();
const faultOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof StorageFault ? error.code : `no fault: ${error}`;
};

const kinds: [string, () => Promise<BlobStore>][] = [
  ['on disk', async () => openDiskStore(join(place, 'disk'))],
  ['in an S3-compatible service', () => openS3Store(s3.settings)],
];

describe.each(kinds)('a store %s', (_, openStore) => {
  let store: BlobStore;
  const put = async (content: Uint8Array, countyId = yunxi) => {
    const file = await stageBytes(staging, content);
    await store.put(countyId, file);
    return { countyId, sha256: file.sha256 };
  };
  beforeAll(async () => {
    store = await openStore();
  });

  test('gives back what it was given', async () => {
    const blob = await put(Buffer.from('石桥镇'));
    expect(blob.sha256).toBe(sha256Of(Buffer.from('石桥镇')));
    expect(await store.findSize(blob)).toBe(9);
    expect((await buffer(await store.open(blob))).toString()).toBe('石桥镇');
    expect(readdirSync(staging)).toEqual([]);
  });

  test('gives back any part of it', async () => {
    const blob = await put(Buffer.from('0123456789'));
    expect((await buffer(await store.open(blob, { first: 3, last: 5 }))).toString()).toBe('345');
    expect((await buffer(await store.open(blob, { first: 9, last: 9 }))).toString()).toBe('9');
  });

  test('gives back a content of several pieces', async () => {
    const content = randomBytes(20 * 1024 * 1024 + 7);
    const blob = await put(content);
    expect(await store.findSize(blob)).toBe(content.length);
    expect(sha256Of(await buffer(await store.open(blob)))).toBe(blob.sha256);
    const border = { first: 8 * 1024 * 1024 - 2, last: 8 * 1024 * 1024 + 1 };
    expect(await buffer(await store.open(blob, border))).toEqual(content.subarray(border.first, border.last + 1));
  });

  test('keeps the same content once, also when several bring it at the same time', async () => {
    const content = randomBytes(300_000);
    const blobs = await Promise.all(Array.from({ length: 8 }, () => put(content)));
    expect(new Set(blobs.map(({ sha256 }) => sha256)).size).toBe(1);
    const found = (await listed(store, yunxi)).filter(({ sha256 }) => sha256 === blobs[0]?.sha256);
    expect(found).toMatchObject([{ countyId: yunxi, size: 300_000 }]);
    expect(readdirSync(staging)).toEqual([]);
  });

  test('keeps counties apart: what one has says nothing of another', async () => {
    const own = await put(Buffer.from('甲县的文件'));
    const other = { ...own, countyId: neighbour };
    expect(await store.findSize(other)).toBeUndefined();
    expect(await faultOf(store.open(other))).toBe('missing');
    await put(Buffer.from('甲县的文件'), neighbour);
    await store.delete(own);
    expect(await store.findSize(other)).toBe(15);
    expect((await listed(store, neighbour)).map(({ sha256 }) => sha256)).toEqual([own.sha256]);
  });

  test('says what is missing before the first byte, and deletes twice without complaint', async () => {
    const blob = await put(Buffer.from('将被删除'));
    await store.delete(blob);
    await store.delete(blob);
    expect(await faultOf(store.open(blob))).toBe('missing');
    expect((await listed(store)).some(({ sha256 }) => sha256 === blob.sha256)).toBe(false);
  });

  test('takes no address that leads out of its place', async () => {
    await expect(
      store.findSize({ countyId: '../../../../tmp/aaaaaaaaaaaaaaaaaaaaaa', sha256: 'a'.repeat(64) }),
    ).rejects.toThrow('no address');
    await expect(store.open({ countyId: yunxi, sha256: `../${'a'.repeat(61)}` })).rejects.toThrow('no address');
  });

  test('is found fit for use', async () => {
    await store.check();
    expect((await listed(store)).every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });
});

describe('a file that is being received', () => {
  test('leaves nothing behind when it breaks off', async () => {
    async function* brokenOff() {
      yield Buffer.alloc(100_000);
      throw new Error('the sender has left');
    }
    await expect(stageFile(staging, Readable.from(brokenOff()))).rejects.toThrow('the sender has left');
    expect(readdirSync(staging)).toEqual([]);
  });

  test('that a killed process left is removed when it is old enough, a fresh one stays', async () => {
    const folder = join(place, 'left');
    const { path } = await stageBytes(folder, Buffer.from('半个文件'));
    expect(await removeStaleFiles(folder, new Date(Date.now() - 60_000))).toBe(0);
    expect(existsSync(path)).toBe(true);
    expect(await removeStaleFiles(folder, new Date(Date.now() + 60_000))).toBe(1);
    expect(existsSync(path)).toBe(false);
    expect(await removeStaleFiles(join(place, 'nowhere'), new Date())).toBe(0);
  });
});

describe('a store on disk', () => {
  test('puts a damaged content right when it comes once more', async () => {
    const store = openDiskStore(join(place, 'damaged'));
    const file = await stageBytes(staging, Buffer.from('完整的内容'));
    const blob = { countyId: yunxi, sha256: file.sha256 };
    await store.put(yunxi, file);
    const path = join(place, 'damaged', yunxi, file.sha256.slice(0, 2), file.sha256.slice(2, 4), file.sha256);
    await truncate(path, 3);
    await store.put(yunxi, await stageBytes(staging, Buffer.from('完整的内容')));
    expect((await buffer(await store.open(blob))).toString()).toBe('完整的内容');
  });

  test('ignores files that are none of its own', async () => {
    const folder = join(place, 'foreign');
    const store = openDiskStore(folder);
    await store.put(yunxi, await stageBytes(staging, Buffer.from('x')));
    await writeFile(join(folder, '.DS_Store'), 'x');
    await writeFile(join(folder, yunxi, 'readme.txt'), 'x');
    expect(await listed(store)).toHaveLength(1);
  });

  test('says so when it may not write', async () => {
    const file = join(place, 'a-file');
    await writeFile(file, 'x');
    expect(await faultOf(openDiskStore(join(file, 'attachments')).check())).toBe('unwritable');
  });
});

test('whenever the program is killed, what is there is whole, and what was said to be there is there', async () => {
  const folder = join(place, 'killed');
  const store = openDiskStore(folder);
  const script = join(import.meta.dirname, 'fixtures/make-contents.ts');
  const said = new Set<string>();
  for (let time = 0; time < 4; time++) {
    const program = spawn(process.execPath, [script, folder, yunxi], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(program, 'exit');
    let told = '';
    program.stdout.on('data', (piece) => {
      told += piece;
    });
    await once(program.stdout, 'data');
    await setTimeout(20 + Math.random() * 150);
    program.kill('SIGKILL');
    await ended;
    // The last line may be cut off.
    for (const sha256 of told.split('\n').slice(0, -1)) said.add(sha256);
  }
  expect(said.size).toBeGreaterThan(10);
  for (const { sha256, size } of await listed(store)) {
    const content = await buffer(await store.open({ countyId: yunxi, sha256 }));
    expect([sha256Of(content), content.length]).toEqual([sha256, size]);
    said.delete(sha256);
  }
  expect([...said]).toEqual([]);
});

describe('what is wrong with an S3-compatible service is told apart', () => {
  const brokenBy = async (change: Partial<S3Settings>): Promise<string> =>
    faultOf((await openS3Store({ ...s3.settings, ...change })).check());

  test('a key it does not know', async () => {
    expect(await brokenBy({ accessKey: 'NOBODY' })).toBe('denied');
  });

  // What the test's own service does not check, or does not get into, other services say so.
  test.each([
    ['a wrong secret', 403, 'SignatureDoesNotMatch', 'denied'],
    ['a key without the right', 403, 'AccessDenied', 'denied'],
    ['a clock that is wrong', 403, 'RequestTimeTooSkewed', 'denied'],
    ['a service that is full', 507, 'XMinioStorageFull', 'full'],
    ['a service that is being started', 503, 'ServiceUnavailable', 'away'],
    ['a service with an error of its own', 500, 'SomethingElse', 'away'],
    ['a service that does not know what was asked', 400, 'InvalidArgument', 'refused'],
  ])('%s', async (_, status, code, fault) => {
    const service = createHttpServer((request, answer) => {
      request.resume().on('end', () => {
        answer.writeHead(status, { 'content-type': 'application/xml' });
        answer.end(
          `<?xml version="1.0"?><Error><Code>${code}</Code><Message>of ${s3.settings.secretKey}</Message></Error>`,
        );
      });
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const { port } = service.address() as AddressInfo;
    expect(await brokenBy({ endpoint: `http://127.0.0.1:${port}` })).toBe(fault);
    service.close();
  });

  test('a bucket that is not there', async () => {
    expect(await brokenBy({ bucket: 'nowhere' })).toBe('no-bucket');
  });

  test('a service that is away', async () => {
    expect(await brokenBy({ endpoint: 'http://127.0.0.1:9' })).toBe('away');
  });

  test('a service that keeps silent', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const sockets = new Set<{ destroy(): void }>();
    silent.on('connection', (socket) => sockets.add(socket));
    expect(await brokenBy({ endpoint: `http://127.0.0.1:${port}`, patience: 300 })).toBe('slow');
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  test('no fault names a key', async () => {
    const settings = { ...s3.settings, accessKey: 'NOBODY', secretKey: 'very-secret-key' };
    const store = await openS3Store(settings);
    const error = await store.check().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StorageFault);
    const told = JSON.stringify(error, Object.getOwnPropertyNames(error)) + inspect(error, { depth: 10 });
    expect(told).not.toMatch(/very-secret-key|NOBODY/);
    expect((error as Error).message).toMatch(/请告知系统管理员/);
  });
});
