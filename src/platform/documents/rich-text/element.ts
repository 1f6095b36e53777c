import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** A whole number written in an attribute, at most `most`; undefined when there is none. */
export function whole(written: string | undefined, most: number): number | undefined {
  return written !== undefined && /^\d{1,9}$/.test(written.trim()) ? Math.min(Number(written), most) : undefined;
}
