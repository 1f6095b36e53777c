import type { Editor } from '@tiptap/core';
import { messages } from './messages.ts';

/** A button of the tool bar. */
export interface EditorAction {
  key: string;
  label: string;
  /** Shown after the label where the mouse rests on it. */
  shortcut?: string;
  run(editor: Editor): void;
  /** Whether it is on where the cursor stands; absent for what is not switched. */
  isOn?(editor: Editor): boolean;
  can?(editor: Editor): boolean;
}

/** A switch for a mark or a block. */
const toggle = (
  key: string,
  label: string,
  name: string,
  run: (editor: Editor) => void,
  shortcut?: string,
): EditorAction => ({ key, label, run, isOn: (editor) => editor.isActive(name), ...(shortcut ? { shortcut } : {}) });

/** Marks and lists, in the order of the bar. */
export const textActions: readonly EditorAction[] = [
  toggle('bold', messages.bold, 'bold', (editor) => editor.chain().focus().toggleBold().run(), 'Ctrl+B'),
  toggle(
    'underline',
    messages.underline,
    'underline',
    (editor) => editor.chain().focus().toggleUnderline().run(),
    'Ctrl+U',
  ),
  toggle('points', messages.points, 'bulletList', (editor) => editor.chain().focus().toggleBulletList().run()),
  toggle('numbers', messages.numbers, 'orderedList', (editor) => editor.chain().focus().toggleOrderedList().run()),
];

/** What is needed now and then. */
export const rareActions: readonly EditorAction[] = [
  toggle('quote', messages.quote, 'blockquote', (editor) => editor.chain().focus().toggleBlockquote().run()),
  toggle('sup', messages.sup, 'sup', (editor) => editor.chain().focus().toggleMark('sup').run()),
  toggle('sub', messages.sub, 'sub', (editor) => editor.chain().focus().toggleMark('sub').run()),
  { key: 'rule', label: messages.rule, run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  {
    key: 'clear',
    label: messages.clear,
    run: (editor) => editor.chain().focus().unsetAllMarks().clearNodes().run(),
  },
];

export const historyActions: readonly EditorAction[] = [
  {
    key: 'undo',
    label: messages.undo,
    shortcut: 'Ctrl+Z',
    run: (editor) => editor.chain().focus().undo().run(),
    can: (editor) => editor.can().undo(),
  },
  {
    key: 'redo',
    label: messages.redo,
    shortcut: 'Ctrl+Y',
    run: (editor) => editor.chain().focus().redo().run(),
    can: (editor) => editor.can().redo(),
  },
];

/** What can be done where the cursor stands in a table. */
export const tableActions: readonly EditorAction[] = [
  { key: 'row-before', label: messages.rowBefore, run: (editor) => editor.chain().focus().addRowBefore().run() },
  { key: 'row-after', label: messages.rowAfter, run: (editor) => editor.chain().focus().addRowAfter().run() },
  {
    key: 'column-before',
    label: messages.columnBefore,
    run: (editor) => editor.chain().focus().addColumnBefore().run(),
  },
  { key: 'column-after', label: messages.columnAfter, run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { key: 'drop-row', label: messages.dropRow, run: (editor) => editor.chain().focus().deleteRow().run() },
  { key: 'drop-column', label: messages.dropColumn, run: (editor) => editor.chain().focus().deleteColumn().run() },
  { key: 'merge', label: messages.merge, run: (editor) => editor.chain().focus().mergeOrSplit().run() },
  { key: 'head', label: messages.headRow, run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { key: 'drop-table', label: messages.dropTable, run: (editor) => editor.chain().focus().deleteTable().run() },
];
