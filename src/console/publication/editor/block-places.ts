import type { Node } from '@tiptap/pm/model';

/** Where in the words of a text something stands: in which block with words, and from which letter to which. */
export interface BlockPlace {
  /** Counts the blocks that hold any words, from 0. */
  block: number;
  /** UTF-16 offsets in the words of the block; a break counts 1, a picture nothing. */
  start: number;
  end: number;
}

/** A stretch of the document as the editor counts. */
export interface DocumentRange {
  from: number;
  to: number;
}

/**
 * Finds a place of the words in the document of the editor.
 *
 * @returns undefined when the text has changed so that there is no such place any more
 */
export function rangeOf(document: Node, { block, start, end }: BlockPlace): DocumentRange | undefined {
  let at = -1;
  let found: DocumentRange | undefined;
  document.descendants((node, position) => {
    if (found || !node.isTextblock) return !found;
    if (node.textContent.trim() === '') return false;
    at += 1;
    if (at === block) {
      const from = offsetIn(node, start);
      const to = offsetIn(node, end);
      if (from !== undefined && to !== undefined && from < to) {
        found = { from: position + 1 + from, to: position + 1 + to };
      }
    }
    return false;
  });
  return found;
}

/** Turns an offset in the words of a block into one among its nodes. */
function offsetIn(block: Node, offset: number): number | undefined {
  let words = 0;
  let nodes = 0;
  for (let at = 0; at < block.childCount; at++) {
    const child = block.child(at);
    const length = child.isText ? child.nodeSize : child.type.name === 'hardBreak' ? 1 : 0;
    if (offset <= words + length && length > 0) return nodes + (offset - words);
    words += length;
    nodes += child.nodeSize;
  }
  return offset === words ? nodes : undefined;
}
