import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configurationMarkdown } from './documentation.ts';
import { readConfig } from './index.ts';
import { projectFolder } from './resources.ts';

describe('the environment decides', () => {
  test('an empty environment gives the defaults', () => {
    expect(readConfig({ PORT: '', HOST: '  ' })).toMatchObject({
      ok: true,
      value: {
        port: 8080,
        host: '127.0.0.1',
        logLevel: 'info',
        trustedProxies: [],
        requestsPerMinute: 3_000,
        shutdownSeconds: 10,
        databaseUrl: {},
        s3Endpoint: {},
        s3PathStyle: true,
        virusScanner: {},
        attachmentReserveMegabytes: 1024,
        dataFolder: join(projectFolder(), 'data'),
      },
    });
  });

  test.each([
    ['PORT', '0', 'port', 0],
    ['PORT', ' 65535 ', 'port', 65_535],
    ['HOST', '::', 'host', '::'],
    ['HOST', 'gongkai.lan', 'host', 'gongkai.lan'],
    ['LOG_LEVEL', 'WARN', 'logLevel', 'warn'],
    ['TRUST_PROXY', '10.0.0.1, 192.168.0.0/16,fd00::/8', 'trustedProxies', ['10.0.0.1', '192.168.0.0/16', 'fd00::/8']],
    ['RATE_LIMIT', '1', 'requestsPerMinute', 1],
    ['DATABASE_URL', 'postgresql://u:p@db.lan/g', 'databaseUrl', { url: 'postgresql://u:p@db.lan/g' }],
    ['DATA_DIR', '/srv/gongkai', 'dataFolder', '/srv/gongkai'],
    ['S3_ENDPOINT', 'https://s3.lan:9000', 's3Endpoint', { url: 'https://s3.lan:9000' }],
    ['S3_BUCKET', 'yunxi-gongkai', 's3Bucket', 'yunxi-gongkai'],
    ['S3_PATH_STYLE', 'false', 's3PathStyle', false],
    ['S3_SECRET_KEY', 'a/b+c=', 's3SecretKey', { value: 'a/b+c=' }],
    ['S3_SECRET_KEY_FILE', '/run/secrets/s3', 's3SecretKeyFile', { path: '/run/secrets/s3' }],
    ['METRICS_TOKEN', 'a-token-of-16-or-more', 'metricsToken', { value: 'a-token-of-16-or-more' }],
    ['BACKUP_DIR', '/mnt/backup', 'backupFolder', { path: '/mnt/backup' }],
    ['BACKUP_SCHEDULE', '*/30 8-18 * * 1,2', 'backupSchedule', '*/30 8-18 * * 1,2'],
    ['CLAMD', '/run/clamav/clamd.ctl', 'virusScanner', { path: '/run/clamav/clamd.ctl' }],
    ['CLAMD', 'scanner.lan:3310', 'virusScanner', { host: 'scanner.lan', port: 3310 }],
    ['CLAMD', 'tcp://[fd00::1]:3310', 'virusScanner', { host: 'fd00::1', port: 3310 }],
  ])('%s=%s is taken', (variable, written, key, value) => {
    const config = readConfig({ [variable]: written });
    expect(config.ok && config.value[key as keyof typeof config.value]).toEqual(value);
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '8080x'],
    ['PORT', '１'],
    ['HOST', 'http://here'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', '10.0.0.300'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['TRUST_PROXY', 'true'],
    ['RATE_LIMIT', '0'],
    ['SHUTDOWN_SECONDS', '0.5'],
    ['BACKUP_SCHEDULE', 'daily'],
    ['BACKUP_KEEP', '0'],
    ['S3_ENDPOINT', 's3.lan:9000'],
    ['S3_ENDPOINT', 'https://key:secret@s3.lan'],
    ['S3_BUCKET', 'a/b'],
    ['S3_PATH_STYLE', 'yes'],
    ['CLAMD', 'scanner.lan'],
    ['CLAMD', 'scanner.lan:99999'],
    ['ATTACHMENT_RESERVE_MB', '1 GB'],
  ])('%s=%s is refused with its name, its value and what it should be', (variable, written) => {
    const config = readConfig({ [variable]: written });
    expect(!config.ok && config.problem.message).toMatch(`环境变量 ${variable} 的值“${written}”无效，应为`);
  });

  test('all that is wrong is said at once', () => {
    const config = readConfig({ PORT: 'x', HOST: '/', LOG_LEVEL: '?' });
    expect(!config.ok && config.problem.message.split('\n')).toHaveLength(3);
  });

  test('every variable stands in the documentation', () => {
    for (const variable of ['PORT', 'HOST', 'LOG_LEVEL', 'TRUST_PROXY', 'RATE_LIMIT', 'SHUTDOWN_SECONDS']) {
      expect(configurationMarkdown()).toContain(`| \`${variable}\` |`);
    }
  });

  test('a secret is not repeated when it is refused', () => {
    const config = readConfig({ DATABASE_URL: 'mysql://user:geheim@db/x' });
    expect(config.ok).toBe(false);
    expect(config.ok || config.problem.message).toMatch(/DATABASE_URL 的值无效/);
    expect(config.ok || config.problem.message).not.toContain('geheim');
  });
});
