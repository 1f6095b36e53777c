import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type Command, Plugin, Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Blocks after which the cursor has no place of its own. */
const closed = new Set(['table', 'horizontalRule', 'figure']);

/** Whether nothing could be written after the end of a text. */
const isClosed = ({ lastChild }: Node): boolean => lastChild !== null && closed.has(lastChild.type.name);

/** Puts an empty paragraph after a text that ends with a table, a line or a picture, so that one can go on writing there. */
export function openEnd(transaction: Transaction): Transaction | undefined {
  const { doc } = transaction;
  const paragraph = doc.type.schema.nodes.paragraph;
  return paragraph && isClosed(doc) ? transaction.insert(doc.content.size, paragraph.create()) : undefined;
}

/** A text without the empty paragraphs at its end, which are there only for the cursor. */
export const withoutEnd = (html: string): string => html.replace(/(?:<p><\/p>)+$/, '');

/** What reads the page for the editor: the cursor it knows of, and the reading. */
interface PageReader {
  currentSelection: { eq(selection: unknown): boolean };
  flush(): void;
}

/**
 * Reads where the cursor was put before anything is written there. The browser tells of a moved cursor only a moment
 * later; what is typed before that would stand where the text has no place for it, beside a table, and be lost.
 *
 * @returns true when what is typed was put in here, and the browser is not to do it
 */
export function readCursor(view: EditorView, event: Event): boolean {
  const { domObserver, domSelectionRange } = view as unknown as {
    domObserver: PageReader;
    domSelectionRange(): unknown;
  };
  if (view.composing || domObserver.currentSelection.eq(domSelectionRange.call(view))) return false;
  domObserver.flush();
  if (!(event instanceof InputEvent) || event.inputType !== 'insertText' || !event.data) return false;
  event.preventDefault();
  view.dispatch(view.state.tr.insertText(event.data).scrollIntoView());
  return true;
}

const moveTo =
  (end: (document: Node) => Selection): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setSelection(end(state.doc)).scrollIntoView());
    return true;
  };

/** There is always a place after the last block, and Ctrl+Home and Ctrl+End lead to the places one can write at. */
export const TextEnd = Extension.create({
  name: 'textEnd',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch);
    return { 'Mod-End': run(moveTo(Selection.atEnd)), 'Mod-Home': run(moveTo(Selection.atStart)) };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _, state) =>
        transactions.some(({ docChanged }) => docChanged) ? openEnd(state.tr) : undefined,
    }),
  ],
});
