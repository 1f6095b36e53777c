import type { Block, Paragraph } from '../../../../kernel/neutral-document.ts';
import { isIdeographic, raiseDigits, removeInvisible } from '../clean-text.ts';
import { type Deadline, limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import { layOutTable } from '../table-layout.ts';
import { Furniture } from './furniture.ts';
import { TableGrid } from './grid.ts';
import { ListNumbers } from './list-numbers.ts';
import { attribute, type TreeNode } from './tree.ts';

/** The blocks of a page and what had to be guessed. */
export interface PageContent {
  blocks: Block[];
  remarks: string[];
}

/** A `<table>` being read, and where its blocks will go. */
interface OpenTable {
  grid: TableGrid;
  outer: Block[];
}

/**
 * Walks a parsed page once, without recursion, and gives what a person sees in reading order.
 *
 * Elements of page furniture (navigation, footers, lists of links) are left out when there is other content.
 */
export function walkPage(root: TreeNode, deadline: Deadline, hidden: 'left out' | 'read' = 'left out'): PageContent {
  const walker = new PageWalker(deadline, hidden === 'read');
  let node: TreeNode = root;
  for (;;) {
    if (walker.enter(node) && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    for (;;) {
      walker.leave(node);
      if (node === root) return walker.finish();
      if (node.next !== null) {
        node = node.next;
        break;
      }
      node = node.parent as TreeNode;
    }
  }
}

class PageWalker {
  readonly #deadline: Deadline;
  readonly #readsHidden: boolean;
  /** Where finished paragraphs go: the page, or the cell being read. */
  #blocks: Block[] = [];
  #line = '';
  #heading = 0;
  #preformatted = 0;
  #tables: OpenTable[] = [];
  #furniture = new Furniture();
  #numbers = new ListNumbers();
  #pictures = 0;
  #steps = 0;
  /** Elements open whose digits mark a footnote or an exponent. */
  #raised = 0;
  #struck = 0;
  /** The element whose content is being skipped never has children walked, so its end must not be handled either. */
  #skipped: TreeNode | undefined;

  constructor(deadline: Deadline, readsHidden: boolean) {
    this.#deadline = deadline;
    this.#readsHidden = readsHidden;
  }

  /** Handles the beginning of a node; false when its children are not to be read. */
  enter(node: TreeNode): boolean {
    if ((++this.#steps & 0x3fff) === 0) this.#deadline.check();
    const { name } = node;
    if (name === '#text') {
      this.#line += this.#raised > 0 ? raiseDigits(node.text) : node.text;
      this.#furniture.count(node.text);
      return false;
    }
    const { role } = node;
    if (role === 'skip' || (node.attributes.length > 0 && !this.#readsHidden && isHidden(node))) {
      this.#skipped = node;
      return false;
    }
    if (role === 'struck' || (node.attributes.length > 0 && isStruck(node))) {
      this.#struck++;
      this.#skipped = node;
      return false;
    }
    if (role === undefined) return true;
    switch (role) {
      case 'raised':
        this.#raised++;
        return true;
      case 'break':
        this.#flush();
        return false;
      case 'picture':
        if (!this.#furniture.inLink && !isSmall(node)) this.#pictures++;
        return false;
      case 'link':
        if (isFootnote(node)) this.#raised++;
        this.#furniture.enterLink(node);
        return true;
      default:
        this.#flush();
    }
    switch (role) {
      case 'heading':
        this.#heading = Number(name[1]);
        break;
      case 'pre':
        this.#preformatted++;
        break;
      case 'table':
        this.#tables.push({ grid: new TableGrid(), outer: this.#blocks });
        this.#furniture.sawTable();
        break;
      case 'group':
        this.#tables.at(-1)?.grid.closeGroup();
        break;
      case 'row':
        this.#tables.at(-1)?.grid.beginRow();
        break;
      case 'cell':
        this.#enterCell(node);
        break;
      case 'item':
        this.#numbers.beginItem(node);
        break;
    }
    this.#furniture.enter(node);
    return true;
  }

  #enterCell(node: TreeNode): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    this.#blocks = [];
    table.grid.addCell(attribute(node, 'rowspan'), attribute(node, 'colspan'), this.#blocks);
  }

  leave(node: TreeNode): void {
    if (node === this.#skipped) {
      this.#skipped = undefined;
      return;
    }
    const { role } = node;
    if (role === undefined || role === 'break' || role === 'picture') return;
    if (role === 'raised') {
      this.#raised--;
      return;
    }
    if (role === 'link') {
      if (isFootnote(node)) this.#raised--;
      this.#furniture.leaveLink(node);
      return;
    }
    this.#flush();
    switch (role) {
      case 'heading':
        this.#heading = 0;
        break;
      case 'pre':
        this.#preformatted--;
        break;
      case 'group':
        this.#tables.at(-1)?.grid.closeGroup();
        break;
      case 'cell':
        this.#leaveCell();
        break;
      case 'table':
        this.#leaveTable();
        break;
      case 'item':
        this.#numbers.endItem();
        break;
    }
    this.#furniture.leave(node);
  }

  #leaveCell(): void {
    const table = this.#tables.at(-1);
    if (table !== undefined) this.#blocks = table.outer;
  }

  #leaveTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    this.#blocks = table.outer;
    table.grid.closeGroup();
    for (const block of layOutTable(table.grid.cells, this.#deadline)) this.#blocks.push(block);
    if (this.#blocks.length > limits.blocks) throw new DocumentRefusal('too-complex');
  }

  /** Ends the line of text being collected. */
  #flush(): void {
    const raw = this.#line;
    if (raw === '') return;
    this.#line = '';
    if (this.#preformatted > 0) {
      for (const line of removeInvisible(raw)
        .replace(/^\n/, '')
        .split(/\r\n?|\n/))
        this.#push(line.trimEnd());
    } else {
      this.#push(isPlain(raw) ? raw.trim() : collapseSpaces(removeInvisible(raw)).trim());
    }
  }

  #push(text: string): void {
    if (text === '') return;
    const paragraph: Paragraph = { kind: 'paragraph', text: this.#numbers.mark(text) };
    if (this.#heading > 0) paragraph.heading = this.#heading;
    this.#blocks.push(paragraph);
    this.#furniture.note(paragraph);
    if (this.#blocks.length > limits.blocks) throw new DocumentRefusal('too-complex');
  }

  finish(): PageContent {
    this.#flush();
    const blocks = this.#furniture.remove(this.#blocks);
    const remarks = this.#pictures > 0 ? [`网页中有 ${this.#pictures} 张图片，图片里的文字没有读取。`] : [];
    if (this.#struck > 0) remarks.push(`网页中有 ${this.#struck} 处划去的文字，没有读取。`);
    return { blocks, remarks };
  }
}

/** A link to a place on the same page, as footnotes have. */
const isFootnote = (node: TreeNode): boolean => attribute(node, 'href')?.startsWith('#') === true;

const isStruck = (node: TreeNode): boolean => attribute(node, 'style')?.includes('line-through') === true;

/** Whether a line needs no cleaning: no control or format characters, no two spaces, as nearly all lines. */
const isPlain = (text: string): boolean => !/[\p{Cc}\p{Cf}]| {2}/u.test(text);

/**
 * Spaces and line breaks of the source as a browser shows them: a run is one space, and none at all where
 * the source was only broken between two Chinese characters.
 */
const collapseSpaces = (text: string): string =>
  text.replace(/[ \t\n\f\r]+/g, (run: string, at: number, whole: string) =>
    /[\n\r]/.test(run) && isIdeographic(whole[at - 1]) && isIdeographic(whole[at + run.length]) ? '' : ' ',
  );

/** `hidden`, `display: none`, `visibility: hidden` and Word's `mso-hide: all`. */
function isHidden(node: TreeNode): boolean {
  for (const { name, value } of node.attributes) {
    if (name === 'hidden') return value !== 'until-found';
    if (
      name === 'style' &&
      /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$))/i.test(
        value,
      )
    )
      return true;
  }
  return false;
}

/** Icons and tracking pixels: pictures of a stated size below 60. */
function isSmall(node: TreeNode): boolean {
  for (const name of ['width', 'height']) {
    const size = Number.parseInt(attribute(node, name) ?? '', 10);
    if (size < 60) return true;
  }
  return false;
}
