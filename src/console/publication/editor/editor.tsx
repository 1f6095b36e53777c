import type { EditorView } from '@tiptap/pm/view';
import { EditorContent, useEditor } from '@tiptap/react';
import { Alert } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { LinkDialog, PictureDialog, WordDialog } from './dialogs.tsx';
import './editor.css';
import '../rich-text.css';
import { extensions } from './extensions.ts';
import type { TextFinding } from './finding-marks.ts';
import { messages } from './messages.ts';
import { Toolbar } from './toolbar.tsx';
import { readTransfer, useInsertions } from './use-insertions.ts';

/** What can be asked of an editor from outside. */
export interface EditorHandle {
  html(): string;
  /** Selects a finding in the text. */
  show(key: string): void;
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
  const [dialog, setDialog] = useState<'link' | 'picture' | 'word'>();
  const [dropped, setDropped] = useState<File>();
  const insertions = useInsertions();
  const changed = useRef(onChange);
  changed.current = onChange;
  // A paste that comes back cleaned goes through the same door.
  const isCleaned = useRef(false);
  const take = (transfer: DataTransfer | null, view: EditorView): boolean => {
    const { pictures, word, html: foreign, plain } = readTransfer(transfer);
    if (word) {
      setDropped(word);
      setDialog('word');
    } else if (pictures.length > 0) void insertions.insertPictures(pictures);
    else if (foreign === undefined) return false;
    else
      void insertions.clean(foreign).then((cleaned) => {
        isCleaned.current = true;
        if (cleaned) view.pasteHTML(cleaned);
        else view.pasteText(plain);
        isCleaned.current = false;
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
      handlePaste: (view, event) => !isCleaned.current && take(event.clipboardData, view),
      handleDrop: (view, event, _slice, moved) => {
        const isTaken = !moved && (event.dataTransfer?.files.length ?? 0) > 0 && take(event.dataTransfer, view);
        if (isTaken) event.preventDefault();
        return isTaken;
      },
    },
  });
  insertions.editor.current = editor;
  useEffect(() => {
    editor.commands.markFindings(findings);
  }, [editor, findings]);
  useImperativeHandle(handle, () => ({
    html: () => editor.getHTML(),
    show: (key) => {
      editor.chain().focus().showFinding(key).scrollIntoView().run();
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
    <div className="editor">
      <Toolbar
        editor={editor}
        controls="item-body"
        onLink={() => setDialog('link')}
        onPicture={() => setDialog('picture')}
        onWord={() => setDialog('word')}
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
      {dialog === 'word' ? (
        <WordDialog isWritten={!editor.isEmpty} file={dropped} take={insertions.importWord} onClose={close} />
      ) : null}
    </div>
  );
}
