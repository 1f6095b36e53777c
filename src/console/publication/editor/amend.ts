import type { Node, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { Mapping } from '@tiptap/pm/transform';

/** A stretch of a document and what comes in its place. */
export interface Amendment {
  from: number;
  to: number;
  slice: Slice;
}

/** A block of words and where its words begin. */
interface Words {
  node: Node;
  start: number;
}

/**
 * What makes of one document the other. Where both have the same blocks of words it is told block by block, so that what
 * stands between two amended places is left alone; otherwise it is one stretch from the first difference to the last.
 */
export function findAmendments(before: Node, after: Node): Amendment[] {
  const [old, amended] = [wordsIn(before), wordsIn(after)];
  const isAlike = old.length === amended.length && old.every(({ node }, at) => node.sameMarkup(nodeAt(amended, at)));
  if (!isAlike) return between(before, after, 0);
  return old.flatMap(({ node, start }, at) => between(node, nodeAt(amended, at), start));
}

/**
 * Puts amendments of an earlier document into the one there is now. What somebody has written over in between stays as it
 * was written.
 *
 * @param mapping what was done to the document since
 */
export function amend(
  transaction: Transaction,
  before: Node,
  amendments: readonly Amendment[],
  mapping: Mapping,
): Transaction {
  for (const { from, to, slice } of [...amendments].reverse()) {
    const [start, end] = [mapping.map(from, 1), mapping.map(to, -1)];
    if (start > end || !before.slice(from, to).eq(transaction.doc.slice(start, end))) continue;
    transaction.replace(start, end, slice);
  }
  return transaction;
}

function between(old: Node, amended: Node, start: number): Amendment[] {
  const first = old.content.findDiffStart(amended.content);
  const last = old.content.findDiffEnd(amended.content);
  if (first === null || last === null) return [];
  // Both ends may have found the same letters: 00 → 000.
  const overlap = Math.max(0, first - Math.min(last.a, last.b));
  return [{ from: start + first, to: start + last.a + overlap, slice: amended.slice(first, last.b + overlap) }];
}

function wordsIn(document: Node): Words[] {
  const found: Words[] = [];
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    if (node.textContent.trim() !== '') found.push({ node, start: position + 1 });
    return false;
  });
  return found;
}

function nodeAt(words: readonly Words[], at: number): Node {
  const found = words[at];
  if (!found) throw new RangeError('a block of words beyond the last one');
  return found.node;
}
