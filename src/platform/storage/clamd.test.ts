import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClamdScanner } from './clamd.ts';
import { eicar, type FakeClamd, startFakeClamd } from './fixtures/clamd.ts';

let folder: string;
let clamd: FakeClamd | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-clamd-'));
});
afterEach(async () => {
  await clamd?.close();
  clamd = undefined;
  await rm(folder, { recursive: true, force: true });
});
const start = async (options?: Parameters<typeof startFakeClamd>[1]) => {
  clamd = await startFakeClamd(join(folder, 'clamd.sock'), options);
  return clamd;
};
const of = (...pieces: Buffer[]) => Readable.from(pieces);

describe('the virus scanner', () => {
  test('finds nothing in a harmless content and has seen all of it', async () => {
    const { path, seen } = await start();
    const scanner = createClamdScanner({ path });
    expect(await scanner.scan(of(Buffer.alloc(200_000, 'a'), Buffer.from('完')))).toEqual({ verdict: 'clean' });
    expect(seen).toEqual([200_003]);
  });

  test('names what it finds', async () => {
    const { path } = await start();
    const content = of(Buffer.alloc(100_000, ' '), eicar().subarray(0, 20), eicar().subarray(20));
    expect(await createClamdScanner({ path }).scan(content)).toEqual({
      verdict: 'infected',
      finding: 'Eicar-Test-Signature',
    });
  });

  test('that takes no content of this size has not scanned it, even when it closes in the middle', async () => {
    const { path } = await start({ largest: 100_000 });
    const pieces = Array.from({ length: 400 }, () => Buffer.alloc(65_536));
    expect(await createClamdScanner({ path }).scan(of(...pieces))).toEqual({
      verdict: 'unscanned',
      reason: 'too-large',
    });
  });

  test('that is not there has scanned nothing', async () => {
    const scanner = createClamdScanner({ path: join(folder, 'nobody.sock') });
    expect(await scanner.scan(of(Buffer.from('x')))).toEqual({ verdict: 'unscanned', reason: 'away' });
  });

  test('that hangs has scanned nothing', async () => {
    const { path } = await start({ hangs: true });
    const scanner = createClamdScanner({ path, patience: 200 });
    expect(await scanner.scan(of(Buffer.from('x')))).toEqual({ verdict: 'unscanned', reason: 'away' });
  });

  test.each([
    ['closes without a word', '', 'away'],
    ['answers something else', "stream: Can't allocate memory ERROR\0", 'error'],
    ['is another program', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'error'],
  ])('that %s has scanned nothing', async (_, answer, reason) => {
    const path = join(folder, 'other.sock');
    const server = createServer((socket) => socket.on('error', () => undefined).end(answer));
    await new Promise<void>((resolve) => server.listen(path, resolve));
    expect(await createClamdScanner({ path }).scan(of(Buffer.from('x')))).toEqual({ verdict: 'unscanned', reason });
    server.close();
  });

  test('a content that breaks off while it is sent has not been scanned', async () => {
    const { path } = await start();
    async function* brokenOff() {
      yield Buffer.from('x');
      throw new Error('the store broke down');
    }
    const result = await createClamdScanner({ path }).scan(Readable.from(brokenOff()));
    expect(result).toEqual({ verdict: 'unscanned', reason: 'away' });
  });
});
