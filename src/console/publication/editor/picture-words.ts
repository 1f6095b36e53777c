import type { Node } from '@tiptap/pm/model';

/** Where the first picture stands that nobody has described in words; undefined when there is none. */
export function findUndescribedPicture(document: Node): number | undefined {
  let found: number | undefined;
  document.descendants((node, position) => {
    if (found === undefined && node.type.name === 'image' && String(node.attrs.alt ?? '').trim() === '') {
      found = position;
    }
    return found === undefined;
  });
  return found;
}
