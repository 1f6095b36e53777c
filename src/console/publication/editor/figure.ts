import { Node } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { pictureAddress } from './picture-address.ts';

/** What is written below a picture. It cannot become any other block: the picture would go with it. */
export const Caption = Node.create({
  name: 'caption',
  content: 'text*',
  isolating: true,
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: () => ['figcaption', 0],
  addKeyboardShortcuts() {
    return {
      // A new line belongs below the picture; a second picture is not wanted.
      Enter: () => {
        const { $from } = this.editor.state.selection;
        if ($from.parent.type.name !== this.name) return false;
        const after = $from.after($from.depth - 1);
        return this.editor
          .chain()
          .insertContentAt(after, { type: 'paragraph' })
          .command(({ tr }) => {
            tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)));
            return true;
          })
          .scrollIntoView()
          .run();
      },
    };
  },
});

/** A picture with words below it (图题). */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'caption',
  isolating: true,
  draggable: true,
  addAttributes: () => ({ src: { default: null }, alt: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'figure',
      getAttrs: (dom) => {
        const picture = dom.querySelector('img[src^="attachment:"]');
        return picture ? { src: picture.getAttribute('src'), alt: picture.getAttribute('alt') ?? '' } : false;
      },
      contentElement: (dom) => {
        const words = document.createElement('div');
        const caption = dom.querySelector('figcaption');
        if (caption) words.append(caption.cloneNode(true));
        return words;
      },
    },
  ],
  renderHTML: ({ node }) => {
    const dom = document.createElement('figure');
    const picture = document.createElement('img');
    picture.setAttribute('src', String(node.attrs.src));
    picture.setAttribute('alt', String(node.attrs.alt ?? ''));
    dom.append(picture);
    return { dom, contentDOM: dom };
  },
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('figure');
      const picture = document.createElement('img');
      picture.src = pictureAddress(String(node.attrs.src));
      picture.alt = String(node.attrs.alt ?? '');
      picture.contentEditable = 'false';
      const contentDOM = document.createElement('div');
      dom.append(picture, contentDOM);
      return { dom, contentDOM };
    },
});
