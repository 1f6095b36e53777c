import { createDocument, Editor, getHTMLFromFragment } from '@tiptap/core';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { EditorContent } from '@tiptap/react';
import { Alert } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { amend, findAmendments } from './amend.ts';
import { LinkDialog, PictureDialog, PictureWordsDialog, WordDialog } from './dialogs.tsx';
import './editor.css';
import '../rich-text.css';
import { extensions } from './extensions.ts';
import type { TextFinding } from './finding-marks.ts';
import { keepPlace } from './kept-place.ts';
import { messages } from './messages.ts';
import { findUndescribedPicture } from './picture-words.ts';
import { openEnd, readCursor, withoutEnd } from './text-end.ts';
import { Toolbar } from './toolbar.tsx';
import { readTransfer, useInsertions } from './use-insertions.ts';

/** What can be asked of an editor from outside. */
export interface EditorHandle {
  /** The text as it stands; undefined before the editor is there. */
  html(): string | undefined;
  /** Waits until everything that was pasted has come into the text. */
  settled(): Promise<void>;
  /** Remembers the text as it stands, so that it can be amended although somebody goes on writing. */
  remember(): RememberedText;
  /** Selects a finding in the text. */
  show(key: string): void;
  /** Asks for the words of the first picture that has none. */
  describePicture(): void;
  focus(): void;
}

/** A text as it once stood in the editor. */
export interface RememberedText {
  /**
   * Makes of the remembered text the given one, and leaves what was written since.
   *
   * @returns the given one as the editor would write it
   */
  amend(html: string): string;
}

interface RichTextEditorProps {
  /** What is edited when it is mounted; give it another `key` to put something else in. */
  html: string;
  /** Id of the label above it. */
  labelledBy: string;
  describedBy?: string;
  /** What is marked in the text; while it is undefined the marks stay and move with the text. */
  findings: readonly TextFinding[] | undefined;
  /** Called once with the text as the editor writes it. */
  onReady(html: string): void;
  onChange(): void;
  handle: Ref<EditorHandle>;
}

/** The place where the text of an item is written. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { html, labelledBy, describedBy, findings, onReady, onChange, handle } = props;
  const [editor, setEditor] = useState<Editor>();
  const [dialog, setDialog] = useState<'link' | 'picture' | 'picture-words' | 'word'>();
  const [dropped, setDropped] = useState<File>();
  const insertions = useInsertions();
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ onReady, onChange });
  latest.current = { onReady, onChange };
  /** What comes from another program is taken before the editor reads it, and goes in when the server has cleaned it. */
  const take = (transfer: DataTransfer | null, view: EditorView, made: Editor): boolean => {
    const { pictures, word, html: foreign, plain } = readTransfer(transfer);
    if (word) {
      setDropped(word);
      setDialog('word');
    } else if (pictures.length > 0) void insertions.insertPictures(pictures);
    else if (foreign === undefined) return false;
    else {
      const place = keepPlace(made);
      void insertions.clean(foreign, (cleaned) =>
        place.use(() => {
          if (cleaned) view.pasteHTML(cleaned);
          else view.pasteText(plain);
        }),
      );
      // Whoever leaves or submits now waits for it.
      latest.current.onChange();
    }
    return true;
  };
  const makeEditor = (): Editor => {
    const made: Editor = new Editor({
      extensions,
      content: html,
      injectCSS: false,
      onUpdate: () => latest.current.onChange(),
      editorProps: {
        attributes: {
          id: 'item-body',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelledBy,
          ...(describedBy ? { 'aria-describedby': describedBy } : {}),
          class: 'editor-text rich-text',
        },
        // The Tab key moves within tables and lists: this one leads out.
        handleKeyDown: (_view, event) => {
          if (event.key !== 'Escape') return false;
          box.current?.querySelector<HTMLElement>('.editor-tools select')?.focus();
          return true;
        },
        handleDOMEvents: {
          keydown: readCursor,
          beforeinput: readCursor,
          paste: (view, event) => {
            if (!take(event.clipboardData, view, made)) return false;
            event.preventDefault();
            return true;
          },
          drop: (view, event) => {
            if (view.dragging) return false;
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (place) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
            if (!take(event.dataTransfer, view, made)) return false;
            event.preventDefault();
            return true;
          },
        },
      },
    });
    const opened = openEnd(made.state.tr);
    if (opened) made.view.dispatch(opened.setMeta('addToHistory', false).setMeta('preventUpdate', true));
    return made;
  };
  // Made once, when the page stands: one that is made anew would take away what was typed into the first.
  const make = useRef(makeEditor);
  useEffect(() => {
    const made = make.current();
    setEditor(made);
    insertions.editor.current = made;
    latest.current.onReady(withoutEnd(made.getHTML()));
    return () => {
      insertions.editor.current = null;
      made.destroy();
    };
  }, [insertions.editor]);
  useEffect(() => {
    if (editor && !editor.isDestroyed && findings) editor.commands.markFindings(findings);
  }, [editor, findings]);
  useImperativeHandle(handle, () => ({
    html: () => (editor && !editor.isDestroyed ? withoutEnd(editor.getHTML()) : undefined),
    settled: insertions.settled,
    remember: () => remember(editor),
    show: (key) => {
      editor?.chain().focus().showFinding(key).scrollIntoView().run();
    },
    describePicture: () => {
      const at = editor && findUndescribedPicture(editor.state.doc);
      if (at === undefined) return;
      editor?.chain().focus().setNodeSelection(at).scrollIntoView().run();
      setDialog('picture-words');
    },
    focus: () => {
      editor?.commands.focus();
    },
  }));
  const close = () => {
    setDialog(undefined);
    setDropped(undefined);
  };
  return (
    <div className="editor" ref={box}>
      {editor ? (
        <Toolbar
          editor={editor}
          controls="item-body"
          onLink={() => setDialog('link')}
          onPicture={() => setDialog('picture')}
          onWord={() => setDialog('word')}
          onPictureWords={() => setDialog('picture-words')}
        />
      ) : null}
      <p className="editor-busy" role="status">
        {insertions.busy}
      </p>
      {insertions.problem ? <Alert type="error" showIcon role="alert" title={insertions.problem} /> : null}
      {insertions.told ? (
        <Alert
          type="warning"
          showIcon
          role="status"
          closable={{ closeIcon: messages.close, onClose: insertions.forget }}
          title={insertions.told.title}
          description={
            <ul>
              {insertions.told.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      <EditorContent editor={editor ?? null} />
      {editor && dialog === 'link' ? <LinkDialog editor={editor} onClose={close} /> : null}
      {dialog === 'picture' ? <PictureDialog insert={insertions.insertPicture} onClose={close} /> : null}
      {editor && dialog === 'picture-words' ? <PictureWordsDialog editor={editor} onClose={close} /> : null}
      {editor && dialog === 'word' ? (
        <WordDialog isWritten={!editor.isEmpty} file={dropped} take={insertions.importWord} onClose={close} />
      ) : null}
    </div>
  );
}

/** Remembers what stands in an editor, and what is done to it from now on. */
function remember(editor: Editor | undefined): RememberedText {
  const before = editor?.state.doc;
  const since = new Mapping();
  const follow = ({ transaction }: { transaction: Transaction }) => since.appendMapping(transaction.mapping);
  editor?.on('transaction', follow);
  return {
    amend(html) {
      editor?.off('transaction', follow);
      if (!editor || !before || editor.isDestroyed) return html;
      const amended = createDocument(html, editor.schema);
      const { tr } = editor.state;
      amend(tr, before, findAmendments(before, amended), since);
      // It is with the server already: nothing is to be saved for it.
      if (tr.docChanged) editor.view.dispatch(tr.setMeta('preventUpdate', true));
      return withoutEnd(getHTMLFromFragment(amended.content, editor.schema));
    },
  };
}
