import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { EditorContent, useEditor } from '@tiptap/react';
import { Alert } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { LinkDialog, PictureDialog, PictureWordsDialog, WordDialog } from './dialogs.tsx';
import './editor.css';
import '../rich-text.css';
import { extensions } from './extensions.ts';
import type { TextFinding } from './finding-marks.ts';
import { messages } from './messages.ts';
import { findUndescribedPicture } from './picture-words.ts';
import { Toolbar } from './toolbar.tsx';
import { readTransfer, useInsertions } from './use-insertions.ts';

/** What can be asked of an editor from outside. */
export interface EditorHandle {
  html(): string;
  /** Selects a finding in the text. */
  show(key: string): void;
  /** Asks for the words of the first picture that has none. */
  describePicture(): void;
  focus(): void;
}

interface RichTextEditorProps {
  /** What is edited when it is mounted; give it another `key` to put something else in. */
  html: string;
  /** Id of the label above it. */
  labelledBy: string;
  describedBy?: string;
  findings: readonly TextFinding[];
  onChange(): void;
  handle: Ref<EditorHandle>;
}

/** The place where the text of an item is written. */
export function RichTextEditor({ html, labelledBy, describedBy, findings, onChange, handle }: RichTextEditorProps) {
  const [dialog, setDialog] = useState<'link' | 'picture' | 'picture-words' | 'word'>();
  const [dropped, setDropped] = useState<File>();
  const insertions = useInsertions();
  const box = useRef<HTMLDivElement>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  /** What comes from another program is taken before the editor reads it, and goes in when the server has cleaned it. */
  const take = (transfer: DataTransfer | null, view: EditorView): boolean => {
    const { pictures, word, html: foreign, plain } = readTransfer(transfer);
    if (word) {
      setDropped(word);
      setDialog('word');
    } else if (pictures.length > 0) void insertions.insertPictures(pictures);
    else if (foreign === undefined) return false;
    else
      void insertions.clean(foreign).then((cleaned) => {
        if (cleaned) view.pasteHTML(cleaned);
        else view.pasteText(plain);
      });
    return true;
  };
  const editor = useEditor({
    extensions,
    content: html,
    injectCSS: false,
    onUpdate: () => changed.current(),
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
        paste: (view, event) => {
          if (!take(event.clipboardData, view)) return false;
          event.preventDefault();
          return true;
        },
        drop: (view, event) => {
          if (view.dragging) return false;
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (place) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
          if (!take(event.dataTransfer, view)) return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
  insertions.editor.current = editor;
  useEffect(() => {
    // React may put the page away and take it out again: then another editor comes at once.
    if (!editor.isDestroyed) editor.commands.markFindings(findings);
  }, [editor, findings]);
  useImperativeHandle(handle, () => ({
    html: () => editor.getHTML(),
    show: (key) => {
      editor.chain().focus().showFinding(key).scrollIntoView().run();
    },
    describePicture: () => {
      const at = findUndescribedPicture(editor.state.doc);
      if (at === undefined) return;
      editor.chain().focus().setNodeSelection(at).scrollIntoView().run();
      setDialog('picture-words');
    },
    focus: () => {
      editor.commands.focus();
    },
  }));
  const close = () => {
    setDialog(undefined);
    setDropped(undefined);
  };
  return (
    <div className="editor" ref={box}>
      <Toolbar
        editor={editor}
        controls="item-body"
        onLink={() => setDialog('link')}
        onPicture={() => setDialog('picture')}
        onWord={() => setDialog('word')}
        onPictureWords={() => setDialog('picture-words')}
      />
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
      <EditorContent editor={editor} />
      {dialog === 'link' ? <LinkDialog editor={editor} onClose={close} /> : null}
      {dialog === 'picture' ? <PictureDialog insert={insertions.insertPicture} onClose={close} /> : null}
      {dialog === 'picture-words' ? <PictureWordsDialog editor={editor} onClose={close} /> : null}
      {dialog === 'word' ? (
        <WordDialog isWritten={!editor.isEmpty} file={dropped} take={insertions.importWord} onClose={close} />
      ) : null}
    </div>
  );
}
