import pg from 'pg';
import { failure, type Result, success } from '../../../kernel/result.ts';
import type { DatabaseServer } from './contract.ts';

const oldestMajor = 15;

/** Tries out the server that DATABASE_URL names. No refusal repeats the address as it was written: there is a password in it. */
export async function reachExternalServer(databaseUrl: string): Promise<Result<DatabaseServer>> {
  const tryOut = () => tryServer(databaseUrl);
  const reached = await tryOut();
  if (!reached.ok) return reached;
  return success({
    connection: { connectionString: databaseUrl },
    embedded: false,
    ensureRunning: tryOut,
    // It is somebody else's server.
    leave: async () => {},
  });
}

async function tryServer(databaseUrl: string): Promise<Result<void>> {
  const client = makeClient(databaseUrl);
  if (!client) {
    return failure(
      'database-url-malformed',
      'DATABASE_URL 的写法不对，应为 postgresql://用户名:密码@主机:5432/数据库名；密码里的特殊字符要写成百分号编码（例如 @ 写成 %40，# 写成 %23）。',
    );
  }
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    );
    return judgeServer(Number(rows[0].version), rows[0].encoding);
  } catch (error) {
    return explain(error as NodeJS.ErrnoException, client);
  } finally {
    await client.end().catch(() => {});
  }
}

function makeClient(databaseUrl: string): pg.Client | undefined {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) return undefined;
  try {
    return new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  } catch {
    return undefined;
  }
}

/** `version` as PostgreSQL numbers it: 180004 is 18.4. */
function judgeServer(version: number, encoding: string): Result<void> {
  const major = Math.floor(version / 10_000);
  if (major < oldestMajor) {
    return failure(
      'database-too-old',
      `DATABASE_URL 指定的数据库是 PostgreSQL ${major}，本系统需要 ${oldestMajor} 或更新的版本。请升级该数据库，或者不设 DATABASE_URL 而使用内置数据库。`,
    );
  }
  if (encoding !== 'UTF8') {
    return failure(
      'database-encoding',
      `DATABASE_URL 指定的数据库的编码是 ${encoding}，不能保存全部汉字。请新建一个编码为 UTF8 的数据库。`,
    );
  }
  return success(undefined);
}

function explain(error: NodeJS.ErrnoException, client: pg.Client) {
  const place = `${client.host}:${client.port}`;
  const name = client.database ?? '';
  const refuse = (code: string, sentence: string) => failure(code, `连不上 DATABASE_URL 指定的数据库：${sentence}`);
  switch (error.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return refuse('database-host-unknown', `找不到主机 ${client.host}。请核对主机名和本机的域名解析。`);
    case 'ECONNREFUSED':
    case 'ENOENT':
      return refuse('database-unreachable', `${place} 没有数据库在运行。请核对主机和端口，确认数据库已经启动。`);
    case '28P01':
    case '28000':
      return refuse(
        'database-login',
        `${place} 不接受用户 ${client.user}。请核对用户名和密码，以及该数据库是否允许本机登录。`,
      );
    case '3D000':
      return refuse(
        'database-name',
        `${place} 没有名为 ${name} 的数据库。请先建立：create database ${name} encoding 'UTF8'。`,
      );
    case '42501':
      return refuse('database-login', `用户 ${client.user} 无权连接数据库 ${name}。请由数据库管理员授权。`);
    case '53300':
      return refuse('database-crowded', `${place} 的连接数已满。请稍后再试，或由数据库管理员调高 max_connections。`);
    case '57P03':
      return refuse('database-not-ready', `${place} 的数据库正在启动或关闭。请稍后再试。`);
  }
  if (/password must be a (non-empty )?string/.test(error.message)) {
    return refuse('database-login', `${place} 要求密码，而 DATABASE_URL 里没有。`);
  }
  if (/SSL|certificate|self.signed/i.test(error.message)) {
    return refuse('database-tls', `与 ${place} 的加密连接没有建立。请核对数据库的证书和 DATABASE_URL 里的 sslmode。`);
  }
  return refuse('database-unreachable', `${place} 没有应答（${error.code ?? '超时'}）。请核对地址、网络和防火墙。`);
}
