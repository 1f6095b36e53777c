import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { keyShape, parseKeys } from '../crypto/index.ts';
import { projectFolder } from './resources.ts';

/** One environment variable: what it is called, what may stand in it, what it is for. */
export interface Setting<T> {
  variable: string;
  /** What counts when the variable is absent, as it would be written. */
  standard: string;
  /** What may stand in it, in Chinese, to follow 应为. */
  shape: string;
  /** What it decides, in Chinese, for the operator. */
  meaning: string;
  /** Never repeated in a message. */
  secret?: true;
  /** The value, or undefined when the text is not of the shape. */
  parse(written: string): T | undefined;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every environment variable the program reads. */
export const settings = {
  port: {
    variable: 'PORT',
    standard: '8080',
    shape: ' 0 至 65535 之间的整数（0 表示任选一个空闲端口）',
    meaning: '网页服务监听的端口',
    parse: (written) => wholeNumber(written, 0, 65_535),
  },
  host: {
    variable: 'HOST',
    standard: '127.0.0.1',
    shape: '本机的 IP 地址或主机名（0.0.0.0 表示本机所有网卡）',
    meaning: '网页服务监听的地址；默认只有本机可以访问',
    parse: (written) => (isIP(written) !== 0 || /^[a-z0-9.-]+$/i.test(written) ? written : undefined),
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    standard: 'embedded',
    shape: '“postgresql://用户:密码@主机:端口/数据库”形式的地址，或 embedded（使用自带的 PostgreSQL）',
    meaning: '数据库；默认使用自带的 PostgreSQL，其他须为 15 以上版本',
    secret: true,
    parse: (written): { url?: string } | undefined => {
      if (written === 'embedded') return {};
      return /^postgres(ql)?:\/\/\S+$/.test(written) && URL.canParse(written) ? { url: written } : undefined;
    },
  },
  dataFolder: {
    variable: 'DATA_DIR',
    standard: 'data',
    shape: '文件夹的路径',
    meaning: '数据文件夹，存放自带数据库、附件和密钥；相对路径从项目文件夹算起',
    parse: (written) => resolve(projectFolder(), written),
  },
  sealingKeys: {
    variable: 'GONGKAI_KEY',
    standard: 'file',
    shape: `${keyShape}，或 file（使用数据文件夹中自动生成的密钥文件）`,
    meaning: '加密个人信息的密钥；默认保存在数据文件夹的 keys 中',
    secret: true,
    parse: (written): { keys?: string } | undefined => {
      if (written === 'file') return {};
      return parseKeys(written) ? { keys: written } : undefined;
    },
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    standard: 'info',
    shape: `${logLevels.join('、')} 之一`,
    meaning: '运行日志的详细程度；日志写到标准错误输出，不含文件名、查询内容和个人信息',
    parse: (written) => logLevels.find((level) => level === written.toLowerCase()),
  },
  trustedProxies: {
    variable: 'TRUST_PROXY',
    standard: 'none',
    shape: '反向代理的 IP 地址或网段，多个之间用逗号分隔（none 表示没有反向代理）',
    meaning: '只有来自这些地址的 X-Forwarded-* 请求头才被采信',
    parse: addressList,
  },
  requestsPerMinute: {
    variable: 'RATE_LIMIT',
    standard: '3000',
    shape: '大于 0 的整数',
    meaning: '每个来源地址每分钟最多的请求数，超出后提示稍后再试',
    parse: (written) => wholeNumber(written, 1, 1_000_000),
  },
  shutdownSeconds: {
    variable: 'SHUTDOWN_SECONDS',
    standard: '10',
    shape: ' 1 至 600 之间的整数',
    meaning: '停止服务时，等待正在处理的请求完成的最长时间（秒）',
    parse: (written) => wholeNumber(written, 1, 600),
  },
  metricsToken: {
    variable: 'METRICS_TOKEN',
    standard: 'none',
    shape: '至少 16 个字符的口令，不含空格（none 表示没有）',
    meaning: '监控系统从其他机器读取 `/metrics` 时须出示的口令；没有口令时只有本机能读',
    secret: true,
    parse: (written): { value?: string } | undefined => {
      if (written === 'none') return {};
      return /^[\x21-\x7e]{16,512}$/.test(written) ? { value: written } : undefined;
    },
  },
  backupFolder: {
    variable: 'BACKUP_DIR',
    standard: 'none',
    shape: '文件夹的路径（none 表示不定时备份）',
    meaning: '定时备份存放的文件夹，应在另一块磁盘或网络存储上；设置后按 `BACKUP_SCHEDULE` 自动备份',
    parse: (written): { path?: string } | undefined =>
      written === 'none' ? {} : { path: resolve(projectFolder(), written) },
  },
  backupSchedule: {
    variable: 'BACKUP_SCHEDULE',
    standard: '30 1 * * *',
    shape: ' cron 的五段时间（北京时间），如“30 1 * * *”表示每天 1 时 30 分',
    meaning: '定时备份的时间；到时没有开机的，开机后补做一次',
    parse: (written) => (/^[\d*/,-]+(?: +[\d*/,-]+){4}$/.test(written) ? written : undefined),
  },
  backupsKept: {
    variable: 'BACKUP_KEEP',
    standard: '14',
    shape: ' 1 至 1000 之间的整数',
    meaning: '定时备份保留的份数；新的一份核对完整后才删除最旧的',
    parse: (written) => wholeNumber(written, 1, 1_000),
  },
  s3Endpoint: {
    variable: 'S3_ENDPOINT',
    standard: 'none',
    shape: '“https://主机[:端口]”形式的地址（none 表示不用）',
    meaning: '存放附件的 S3 兼容存储服务；默认存放在数据文件夹里',
    parse: (written): { url?: string } | undefined => {
      if (written === 'none') return {};
      return /^https?:\/\/[^\s/@]+\/?$/.test(written) && URL.canParse(written) ? { url: written } : undefined;
    },
  },
  s3Bucket: {
    variable: 'S3_BUCKET',
    standard: 'gongkai',
    shape: '存储桶的名称（小写字母、数字、点和连字符）',
    meaning: '存放附件的存储桶，须先建立，只供本系统使用',
    parse: (written) => (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(written) ? written : undefined),
  },
  s3Region: {
    variable: 'S3_REGION',
    standard: 'us-east-1',
    shape: '存储服务给出的区域名称',
    meaning: '存储服务的区域；自建的服务一般不用改',
    parse: (written) => (/^[a-z0-9-]{1,64}$/i.test(written) ? written : undefined),
  },
  s3AccessKey: {
    variable: 'S3_ACCESS_KEY',
    standard: 'none',
    shape: '存储服务给出的访问密钥编号（none 表示没有）',
    meaning: '存储服务的访问密钥编号',
    parse: optionalWord,
  },
  s3SecretKey: {
    variable: 'S3_SECRET_KEY',
    standard: 'none',
    shape: '存储服务给出的访问密钥（none 表示没有）',
    meaning: '存储服务的访问密钥；写在文件里时改用 `S3_SECRET_KEY_FILE`',
    secret: true,
    parse: optionalWord,
  },
  s3SecretKeyFile: {
    variable: 'S3_SECRET_KEY_FILE',
    standard: 'none',
    shape: '文件的路径（none 表示没有）',
    meaning: '内容为存储服务访问密钥的文件',
    parse: (written): { path?: string } | undefined =>
      written === 'none' ? {} : { path: resolve(projectFolder(), written) },
  },
  s3PathStyle: {
    variable: 'S3_PATH_STYLE',
    standard: 'true',
    shape: ' true 或 false',
    meaning: '存储桶名称写在地址的路径里（true，自建的服务）还是主机名里（false，阿里云等公有云）',
    parse: (written) => ({ true: true, false: false })[written],
  },
  attachmentReserveMegabytes: {
    variable: 'ATTACHMENT_RESERVE_MB',
    standard: '1024',
    shape: ' 0 至 1000000 之间的整数',
    meaning: '数据文件夹所在磁盘至少保留的空间（MB）；低于这个数时拒绝上传附件，以免数据库写不进去',
    parse: (written) => wholeNumber(written, 0, 1_000_000),
  },
  virusScanner: {
    variable: 'CLAMD',
    standard: 'none',
    shape: ' clamd 的套接字文件路径（如 /run/clamav/clamd.ctl）或“主机:端口”（none 表示不查毒）',
    meaning: '查毒服务 ClamAV；设置后附件先查毒，查出病毒的不予接收',
    parse: scannerAddress,
  },
  oidcIssuer: {
    variable: 'OIDC_ISSUER',
    standard: 'none',
    shape: '“https://…”形式的地址（none 表示不用统一身份认证）',
    meaning: '统一身份认证（OpenID Connect）的签发者地址；设置后登录页多一个入口',
    parse: (written): { url?: string } | undefined => {
      if (written === 'none') return {};
      return /^https?:\/\/[^\s?#@]+$/.test(written) && URL.canParse(written) ? { url: written } : undefined;
    },
  },
  oidcClientId: {
    variable: 'OIDC_CLIENT_ID',
    standard: 'none',
    shape: '统一身份认证给出的客户端编号（none 表示没有）',
    meaning: '本系统在统一身份认证中的客户端编号；回调地址登记为“本系统地址/sign-in/oidc/callback”',
    parse: optionalWord,
  },
  oidcClientSecret: {
    variable: 'OIDC_CLIENT_SECRET',
    standard: 'none',
    shape: '统一身份认证给出的客户端密钥（none 表示没有）',
    meaning: '本系统在统一身份认证中的客户端密钥；写在文件里时改用 `OIDC_CLIENT_SECRET_FILE`',
    secret: true,
    parse: optionalWord,
  },
  oidcClientSecretFile: {
    variable: 'OIDC_CLIENT_SECRET_FILE',
    standard: 'none',
    shape: '文件的路径（none 表示没有）',
    meaning: '内容为客户端密钥的文件',
    parse: (written): { path?: string } | undefined =>
      written === 'none' ? {} : { path: resolve(projectFolder(), written) },
  },
  oidcName: {
    variable: 'OIDC_NAME',
    standard: '统一身份认证',
    shape: '不超过 20 个字的名称',
    meaning: '登录页上入口的名称',
    parse: (written) => ([...written].length <= 20 ? written : undefined),
  },
  oidcScope: {
    variable: 'OIDC_SCOPE',
    standard: 'openid profile',
    shape: '以空格分隔、含有 openid 的范围名称',
    meaning: '向统一身份认证请求的信息范围',
    parse: (written) =>
      /^[\x21-\x7e ]+$/.test(written) && written.split(' ').includes('openid') ? written : undefined,
  },
  oidcLoginClaim: {
    variable: 'OIDC_LOGIN_CLAIM',
    standard: 'preferred_username',
    shape: '声明的名称',
    meaning: '统一身份认证的哪一项声明是本系统的登录名；须是由认证平台分配、本人不能改动的一项',
    parse: (written) => (/^[\w.:/-]{1,128}$/.test(written) ? written : undefined),
  },
  oidcSecondFactor: {
    variable: 'OIDC_SECOND_FACTOR',
    standard: 'none',
    shape: '逗号分隔的 amr 或 acr 值（none 表示不采信，仍按本系统的规定使用动态验证码）',
    meaning: '统一身份认证返回哪些鉴别方式时，视为已经使用两种鉴别方式',
    parse: (written) =>
      written === 'none'
        ? []
        : written
            .split(',')
            .map((each) => each.trim())
            .filter(Boolean),
  },
} satisfies Record<string, Setting<unknown>>;

export type SettingValues = {
  [Key in keyof typeof settings]: NonNullable<ReturnType<(typeof settings)[Key]['parse']>>;
};

function wholeNumber(written: string, least: number, most: number): number | undefined {
  const value = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

function addressList(written: string): string[] | undefined {
  if (written === 'none') return [];
  const addresses = written.split(',').map((each) => each.trim());
  return addresses.every(isAddressOrRange) ? addresses : undefined;
}

function isAddressOrRange(written: string): boolean {
  const [address = '', bits, ...rest] = written.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || wholeNumber(bits, 0, version === 4 ? 32 : 128) !== undefined;
}

function optionalWord(written: string): { value?: string } | undefined {
  if (written === 'none') return {};
  return /^\S{1,512}$/.test(written) ? { value: written } : undefined;
}

function scannerAddress(written: string): { path?: string; host?: string; port?: number } | undefined {
  if (written === 'none') return {};
  if (/^(?:\/|\\\\[.]\\pipe\\)\S+$/.test(written)) return { path: written };
  const [, host, bracketed, port = ''] =
    /^(?:tcp:\/\/)?(?:([a-z0-9.-]+)|\[([0-9a-f:]+)\]):(\d{1,5})$/i.exec(written) ?? [];
  const number = wholeNumber(port, 1, 65_535);
  const name = host ?? bracketed;
  return name !== undefined && number !== undefined ? { host: name, port: number } : undefined;
}
