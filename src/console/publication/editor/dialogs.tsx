import type { Editor } from '@tiptap/core';
import { Button, Form, Input, Radio } from 'antd';
import { FormDialog } from '../../parts/dialog.tsx';
import { FileInput } from '../../parts/file-input.tsx';
import { required } from '../../parts/form.tsx';
import { messages } from './messages.ts';

/** Sets or takes away the link of the selection. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const href = String(editor.getAttributes('link').href ?? '');
  const set = async ({ address }: { address: string }) => {
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && href === '')
      chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    else chain.setLink({ href: address }).run();
  };
  const drop = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };
  return (
    <FormDialog
      title={messages.linkTitle}
      confirm={messages.linkSet}
      initialValues={{ address: href }}
      act={set}
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item
        name="address"
        label={messages.linkAddress}
        extra={messages.linkHint}
        rules={[{ required: true, pattern: /^(?:https?:\/\/|mailto:)\S+$/i, message: messages.linkMissing }]}
      >
        <Input autoFocus maxLength={2000} />
      </Form.Item>
      {href === '' ? null : <Button onClick={drop}>{messages.linkDrop}</Button>}
    </FormDialog>
  );
}

interface PictureDialogProps {
  insert(file: File, alt: string): Promise<void>;
  onClose(): void;
}

/** Chooses a picture, with what is said in its place to who does not see it. */
export function PictureDialog({ insert, onClose }: PictureDialogProps) {
  return (
    <FormDialog<{ file: File; alt: string }, void>
      title={messages.pictureTitle}
      confirm={messages.pictureInsert}
      act={({ file, alt }) => insert(file, alt)}
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item
        name="file"
        label={messages.pictureFile}
        extra={messages.notPicture}
        rules={[{ required: true, message: messages.pictureFileMissing }]}
      >
        <FileInput accept=".jpg,.jpeg,.png,.gif,.webp,.bmp" />
      </Form.Item>
      <Form.Item
        name="alt"
        label={messages.pictureAlt}
        extra={messages.pictureAltHint}
        rules={[required(messages.pictureAltMissing)]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

/** Says what the selected picture shows, e.g. of one that came with a Word file. */
export function PictureWordsDialog({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const kind = editor.isActive('figure') ? 'figure' : 'image';
  return (
    <FormDialog<{ alt: string }, void>
      title={messages.pictureAlt}
      confirm={messages.pictureSet}
      initialValues={{ alt: String(editor.getAttributes(kind).alt ?? '') }}
      act={async ({ alt }) => {
        editor.chain().focus().updateAttributes(kind, { alt }).run();
      }}
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item
        name="alt"
        label={messages.pictureAlt}
        extra={messages.pictureAltHint}
        rules={[required(messages.pictureAltMissing)]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}

interface WordDialogProps {
  /** Whether something is written already. */
  isWritten: boolean;
  /** A file that was dropped on the text. */
  file?: File | undefined;
  take(file: File, place: 'replace' | 'append'): Promise<void>;
  onClose(): void;
}

/** Chooses a Word file and, where something is written already, what becomes of that. */
export function WordDialog({ isWritten, file: dropped, take, onClose }: WordDialogProps) {
  return (
    <FormDialog<{ file?: File; place?: 'replace' | 'append' }, void>
      title={messages.wordTitle}
      confirm={messages.word}
      initialValues={{ place: isWritten ? 'append' : 'replace' }}
      act={async ({ file = dropped, place = 'replace' }) => {
        if (file) await take(file, place);
      }}
      onDone={onClose}
      onClose={onClose}
    >
      {dropped ? (
        <p className="dialog-words">{dropped.name}</p>
      ) : (
        <Form.Item name="file" label={messages.wordFile} rules={[{ required: true, message: '请选择 Word 文档。' }]}>
          <FileInput accept=".docx" />
        </Form.Item>
      )}
      {isWritten ? (
        <Form.Item name="place" label={messages.wordWords}>
          <Radio.Group
            options={[
              { value: 'append', label: messages.wordAppend },
              { value: 'replace', label: messages.wordReplace },
            ]}
          />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
