import { describe, expect, test } from 'vitest';
import { checksMarkdown } from './documentation.ts';
import { rules } from './index.ts';

describe('the list of rules', () => {
  const text = checksMarkdown();

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s stands there with formula, source and cases',
    (id, rule) => {
      const entry = text.slice(text.indexOf(`### ${id}\n`)).split('\n##')[0] as string;
      expect(entry).toContain(rule.formula);
      expect(entry).toContain(rule.source);
      expect(entry).toMatch(/- Fires when \S.+\.\n- Silent when \S.+\./);
      expect(text).toContain(`(#${id.toLowerCase()})`);
    },
  );

  test('ends with one line break and says that it is generated', () => {
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).toContain('Do not edit');
  });
});
