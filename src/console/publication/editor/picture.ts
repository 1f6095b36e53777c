import { Image } from '@tiptap/extension-image';
import { pictureAddress } from './picture-address.ts';

/** A picture in the text: `attachment:<id>` as it is kept, shown from the storage. */
export const Picture = Image.extend({
  parseHTML: () => [{ tag: 'img[src^="attachment:"]' }],
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('img');
      dom.src = pictureAddress(String(node.attrs.src));
      dom.alt = String(node.attrs.alt ?? '');
      return { dom };
    },
}).configure({ inline: true, allowBase64: false });
