import { annualReportSchema } from '../annual-report.ts';
import { reportCheckSchema, severities } from '../finding.ts';
import type { BlockDeclaration, CellKind, Form, TableKey } from '../forms/index.ts';
import { forms, fullRowLabel, tableKeys } from '../forms/index.ts';
import { cellShapes, largestExactNumber } from './cell-shape.ts';
import { noteKinds, sha256Pattern } from './parse.ts';
import { count, exactly, head, type Schema, string, text, textOrNull } from './schema-words.ts';

/**
 * The JSON Schema (draft 2020-12) of the interchange format, generated from the forms. It accepts
 * what `parseAnnualReport` accepts; a property test holds the two together.
 */
export function annualReportJsonSchema(): object {
  return {
    ...head(annualReportSchema, '政府信息公开工作年度报告（交换格式）'),
    description: '空白为 null，“/”等照原文写成文字，0 只表示原文写着 0；金额一律用文字形式的十进制数。',
    type: 'object',
    properties: {
      schema: { const: annualReportSchema },
      form: { enum: forms.map((form) => form.id) },
      title: { description: '标题，照原文', ...textOrNull },
      organ: { description: '报告机关名称', ...textOrNull },
      year: {
        description: '报告年度',
        anyOf: [{ type: 'null' }, { type: 'integer', minimum: 1, maximum: 9999 }],
      },
      preamble: { description: '标题与第一部分之间的文字', ...string },
      notes: { type: 'array', items: { $ref: '#/$defs/note' } },
      source: { $ref: '#/$defs/source' },
    },
    required: ['schema', 'form', 'title', 'organ', 'year', 'preamble', 'notes'],
    oneOf: forms.map((form) => ({ $ref: `#/$defs/form${form.id}` })),
    $defs: {
      ...Object.fromEntries(forms.map((form) => [`form${form.id}`, formSchema(form)])),
      ...Object.assign({}, ...forms.map(rowSchemas)),
      ...Object.fromEntries(Object.keys(cellShapes).map((kind) => [kind, cellSchema(kind as CellKind)])),
      note: exactly(
        { path: string, kind: { enum: noteKinds }, message: string, quote: string },
        { description: '读取时修复、推断或未能读出的内容' },
      ),
      source: exactly({
        name: string,
        mediaType: string,
        sha256: { type: 'string', pattern: sha256Pattern },
        bytes: { type: 'integer', minimum: 0, maximum: largestExactNumber },
      }),
    },
  };
}

/** The JSON Schema (draft 2020-12) of a check result, `gongkai.report-check/1`. */
export function reportCheckJsonSchema(): object {
  return {
    ...head(reportCheckSchema, '年度报告检查结果'),
    ...exactly({
      schema: { const: reportCheckSchema },
      file: string,
      findings: {
        type: 'array',
        items: exactly({
          rule: { type: 'string', pattern: '^[A-Z0-9]+(-[A-Z0-9]+)*$' },
          severity: { enum: severities },
          paths: { type: 'array', items: string },
          message: text,
          expected: string,
          found: string,
        }),
      },
      summary: exactly(Object.fromEntries(severities.map((severity) => [severity, count]))),
    }),
  };
}

function formSchema(form: Form): Schema {
  return {
    description: form.instrument,
    type: 'object',
    required: ['form', 'sections', ...tableKeys],
    properties: {
      form: { const: form.id },
      sections: {
        type: 'array',
        prefixItems: form.sections.map((section) =>
          exactly({ number: { const: section.number }, heading: string, text: string }, { title: section.heading }),
        ),
        items: false,
        minItems: form.sections.length,
      },
      ...Object.fromEntries(tableKeys.map((key) => [key, tableSchema(form, key)])),
    },
  };
}

function tableSchema(form: Form, key: TableKey): Schema {
  const rows = form.tables[key].blocks.flatMap((block) =>
    block.rows.map(
      (row) => [row.key, { title: fullRowLabel({ block, row }), $ref: `#/$defs/${rowName(form, block)}` }] as const,
    ),
  );
  return exactly(Object.fromEntries(rows));
}

/** One definition for all rows with the same columns. */
function rowSchemas(form: Form): Record<string, Schema> {
  const blocks = tableKeys.flatMap((key) => form.tables[key].blocks);
  return Object.fromEntries(
    blocks.map((block) => [
      rowName(form, block),
      exactly(
        Object.fromEntries(
          block.columns.map((column) => [column.key, { title: column.label, $ref: `#/$defs/${column.kind}` }]),
        ),
      ),
    ]),
  );
}

/** E.g. `row2021-issued-repealed-inForce`. */
const rowName = (form: Form, { columns }: BlockDeclaration): string =>
  ['row', form.id, ...columns.map((column) => column.key)].join('-').replace('-', '');

function cellSchema(kind: CellKind): Schema {
  const { number, pattern } = cellShapes[kind];
  return {
    anyOf: [
      { type: 'null' },
      ...(number ? [{ type: 'number', minimum: -largestExactNumber, maximum: largestExactNumber }] : []),
      { type: 'string', pattern },
    ],
  };
}
