import { describe, expect, test } from 'vitest';
import { may } from '../domain/policy.ts';
import { roleKeys } from '../domain/role.ts';
import { type AccessibleRoute, accessMarkdown, mayCall } from './access.ts';

const route = (path: string, access: AccessibleRoute['access']): AccessibleRoute => ({
  method: 'GET',
  path,
  summary: '查看',
  access,
});

describe('the page of who may call what', () => {
  test('has one line for each route, with a dot for each role the policy lets through', () => {
    const lines = accessMarkdown([
      route('/b', may('read-audit')),
      route('/a', 'signed-in'),
      route('/c', 'anyone'),
    ]).split('\n');
    expect(lines.find((line) => line.includes('GET /b'))).toBe(
      '| `GET /b` | 查看 |  |  |  |  |  |  |  |  |  |  |  |  | ● |',
    );
    expect(lines.find((line) => line.includes('GET /a'))?.match(/●/g)).toHaveLength(roleKeys.length + 1);
    expect(lines.find((line) => line.includes('GET /c'))).toContain('不需登录');
    expect(lines.findIndex((line) => line.includes('/a'))).toBeLessThan(lines.findIndex((line) => line.includes('/b')));
  });

  test('asks the policy itself, for somebody without a post too', () => {
    expect(mayCall(route('/b', may('read-audit')), 'audit-administrator')).toBe(true);
    expect(mayCall(route('/b', may('read-audit')), 'chief-leader')).toBe(false);
    expect(mayCall(route('/b', may('read-organs')), undefined)).toBe(false);
    expect(mayCall(route('/b', 'signed-in'), undefined)).toBe(true);
  });
});
