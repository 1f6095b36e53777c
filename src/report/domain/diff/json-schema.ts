import { forms } from '../forms/index.ts';
import { count, exactly, head, listOf, type Schema, string, text, textOrNull } from '../interchange/schema-words.ts';
import { reportDiffSchema } from './index.ts';

/** The JSON Schema (draft 2020-12) of a comparison, `gongkai.report-diff/1`. */
export function reportDiffJsonSchema(): object {
  const report = exactly({
    name: string,
    form: { enum: forms.map((form) => form.id) },
    title: textOrNull,
    organ: textOrNull,
    year: { anyOf: [{ type: 'null' }, { type: 'integer' }] },
  });
  const value: Schema = { anyOf: [{ type: 'null' }, { type: 'number' }, string] };
  const decimal: Schema = { anyOf: [{ type: 'null' }, { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' }] };
  const side = exactly({
    paths: { type: 'array', items: string, minItems: 1 },
    state: { enum: ['figure', 'text', 'blank', 'missing', 'ambiguous'] },
    value,
  });
  const paragraph = exactly({
    kind: { enum: ['removed', 'added', 'changed'] },
    before: textOrNull,
    after: textOrNull,
    marks: listOf(exactly({ kind: { enum: ['same', 'removed', 'added'] }, text: string })),
  });
  return {
    ...head(reportDiffSchema, '两份年度报告的比较'),
    ...exactly({
      schema: { const: reportDiffSchema },
      before: report,
      after: report,
      fields: listOf(exactly({ path: { enum: ['title', 'organ', 'year', 'form'] }, before: value, after: value })),
      cells: listOf(
        exactly({
          name: text,
          kind: { enum: ['increased', 'decreased', 'filled', 'emptied', 'different'] },
          before: side,
          after: side,
          difference: decimal,
          percent: decimal,
          message: text,
        }),
      ),
      incomparable: listOf(exactly({ side: { enum: ['before', 'after'] }, paths: listOf(string), reason: text })),
      text: listOf(
        exactly({
          path: { type: 'string', pattern: '^(preamble|sections\\.[0-5])$' },
          heading: { anyOf: [{ type: 'null' }, exactly({ before: string, after: string })] },
          same: count,
          paragraphs: listOf(paragraph),
        }),
      ),
      summary: exactly({
        cells: exactly({ same: count, changed: count, unknown: count, incomparable: count }),
        paragraphs: exactly({ same: count, changed: count, added: count, removed: count }),
      }),
    }),
  };
}
