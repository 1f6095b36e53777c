import { readBlocks } from './build.ts';
import type { Block, Inline } from './model.ts';

/**
 * The words of a rich text, one block a line: a paragraph, a heading, an item of a list, a row of a table (its cells parted
 * by tabs). A break within a block is a blank; a picture is what it is called.
 *
 * @param html as `cleanHtml` gives it
 * @example `<h2>一、依据</h2><table><tbody><tr><td>张三</td><td>三组</td></tr></tbody></table>` is `一、依据`, `张三⇥三组`
 */
export const blocksOf = (html: string): string[] =>
  readBlocks(html)
    .flatMap(linesOf)
    .filter((line) => line.trim() !== '');

/** The same as one text with line ends. */
export const textOfHtml = (html: string): string => blocksOf(html).join('\n');

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [wordsOf(block.inlines)];
    case 'quote':
      return block.blocks.flatMap(linesOf);
    case 'rule':
      return [];
    case 'figure':
      return [wordsOf([block.picture]), wordsOf(block.caption)];
    case 'list':
      return block.items.flatMap((item) => item.flatMap(linesOf));
    case 'table':
      return block.rows.map((cells) => cells.map(({ blocks }) => blocks.flatMap(linesOf).join(' ')).join('\t'));
  }
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'picture' ? inline.alt : ' '))
    .join('');
}

/** The ids of the attachments that are shown as pictures in a text, each once. */
export const picturesOf = (html: string): string[] => [
  ...new Set([...html.matchAll(/<img src="attachment:([0-9a-f-]{36})"/g)].map(([, id]) => id as string)),
];
