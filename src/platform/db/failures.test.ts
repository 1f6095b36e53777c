import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { isConnectionLost } from './failures.ts';

const failed = (more: object) => Object.assign(new Error('failed'), more);

test.each([
  ['the socket of a server on this machine that does not run', { code: 'ENOENT', syscall: 'connect' }],
  ['a port where nobody listens', { code: 'ECONNREFUSED', syscall: 'connect' }],
  ['a server that is told to stop', { code: '57P01' }],
  ['a connection that broke (class 08)', { code: '08006' }],
])('the database is away: %s', (_what, more) => {
  expect(isConnectionLost(failed(more))).toBe(true);
});

test.each([
  ['a file of the program that is gone', { code: 'ENOENT', syscall: 'open' }],
  ['a row that is there already', { code: '23505' }],
])('the database is not blamed for %s', (_what, more) => {
  expect(isConnectionLost(failed(more))).toBe(false);
});

test('a socket that is not there is told by the system as expected', async () => {
  const error = await new Promise((resolve) => createConnection('/nowhere/.s.PGSQL.5432').on('error', resolve));
  expect(isConnectionLost(error)).toBe(true);
});
