import type { Editor } from '@tiptap/core';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';

/** A place in the text that moves with it while something is on its way to it. */
export interface KeptPlace {
  /** Does something at the place; the cursor goes there only when it was not moved in the meantime. */
  use(work: () => void): void;
}

/** Keeps the place of the cursor: what is written there later comes after it. */
export function keepPlace(editor: Editor): KeptPlace {
  const { selection } = editor.state;
  let { from, to } = selection;
  let isMoved = false;
  const follow = ({ transaction }: { transaction: Transaction }) => {
    from = transaction.mapping.map(from, -1);
    to = transaction.mapping.map(to, -1);
    isMoved ||= transaction.docChanged || transaction.selectionSet;
  };
  editor.on('transaction', follow);
  return {
    use(work) {
      editor.off('transaction', follow);
      if (editor.isDestroyed) return;
      const cursor = editor.state.selection.getBookmark();
      if (!isMoved) return work();
      const since = new Mapping();
      const record = ({ transaction }: { transaction: Transaction }) => since.appendMapping(transaction.mapping);
      const { tr } = editor.state;
      editor.view.dispatch(tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to))));
      editor.on('transaction', record);
      work();
      editor.off('transaction', record);
      editor.view.dispatch(editor.state.tr.setSelection(cursor.map(since).resolve(editor.state.doc)));
    },
  };
}
