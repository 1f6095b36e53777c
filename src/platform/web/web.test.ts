import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';
import { tryAddress } from './try-address.ts';

describe('addresses the program connects to on behalf of a text', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'not an address',
  ])('never %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2400:3200::1', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<{ port: number }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port };
}

/** Only for these tests: a server on this machine may be asked, on whatever port. */
const here = { isAllowed: () => true, isPort: () => true, seconds: 1 };

describe('whether a page answers', () => {
  test.each<[status: number, state: string, reason: string]>([
    [200, 'alive', ''],
    [401, 'alive', ''],
    [404, 'dead', '网页不存在（404）'],
    [410, 'dead', '网页不存在（410）'],
    [500, 'dead', '对方服务器出错（500）'],
  ])('status %i: %s', async (status, state, reason) => {
    const { port } = await serve((_, answer) => answer.writeHead(status).end('x'.repeat(1_000)));
    expect(await tryAddress(`http://127.0.0.1:${port}/a`, here)).toEqual({ state, reason });
  });

  test('a server that knows no HEAD is asked again with GET', async () => {
    const methods: string[] = [];
    const { port } = await serve(({ method = '' }, answer) => {
      methods.push(method);
      answer.writeHead(method === 'HEAD' ? 405 : 200).end();
    });
    expect((await tryAddress(`http://127.0.0.1:${port}`, here)).state).toBe('alive');
    expect(methods).toEqual(['HEAD', 'GET']);
  });

  test('a redirection is followed, and one in a circle is given up', async () => {
    const { port } = await serve(({ url }, answer) =>
      answer.writeHead(url === '/b' ? 200 : 302, { location: url === '/a' ? '/b' : '/c' }).end(),
    );
    expect((await tryAddress(`http://127.0.0.1:${port}/a`, here)).state).toBe('alive');
    expect((await tryAddress(`http://127.0.0.1:${port}/c`, here)).reason).toBe('反复跳转，打不开');
  });

  test('a page that does not come is dead after its time', async () => {
    const { port } = await serve(() => {});
    expect((await tryAddress(`http://127.0.0.1:${port}`, { ...here, seconds: 0.3 })).reason).toBe('长时间没有响应');
  });

  test('nobody there: dead', async () => {
    const { port } = await serve(() => {});
    for (const server of servers.splice(0)) server.close();
    expect((await tryAddress(`http://127.0.0.1:${port}`, here)).reason).toBe('连接不上');
  });
});

describe('what is never asked', () => {
  test('this machine and the network it stands in, by number, by name and by a redirection', async () => {
    let asked = 0;
    const { port } = await serve((_, answer) => {
      asked += 1;
      answer.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    });
    const refused = { state: 'dead', reason: '指向内部网络的地址，公众打不开' };
    const guarded = { seconds: 1, isPort: () => true };
    expect(await tryAddress(`http://127.0.0.1:${port}/`, guarded)).toEqual(refused);
    expect(await tryAddress(`http://localhost:${port}/`, guarded)).toEqual(refused);
    expect(await tryAddress(`http://[::1]:${port}/`, guarded)).toEqual(refused);
    expect(await tryAddress(`http://2130706433:${port}/`, guarded)).toEqual(refused);
    expect(asked).toBe(0);
    // The first is allowed, what it leads to is not.
    const first = { ...guarded, isAllowed: (address: string) => address === '127.0.0.1' };
    expect(await tryAddress(`http://127.0.0.1:${port}/`, first)).toEqual(refused);
    expect(asked).toBe(1);
  });

  test.each(['ftp://a.gov.cn/', 'http://user:word@a.gov.cn/', 'http://a.gov.cn:22/', 'nonsense'])(
    '%s',
    async (address) => {
      expect((await tryAddress(address, { seconds: 1 })).state).toBe('dead');
    },
  );
});
