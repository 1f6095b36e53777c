import type { Node } from '@tiptap/pm/model';

/** The blocks and letters that are pictures. */
const pictures = new Set(['image', 'figure']);

/** Where the first picture stands that nobody has described in words; undefined when there is none. */
export function findUndescribedPicture(document: Node): number | undefined {
  let found: number | undefined;
  document.descendants((node, position) => {
    if (found === undefined && pictures.has(node.type.name) && String(node.attrs.alt ?? '').trim() === '') {
      found = position;
    }
    return found === undefined;
  });
  return found;
}
