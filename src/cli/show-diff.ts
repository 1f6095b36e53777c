import type { CellChange, ParagraphChange, ReportDiff, TextChange } from '../report/domain/diff/index.ts';
import { displayTable, harmless, wrap } from './display.ts';
import type { Terminal } from './terminal.ts';

const fieldWords = { title: '标题', organ: '机关', year: '年度', form: '表式' } as const;
const ordinals = ['一', '二', '三', '四', '五', '六'];

/** A comparison for people: fields, cells in a table, what cannot be compared, paragraphs. */
export function showDiff(diff: ReportDiff, terminal: Terminal): string[] {
  const { width } = terminal;
  const { cells, paragraphs } = diff.summary;
  const lines = [terminal.paint(`${harmless(diff.before.name)} → ${harmless(diff.after.name)}`, 'bold')];
  for (const { path, before, after } of diff.fields) {
    lines.push(...wrap(`${fieldWords[path]}：${shown(before)} → ${shown(after)}`, width, '      '));
  }
  const unknown = cells.unknown > 0 ? `，两份都没有数 ${cells.unknown} 格` : '';
  const lone = cells.incomparable > 0 ? `，表式不同不能比较 ${cells.incomparable} 格` : '';
  lines.push('', `${terminal.paint('表格', 'bold')}：相同 ${cells.same} 格，变化 ${cells.changed} 格${unknown}${lone}`);
  if (diff.cells.length > 0) lines.push(...cellLines(diff.cells, width));
  for (const { reason } of diff.incomparable) lines.push(...wrap(`  ${reason}`, width, '    '));

  lines.push(
    '',
    `${terminal.paint('文字', 'bold')}：相同 ${paragraphs.same} 段，改写 ${paragraphs.changed} 段，新增 ${paragraphs.added} 段，删去 ${paragraphs.removed} 段`,
  );
  if (paragraphs.changed > 0) lines.push('  （[-删去的字-]{+增加的字+}）');
  for (const change of diff.text) lines.push(...textLines(change, terminal));
  return lines;
}

const shown = (value: string | number | null): string => (value === null ? '（空）' : harmless(String(value)));

function cellLines(changes: readonly CellChange[], width: number): string[] {
  const rows = changes.map((change) => [
    harmless(change.name),
    sideWords(change.before),
    sideWords(change.after),
    changeWords(change),
  ]);
  const columns = [
    { title: '单元格', yields: true as const },
    { title: '原', align: 'right' as const },
    { title: '现', align: 'right' as const },
    { title: '变化' },
  ];
  return displayTable(columns, rows, { width: width - 2 }).map((line) => `  ${line}`);
}

function sideWords({ state, value }: CellChange['before']): string {
  if (value !== null) return harmless(String(value)).slice(0, 20);
  return state === 'missing' ? '（缺）' : state === 'ambiguous' ? '（？）' : '（空）';
}

function changeWords({ kind, difference, percent }: CellChange): string {
  const size = `${(difference ?? '').replace('-', '')}${percent === null ? '' : `（${percent.replace('-', '')}%）`}`;
  return { increased: `增 ${size}`, decreased: `减 ${size}`, filled: '补填', emptied: '变空', different: '改写' }[kind];
}

function textLines({ path, heading, paragraphs }: TextChange, terminal: Terminal): string[] {
  const number = Number(path.split('.')[1] ?? -1);
  const name = number >= 0 ? `${ordinals[number]}、` : '正文开头';
  const title = heading
    ? heading.before === heading.after
      ? harmless(heading.after)
      : `${shown(heading.before || null)} → ${shown(heading.after || null)}`
    : '';
  return [`  ${name}${title}`, ...paragraphs.flatMap((paragraph) => paragraphLines(paragraph, terminal))];
}

function paragraphLines({ kind, before, after, marks }: ParagraphChange, terminal: Terminal): string[] {
  const text =
    kind === 'changed'
      ? marks
          .map((mark) => ({ same: mark.text, removed: `[-${mark.text}-]`, added: `{+${mark.text}+}` })[mark.kind])
          .join('')
      : (before ?? after ?? '');
  const sign = { removed: '-', added: '+', changed: '~' }[kind];
  const style = { removed: 'red', added: 'green', changed: 'yellow' } as const;
  const [first = '', ...rest] = wrap(`    ${sign} ${harmless(text)}`, terminal.width, '      ');
  return [terminal.paint(first, style[kind]), ...rest.map((line) => terminal.paint(line, style[kind]))];
}
