import { once } from 'node:events';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { type Failure, failure, type Result, success } from '../../kernel/result.ts';

/**
 * Starts listening; the value is the addresses people can open, the likeliest first. A place that
 * cannot be listened on is refused with what to do.
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<Result<string[]>> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    return explain(error, host, port);
  }
  const address = app.server.address();
  return success(addressesFor(host, typeof address === 'object' && address ? address.port : port));
}

/** Whether a place can be listened on, asked before all that takes its time; it may be taken a moment later. */
export async function tryListening(host: string, port: number): Promise<Result<undefined>> {
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return success(undefined);
  } catch (error) {
    return explain(error, host, port);
  }
}

function explain(error: unknown, host: string, port: number): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return failure(
      'port-in-use',
      `端口 ${port} 已被其他程序占用（也可能是本系统已在运行）。请先停止该程序，或用环境变量 PORT 换一个端口，例如 PORT=${port + 1}。`,
    );
  }
  if (code === 'EACCES') {
    return failure('port-forbidden', `没有权限使用端口 ${port}。请用环境变量 PORT 换一个 1024 以上的端口。`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return failure('host-not-here', `本机没有地址“${host}”。请检查环境变量 HOST。`);
  }
  throw error;
}

function addressesFor(host: string, port: number): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => each.family === 'IPv4' && !each.internal)
    .map((each) => `http://${each.address}:${port}`);
  return [`http://127.0.0.1:${port}`, ...others];
}
