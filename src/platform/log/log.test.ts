import { describe, expect, test } from 'vitest';
import type { LogLevel } from '../config/settings.ts';
import { createLog } from './index.ts';

function linesOf(level: LogLevel, write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

const failed = () => {
  const error = new TypeError('张三的申请 2021-17 无法读取', { cause: new RangeError('身份证号') });
  return Object.assign(error, { code: 'E_BROKEN', document: '申请书.docx' });
};

describe('the log', () => {
  test('is one JSON object a line, with time and level in words', () => {
    const [line] = linesOf('info', (log) => log.info({ route: '/healthz' }, 'answered'));
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      route: '/healthz',
      msg: 'answered',
    });
  });

  test('of an error keeps kind, code and place, and nothing a person wrote', () => {
    const [line] = linesOf('info', (log) => log.error({ err: failed() }, 'failed'));
    expect(line?.err).toMatchObject({ type: 'TypeError', code: 'E_BROKEN', cause: { type: 'RangeError' } });
    expect(line?.err).toHaveProperty('stack.0', expect.stringContaining('log.test.ts'));
    expect(JSON.stringify(line)).not.toMatch(/张三|申请|身份证/);
  });

  test('says what the error said when the operator asks for detail', () => {
    const [line] = linesOf('debug', (log) => log.error({ err: failed() }, 'failed'));
    expect(line).toHaveProperty('err.message', '张三的申请 2021-17 无法读取');
  });

  test('keeps quiet below its level', () => {
    expect(linesOf('warn', (log) => log.info('answered'))).toEqual([]);
  });
});
