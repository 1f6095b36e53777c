import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { type EditorAction, historyActions, rareActions, tableActions, textActions } from './actions.ts';
import { messages } from './messages.ts';

interface ToolbarProps {
  editor: Editor;
  /** Id of the text it belongs to. */
  controls: string;
  onLink(): void;
  onPicture(): void;
  onWord(): void;
  onPictureWords(): void;
}

/** The tools of the editor. One of them is reached by Tab, the others by the arrow keys, as tool bars are. */
export function Toolbar({ editor, controls, onLink, onPicture, onWord, onPictureWords }: ToolbarProps) {
  const [more, setMore] = useState(false);
  const { inTable, onImage } = useEditorState({
    editor,
    selector: ({ editor: each }) => ({
      inTable: each.isActive('table'),
      onImage: each.isActive('image') || each.isActive('figure'),
    }),
  });
  const insertTable = () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
  return (
    <div className="editor-tools">
      <Bar label={messages.toolbar} controls={controls}>
        <StyleChoice editor={editor} />
        <Buttons editor={editor} actions={textActions} />
        <span className="editor-gap" />
        <Tool label={messages.link} onClick={onLink} />
        <Tool label={messages.picture} onClick={onPicture} />
        <Tool label={messages.table} onClick={insertTable} />
        <Tool label={messages.word} onClick={onWord} />
        <span className="editor-gap" />
        <Buttons editor={editor} actions={historyActions} />
        <Tool label={messages.more} isOn={more} onClick={() => setMore(!more)} />
        {more ? <Buttons editor={editor} actions={rareActions} /> : null}
      </Bar>
      {inTable ? (
        <Bar label={messages.tableToolbar} controls={controls}>
          <Buttons editor={editor} actions={tableActions} />
        </Bar>
      ) : null}
      {onImage ? (
        <Bar label={messages.pictureToolbar} controls={controls}>
          <Tool label={messages.pictureAlt} onClick={onPictureWords} />
          <Tool label={messages.pictureDrop} onClick={() => dropPicture(editor)} />
        </Bar>
      ) : null}
    </div>
  );
}

/** A row of tools between which the arrow keys move. */
function Bar({ label, controls, children }: { label: string; controls: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    // In the choice of styles the arrow keys choose.
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
    const tools = [...(bar.current?.querySelectorAll<HTMLElement>('button, select') ?? [])].filter(
      (tool) => !(tool as HTMLButtonElement).disabled,
    );
    const at = tools.indexOf(event.target);
    tools[(at + step + tools.length) % tools.length]?.focus();
    event.preventDefault();
  };
  return (
    <div ref={bar} className="editor-bar" role="toolbar" aria-label={label} aria-controls={controls} onKeyDown={move}>
      {children}
    </div>
  );
}

function StyleChoice({ editor }: { editor: Editor }) {
  const level = useEditorState({
    editor,
    selector: ({ editor: each }) => ([2, 3, 4] as const).find((one) => each.isActive('heading', { level: one })),
  });
  const choose = (value: string) => {
    const chosen = ([2, 3, 4] as const).find((one) => String(one) === value);
    const chain = editor.chain().focus();
    if (chosen === undefined) chain.setParagraph().run();
    else chain.setHeading({ level: chosen }).run();
  };
  return (
    <select
      className="editor-style"
      aria-label={messages.style}
      value={level ?? 'paragraph'}
      onChange={({ target }) => choose(target.value)}
    >
      {(['paragraph', 2, 3, 4] as const).map((key) => (
        <option key={key} value={key}>
          {messages.styles[key]}
        </option>
      ))}
    </select>
  );
}

function Buttons({ editor, actions }: { editor: Editor; actions: readonly EditorAction[] }) {
  const states = useEditorState({
    editor,
    selector: ({ editor: each }) =>
      actions.map(({ isOn, can }) => ({ on: isOn?.(each) ?? null, able: can?.(each) ?? true })),
  });
  return (
    <>
      {actions.map(({ key, label, shortcut, run }, at) => {
        const { on = null, able = true } = states[at] ?? {};
        return (
          <Tool
            key={key}
            label={label}
            {...(shortcut ? { hint: `${label}（${shortcut}）` } : {})}
            {...(on === null ? {} : { isOn: on })}
            able={able}
            onClick={() => run(editor)}
          />
        );
      })}
    </>
  );
}

interface ToolProps {
  label: string;
  hint?: string;
  isOn?: boolean;
  able?: boolean;
  onClick(): void;
}

function Tool({ label, hint, isOn, able = true, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className="editor-tool"
      title={hint}
      aria-pressed={isOn}
      disabled={!able}
      // The selection in the text stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {label}
    </button>
  );
}

/** A picture goes with what is written below it. */
function dropPicture(editor: Editor): void {
  const chain = editor.chain().focus();
  if (editor.isActive('figure')) chain.deleteNode('figure').run();
  else chain.deleteSelection().run();
}
