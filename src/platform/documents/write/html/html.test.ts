import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { PrintableBlock, PrintableDocument, PrintableTable } from '../../../../kernel/printable-document.ts';
import { writeHtml } from './index.ts';

type Element = DefaultTreeAdapterTypes.Element;

function elements(html: string, name?: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node && (name === undefined || node.tagName === name)) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(html));
  return found;
}
const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((each) => each.name === name)?.value;
const text = (node: DefaultTreeAdapterTypes.Node): string =>
  node.nodeName === '#text' && 'value' in node
    ? node.value
    : 'childNodes' in node
      ? node.childNodes.map(text).join('')
      : '';
const page = (...blocks: PrintableBlock[]): PrintableDocument => ({ title: '题<名>', blocks });

const table: PrintableTable = {
  kind: 'table',
  name: '申请情况',
  columns: [1, 1, 1],
  head: [
    [
      { text: '项目', header: 'column', rowSpan: 2 },
      { text: '申请人', header: 'column', columnSpan: 2 },
    ],
    [
      { text: '自然人', header: 'column' },
      { text: '总计', header: 'column' },
    ],
  ],
  groups: [
    [[{ text: '新收', header: 'row', vertical: true }, { text: '3', numeric: true }, { text: '' }]],
    [
      [
        { text: '信息内容', header: 'column' },
        { text: '件数', header: 'column', columnSpan: 2 },
      ],
      [
        { text: '规章', header: 'row' },
        { text: '甲<乙>\n丙', columnSpan: 2, align: 'left', marked: true },
      ],
    ],
  ],
  density: 'compact',
  together: true,
};

describe('a page', () => {
  const html = writeHtml(
    page(
      { kind: 'title', parts: ['石桥镇', '2024年报告'] },
      { kind: 'heading', level: 1, text: '一、总体情况' },
      { kind: 'heading', level: 2, text: '（一）主动公开' },
      { kind: 'paragraph', role: 'body', runs: [{ text: '办理3件。', kind: 'marked' }] },
      { kind: 'signature', lines: ['石桥镇', ''] },
      table,
    ),
  );

  it('says its language and title, and its headings are headings', () => {
    expect(html.startsWith('<!DOCTYPE html>')).toBe(true);
    expect(attribute(elements(html, 'html')[0], 'lang')).toBe('zh-CN');
    expect(elements(html, 'title').map(text)).toEqual(['题<名>']);
    expect(elements(html, 'h1').map(text)).toEqual(['石桥镇2024年报告']);
    expect(elements(html, 'h2').map(text)).toEqual(['一、总体情况']);
    expect(elements(html, 'h3').map(text)).toEqual(['（一）主动公开']);
    expect(elements(html, 'mark').map(text)).toEqual(['办理3件。']);
  });

  it('fetches nothing and runs nothing', () => {
    expect(html).not.toMatch(/https?:|url\(|@import|<script|<link|\ssrc=|\shref=/i);
  });

  it('prints on A4 with the margins of official documents and page numbers', () => {
    const [style] = elements(html, 'style').map(text);
    expect(style).toContain('@page { size: A4; margin: 37mm 26mm 35mm 28mm; }');
    expect(style).toContain('counter(page)');
  });

  it('has every id once', () => {
    const ids = elements(html).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a table', () => {
  const html = writeHtml(page(table));
  const byId = new Map(elements(html, 'th').map((header) => [attribute(header, 'id'), text(header)]));
  const headers = (cell: Element) => (attribute(cell, 'headers') ?? '').split(' ').map((id) => byId.get(id));

  it('names for every value the headers that speak for it, and no others', () => {
    expect(elements(html, 'td').map((cell) => [text(cell), headers(cell)])).toEqual([
      ['3', ['申请人', '自然人', '新收']],
      ['', ['申请人', '总计', '新收']],
      ['甲<乙>丙', ['申请人', '自然人', '总计', '件数', '规章']],
    ]);
  });

  it('says of every header whether it is one of a column or a row', () => {
    const scopes = elements(html, 'th').map((header) => attribute(header, 'scope'));
    expect(scopes).toEqual(['col', 'col', 'col', 'col', 'row', 'col', 'col', 'row']);
  });

  it('has a caption, a head that is repeated in print, and a body for every group', () => {
    expect(elements(html, 'caption').map(text)).toEqual(['申请情况']);
    expect(elements(html, 'thead')).toHaveLength(1);
    expect(elements(html, 'tbody')).toHaveLength(2);
    expect(elements(html, 'tr')).toHaveLength(5);
  });

  it('can be reached and scrolled by keyboard where it is wider than the screen', () => {
    const region = elements(html, 'div').find((each) => attribute(each, 'role') === 'region');
    expect(attribute(region, 'tabindex')).toBe('0');
    expect(attribute(region, 'aria-labelledby')).toBe(attribute(elements(html, 'caption')[0], 'id'));
  });

  it('merges cells and breaks lines', () => {
    expect(html).toContain('rowspan="2"');
    expect(html).toContain('甲&lt;乙&gt;<br>丙');
  });
});
