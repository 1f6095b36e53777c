import { expect, it } from 'vitest';
import { instantInChina } from './instant-in-china.ts';

it('定时发布的钟点是中国的钟点，不论电脑设在哪个时区', () => {
  expect(new Date(instantInChina('2026-03-02T09:30')).toISOString()).toBe('2026-03-02T01:30:00.000Z');
});
