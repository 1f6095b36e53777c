import { expect, test } from 'vitest';
import { contentColumnKeys } from '../../catalogue/domain/columns.ts';
import { kindOf } from '../../publication/domain/kinds/index.ts';
import { kindsFor } from './kinds-for.ts';

test('a column says of what kind a draft is: its own, several to choose from, or the general one', () => {
  expect(kindsFor('licences')).toEqual(['licence']);
  expect(kindsFor('budgets').length).toBeGreaterThan(1);
  expect(kindsFor('social-assistance')).toEqual(['other']);
  for (const column of contentColumnKeys) {
    for (const kind of kindsFor(column)) expect([column, 'other-statutory']).toContain(kindOf(kind).column);
  }
});
