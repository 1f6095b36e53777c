import type { Block, Paragraph } from '../../../../kernel/neutral-document.ts';
import { attribute, type TreeNode } from './tree.ts';

/** Characters that must remain before anything is taken for furniture. */
const enoughText = 200;

interface OpenElement {
  node: TreeNode;
  text: number;
  linked: number;
  away: number;
  tables: number;
  paragraphs: number;
}

/**
 * Finds the furniture of a web page while it is being walked: navigation, site headers and footers, lists of links.
 *
 * Nothing with a table in it is furniture, and nothing is removed when too little would remain: better
 * a menu in the text than a report without its beginning.
 */
export class Furniture {
  #text = 0;
  #linked = 0;
  /** Links that lead away from the page. */
  #away = 0;
  #tables = 0;
  /** Open `<main>` and `<article>` elements. */
  #mains = 0;
  #links: TreeNode[] = [];
  #open: OpenElement[] = [];
  /** Paragraphs in the order they were finished, kept only while a candidate is open. */
  #paragraphs: Paragraph[] = [];
  readonly #removed = new Set<Block>();

  get inLink(): boolean {
    return this.#links.length > 0;
  }

  count(text: string): void {
    const { length } = text.trim();
    this.#text += length;
    if (this.#links.length > 0) this.#linked += length;
  }

  enterLink(node: TreeNode): void {
    const target = attribute(node, 'href');
    if (target === undefined) return;
    this.#links.push(node);
    if (!target.startsWith('#')) this.#away++;
  }

  leaveLink(node: TreeNode): void {
    if (this.#links.at(-1) === node) this.#links.pop();
  }

  sawTable(): void {
    this.#tables++;
  }

  note(paragraph: Paragraph): void {
    if (this.#open.length > 0) this.#paragraphs.push(paragraph);
  }

  enter(node: TreeNode): void {
    if (isMain(node)) this.#mains++;
    if (!isCandidate(node)) return;
    this.#open.push({
      node,
      text: this.#text,
      linked: this.#linked,
      away: this.#away,
      tables: this.#tables,
      paragraphs: this.#paragraphs.length,
    });
  }

  leave(node: TreeNode): void {
    if (isMain(node)) this.#mains--;
    const open = this.#open.at(-1);
    if (open === undefined || open.node !== node) return;
    this.#open.pop();
    const text = this.#text - open.text;
    const linked = this.#linked - open.linked;
    if (this.#tables === open.tables && judge(node, text, linked, this.#away - open.away, this.#mains > 0)) {
      for (const paragraph of this.#paragraphs.splice(open.paragraphs)) this.#removed.add(paragraph);
    }
    if (this.#open.length === 0) this.#paragraphs = [];
  }

  /** The blocks without furniture, or all of them when little else is there. */
  remove(blocks: Block[]): Block[] {
    if (this.#removed.size === 0) return blocks;
    const kept = blocks.filter((block) => !this.#removed.has(block));
    const text = kept.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : enoughText), 0);
    return text >= enoughText ? kept : blocks;
  }
}

const landmarks = new Set(['nav', 'footer', 'aside', 'header', 'ul', 'ol', 'menu', 'dir']);
const roles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);

function isCandidate(node: TreeNode): boolean {
  if (landmarks.has(node.name)) return true;
  const role = node.attributes.length > 0 ? attribute(node, 'role') : undefined;
  return role !== undefined && roles.has(role);
}

const isMain = (node: TreeNode): boolean => node.name === 'main' || node.name === 'article';

function judge(node: TreeNode, text: number, linked: number, away: number, insideMain: boolean): boolean {
  const role = node.attributes.length > 0 ? attribute(node, 'role') : undefined;
  if (node.name === 'nav' || role === 'navigation' || role === 'search') return text - linked < enoughText;
  if (node.name === 'footer' || role === 'contentinfo') return text < 1000 && !insideMain;
  if (['ul', 'ol', 'menu', 'dir'].includes(node.name)) return away >= 3 && linked >= text * 0.9;
  return linked >= text * 0.5;
}
