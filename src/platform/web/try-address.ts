import { lookup } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** What came of trying an address. */
export interface TriedAddress {
  state: 'alive' | 'dead';
  /** Why it counts as dead, in Chinese; empty when alive. */
  reason: string;
}

export interface TryOptions {
  signal?: AbortSignal;
  /** Seconds for one answer; a site that takes longer counts as away (国办秘函〔2019〕19号: 15 s). */
  seconds?: number;
  /** Which addresses may be connected to; another one in tests only. */
  isAllowed?: (address: string) => boolean;
  /** Which ports may be asked; others in tests only. */
  isPort?: (port: string) => boolean;
}

const mostRedirects = 4;
const usualPorts = new Set(['', '80', '443', '8080', '8443']);
const alive: TriedAddress = { state: 'alive', reason: '' };
const dead = (reason: string): TriedAddress => ({ state: 'dead', reason });

/** A name that leads to an address nobody outside may ask for. */
class ForbiddenAddress extends Error {}

/**
 * Whether a page answers. Nothing of it is read. Never connects to an address within the network, whatever a name or a
 * redirection says: each is resolved here, and the connection goes to what was looked at.
 */
export async function tryAddress(address: string, options: TryOptions = {}): Promise<TriedAddress> {
  const { isPort = (port: string) => usualPorts.has(port) } = options;
  let at = address;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const url = URL.parse(at);
    if (!url || !['http:', 'https:'].includes(url.protocol)) return dead('不是完整的网址');
    if (url.username !== '' || url.password !== '' || !isPort(url.port)) return dead('网址带有用户名或不常用的端口');
    const answer = await ask(url, 'HEAD', options);
    // Some servers only know GET.
    const status =
      typeof answer === 'object' && [403, 405, 501].includes(answer.status) ? await ask(url, 'GET', options) : answer;
    if (typeof status === 'string') return dead(status);
    if (status.status >= 300 && status.status < 400 && status.location !== undefined) {
      at = URL.parse(status.location, url)?.href ?? '';
      continue;
    }
    if (status.status === 404 || status.status === 410) return dead(`网页不存在（${status.status}）`);
    return status.status >= 500 ? dead(`对方服务器出错（${status.status}）`) : alive;
  }
  return dead('反复跳转，打不开');
}

interface Answer {
  status: number;
  location?: string;
}

/** The status of a page, or why there is none. */
async function ask(url: URL, method: 'HEAD' | 'GET', options: TryOptions): Promise<Answer | string> {
  const { seconds = 15, signal, isAllowed = isPublicAddress } = options;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  try {
    if (isIP(host) !== 0 && !isAllowed(host)) throw new ForbiddenAddress();
    const answer = await send(url, method, { seconds, signal, lookup: guardedLookup(isAllowed) });
    const { location } = answer.headers;
    return { status: answer.statusCode ?? 0, ...(location === undefined ? {} : { location }) };
  } catch (error) {
    return reasonOf(error);
  }
}

function send(
  url: URL,
  method: string,
  { seconds, signal, lookup: look }: { seconds: number; signal: AbortSignal | undefined; lookup: LookupFunction },
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const open = url.protocol === 'https:' ? requestSecure : requestPlain;
  const limit = AbortSignal.timeout(seconds * 1_000);
  const sent: ClientRequest = open(url, {
    method,
    lookup: look,
    agent: false,
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    headers: { 'user-agent': 'Gongkai-link-check', accept: '*/*' },
    maxHeaderSize: 32 * 1024,
  });
  sent.once('response', (answer) => {
    resolve(answer);
    // Only that it answers is wanted.
    answer.once('error', () => {});
    sent.destroy();
  });
  sent.once('error', reject);
  sent.end();
  return promise;
}

/** Resolves a name and lets only those addresses through that may be connected to. */
const guardedLookup =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (name, options, done) => {
    lookup(name, { all: true, ...(options.family ? { family: options.family } : {}) }).then(
      (found) => {
        const allowed = found.filter(({ address }) => isAllowed(address));
        const [first] = allowed;
        // One forbidden address among several is a trap as well.
        if (!first || allowed.length < found.length) done(new ForbiddenAddress(), '', 0);
        else if (options.all) done(null, allowed);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };

function reasonOf(error: unknown): string {
  if (error instanceof ForbiddenAddress) return '指向内部网络的地址，公众打不开';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? error.name : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return '域名不存在或不能解析';
  if (name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT') return '长时间没有响应';
  if (/^(?:CERT|DEPTH|SELF|UNABLE|ERR_TLS|ERR_SSL)/.test(code)) return '网站的安全证书无效';
  return '连接不上';
}
