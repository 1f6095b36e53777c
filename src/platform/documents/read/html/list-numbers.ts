import { attribute, type TreeNode } from './tree.ts';

/** Writes the numbers of `<ol>` lists that a browser would show before the items. */
export class ListNumbers {
  readonly #last = new Map<TreeNode, number>();
  /** The mark of the item being read, until its first text takes it. */
  #pending = '';

  beginItem(item: TreeNode): void {
    this.#pending = '';
    const list = item.parent;
    if (list === null || list.name !== 'ol' || /list-style[^;]*none/i.test(attribute(list, 'style') ?? '')) return;
    const stated = Number.parseInt(attribute(item, 'value') ?? '', 10);
    const previous = this.#last.get(list) ?? (Number.parseInt(attribute(list, 'start') ?? '1', 10) || 1) - 1;
    const number = Number.isNaN(stated) ? previous + 1 : stated;
    this.#last.set(list, number);
    // Lettered and Roman lists are not used in reports; their items stay without a mark.
    if (/^[aAiI]$/.test(attribute(list, 'type') ?? '')) return;
    this.#pending = `${number}. `;
  }

  endItem(): void {
    this.#pending = '';
  }

  /** The text with the pending number before it, unless the author has written a number there already. */
  mark(text: string): string {
    if (this.#pending === '') return text;
    const mark = this.#pending;
    this.#pending = '';
    return /^[（(\d０-９一二三四五六七八九十①-⑳]/.test(text) ? text : mark + text;
  }
}
