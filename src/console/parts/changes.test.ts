import { expect, test } from 'vitest';
import { changedFields } from './changes.ts';

test.each([
  ['nothing when nothing was changed', { phone: '1', fax: '2' }, { phone: '1', fax: '2' }, {}],
  ['only what was changed', { phone: '1', fax: '2' }, { phone: '1', fax: '3' }, { fax: '3' }],
  ['what was made blank', { phone: '1' }, { phone: '' }, { phone: '' }],
  ['nothing of a field that was and is blank', {}, { phone: '' }, {}],
  ['nothing of a field that was not shown', { phone: '1' }, { phone: undefined }, {}],
])('a change sends %s', (_duty, before, after, sent) => {
  expect(changedFields<{ phone?: string | undefined; fax?: string }>(before, after)).toEqual(sent);
});
