import sax from 'sax';
import { type Deadline, limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';

export type Attributes = Record<string, string>;

/** Receives the elements of a part. Names carry the usual prefix of their namespace, whatever prefix the file uses. */
export interface XmlHandler {
  /**
   * The elements to hear of, each name for itself; without it all of them. The content of elements left out is still read. Names
   * come from the map, where they compare faster than fresh ones.
   */
  readonly elements?: ReadonlyMap<string, string>;
  /** Returns false when neither the element's content nor its end is wanted. */
  open(name: string, attributes: Attributes): boolean | undefined;
  close(name: string): void;
  text?(text: string): void;
}

/** Usual prefixes by namespace; the strict form of the standard has other addresses for the same words. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', ''],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);

/**
 * Parses one part of a package with sax and hands its elements to `handler`. A document type declaration, and with it every
 * entity bomb, is refused, as is XML that is not well formed.
 */
export function parseXml(xml: string, handler: XmlHandler, deadline: Deadline): void {
  const parser = new sax.SAXParser(true, { position: false });
  const names: string[] = [];
  const namespaces = new Namespaces();
  let skippedAt = -1;
  const { elements } = handler;
  let count = 0;

  parser.onerror = () => {
    throw new DocumentRefusal('damaged-file');
  };
  parser.ondoctype = () => {
    throw new DocumentRefusal('expansion-bomb');
  };
  parser.onopentag = (tag) => {
    if ((++count & 0xfff) === 0) deadline.check();
    if (names.length > limits.depth) throw new DocumentRefusal('too-complex');
    if (skippedAt >= 0) {
      names.push('');
      return;
    }
    const attributes = tag.attributes as Attributes;
    const written = namespaces.open(tag.name, attributes, names.length);
    const name = elements === undefined ? written : (elements.get(written) ?? '');
    names.push(name);
    if (name === '') return;
    if (handler.open(name, namespaces.isPlain ? attributes : namespaces.rename(attributes)) === false) {
      skippedAt = names.length;
    }
  };
  parser.onclosetag = () => {
    const depth = names.length;
    const name = names.pop() as string;
    if (skippedAt === -1) {
      if (name !== '') handler.close(name);
    } else if (skippedAt === depth) skippedAt = -1;
    namespaces.close(depth - 1);
  };
  if (handler.text !== undefined) {
    parser.ontext = (text) => {
      if (skippedAt === -1) handler.text?.(text);
    };
    parser.oncdata = parser.ontext;
  }
  parser.write(xml).close();
}

/** Follows the namespace declarations of a part and writes every name with the usual prefix. */
class Namespaces {
  /** True while every declared prefix is the usual one, so that names need no rewriting. */
  isPlain = true;
  #usual = new Map<string, string>();
  #scopes: { depth: number; usual: Map<string, string>; isPlain: boolean }[] = [];

  open(name: string, attributes: Attributes, depth: number): string {
    for (const key in attributes) {
      if (key.charCodeAt(0) === 0x78 && key.startsWith('xmlns') && (key.length === 5 || key[5] === ':')) {
        this.#declare(key.slice(6), attributes[key] as string, depth);
      }
    }
    return this.isPlain ? name : this.#rewrite(name, true);
  }

  #declare(prefix: string, address: string, depth: number): void {
    const usual = prefixes.get(address);
    // An unknown namespace only matters when it takes a prefix that means something else to us.
    const known = usual ?? (['w', 'r', 'm', 'mc', 'pic', 'c', 'v', ''].includes(prefix) ? `other-${prefix}` : prefix);
    if (this.#usual.get(prefix) === known || (known === prefix && !this.#usual.has(prefix))) return;
    this.#scopes.push({ depth, usual: this.#usual, isPlain: this.isPlain });
    this.#usual = new Map(this.#usual).set(prefix, known);
    this.isPlain = [...this.#usual].every(([from, to]) => from === to);
  }

  close(depth: number): void {
    while (this.#scopes.length > 0 && this.#scopes[this.#scopes.length - 1]?.depth === depth) {
      const scope = this.#scopes.pop();
      this.#usual = scope?.usual ?? this.#usual;
      this.isPlain = scope?.isPlain ?? true;
    }
  }

  #rewrite(name: string, isElement: boolean): string {
    const colon = name.indexOf(':');
    // An attribute without a prefix belongs to no namespace.
    if (colon === -1 && !isElement) return name;
    const prefix = colon === -1 ? '' : name.slice(0, colon);
    const usual = this.#usual.get(prefix) ?? prefix;
    const local = name.slice(colon + 1);
    return usual === '' ? local : `${usual}:${local}`;
  }

  rename(attributes: Attributes): Attributes {
    const renamed: Attributes = {};
    for (const key in attributes) renamed[this.#rewrite(key, false)] = attributes[key] as string;
    return renamed;
  }
}
