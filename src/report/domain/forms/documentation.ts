import type { BlockDeclaration, ColumnDeclaration, Form, TableKey } from './index.ts';
import { equations, formCells, forms, fullRowLabel, tableKeys, tableName } from './index.ts';

/** The declared forms as `docs/forms.md`: sections, tables with labels, variants and paths, sums. */
export function formsMarkdown(): string {
  return `${[
    '# Forms of the annual report',
    '',
    '<!-- Generated from src/report/domain/forms by `npm run generate`. Do not edit. -->',
    '',
    'What a form holds, as the code declares it. A cell of the interchange format has the path `table.row.column`,',
    'e.g. `requests.disclosed.natural`. Variants are wordings found in published reports that are read as the same.',
    '',
    ...forms.map((form) => `- [Form ${form.id}](#form-${form.id}): ${form.instrument}, ${yearWords(form)}`),
    '',
    ...forms.flatMap(describeForm),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function describeForm(form: Form): string[] {
  return [
    `## Form ${form.id}`,
    '',
    `${form.instrument}, ${yearWords(form)}. ${formCells(form).length} cells.`,
    '',
    ...markdownTable(
      ['No.', 'Section', 'Variants'],
      form.sections.map(({ number, heading, variants }) => [String(number), heading, listed(variants)]),
    ),
    ...tableKeys.flatMap((key) => describeTable(form, key)),
    ...describeSums(form),
  ];
}

const yearWords = ({ years: { from, to } }: Form): string =>
  to === undefined ? `reports for ${from} and later` : `reports for ${from} to ${to}`;

function describeTable(form: Form, key: TableKey): string[] {
  const { blocks, section } = form.tables[key];
  return [
    `### Form ${form.id}, ${tableName(form, key)} \`${key}\``,
    '',
    `In section ${section}, ${form.sections[section - 1]?.heading ?? ''}.`,
    '',
    ...groupByColumns(blocks).flatMap((group) => describeBlocks(key, group)),
  ];
}

/** Neighbouring blocks with the same columns are described together. */
function groupByColumns(blocks: readonly BlockDeclaration[]): BlockDeclaration[][] {
  const groups: BlockDeclaration[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.[0]?.columns === block.columns) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function describeBlocks(table: TableKey, blocks: readonly BlockDeclaration[]): string[] {
  const columns = blocks[0]?.columns ?? [];
  return [
    ...markdownTable(
      ['Column', 'Label', 'Variants', 'Kind'],
      columns.map((column) => [
        `\`${column.key}\``,
        column.group ? `${column.group}—${column.label}` : column.label,
        listed(column.variants),
        kindWords(column),
      ]),
    ),
    ...markdownTable(
      ['Row', 'Label', 'Variants', 'Block', 'Basis'],
      blocks.flatMap((block) =>
        block.rows.map((row) => [
          `\`${table}.${row.key}\``,
          fullRowLabel({ block, row }),
          listed(row.variants),
          block.caption,
          row.basis ?? '',
        ]),
      ),
    ),
  ];
}

const kindWords = ({ kind, unit }: ColumnDeclaration): string =>
  ({ count: 'whole number', change: 'whole number with a sign', money: `decimal text, ${unit ?? ''}` })[kind];

function describeSums(form: Form): string[] {
  const all = equations(form);
  return [
    `### Form ${form.id}, sums`,
    '',
    ...markdownTable(
      ['Rule', 'Sum', 'Source', 'Equations'],
      form.sums.map((sum) => [
        `[${sum.rule}](checks.md#${sum.rule.toLowerCase()})`,
        sum.words,
        sum.source,
        String(all.filter((equation) => equation.sum === sum).length),
      ]),
    ),
  ];
}

const listed = (variants: readonly string[]): string => variants.join('；');

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}
