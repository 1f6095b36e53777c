import type { Editor } from '@tiptap/core';
import { useMemo, useRef, useState } from 'react';
import { ApiProblem, asProblem } from '../../api/problem.ts';
import { messages } from './messages.ts';
import { cleanPaste, readDocx, sendAttachment } from './queries.ts';

/** What was told about something that came in from outside. */
export interface Told {
  title: string;
  lines: readonly string[];
}

const isPicture = (file: File): boolean => /^image\/(?:png|jpeg|gif|webp|bmp)$/.test(file.type);
const isDocx = (file: File): boolean => /\.docx$/i.test(file.name);

/**
 * Brings into the text what comes from outside: a paste that the server cleans, pictures that become attachments, a Word
 * file. While something is on its way `busy` says what, and `settled` waits for it.
 */
export function useInsertions() {
  const editor = useRef<Editor>(null);
  const [busy, setBusy] = useState<string>();
  const [told, setTold] = useState<Told>();
  const [problem, setProblem] = useState<string>();
  const underWay = useRef(new Set<Promise<unknown>>());
  const insertions = useMemo(() => {
    const settled = async () => {
      while (underWay.current.size > 0) await Promise.allSettled(underWay.current);
    };
    const during = (words: string, work: () => Promise<void>): Promise<void> => {
      const coming = attempt(words, work).finally(() => underWay.current.delete(coming));
      underWay.current.add(coming);
      return coming;
    };
    const attempt = async (words: string, work: () => Promise<void>) => {
      setBusy(words);
      setProblem(undefined);
      try {
        await work();
      } catch (error) {
        setProblem(asProblem(error).message);
      } finally {
        setBusy(undefined);
      }
    };
    const insertPicture = async (file: File, alt: string) => {
      if (!isPicture(file))
        throw new ApiProblem({ status: 0, code: 'not-picture', title: messages.picture, detail: messages.notPicture });
      const { id } = await sendAttachment(file);
      editor.current
        ?.chain()
        .focus()
        .setImage({ src: `attachment:${id}`, alt })
        .run();
    };
    const importWord = (file: File, place: 'replace' | 'append') =>
      during(messages.importing, async () => {
        const { html, messages: lines } = await readDocx(file);
        if (place === 'replace') editor.current?.chain().focus().setContent(html, { emitUpdate: true }).run();
        else editor.current?.chain().focus('end').insertContent(html).run();
        setTold(lines.length > 0 ? { title: messages.told, lines } : undefined);
      });
    const insertPictures = (files: readonly File[]) =>
      during(messages.uploading, async () => {
        for (const file of files) await insertPicture(file, file.name.replace(/\.[^.]*$/, ''));
      });
    /** Has what was pasted cleaned and gives it to be put in; nothing when the server cannot be reached or nothing is left. */
    const clean = (html: string, put: (cleaned: string) => void) =>
      during(messages.pasting, async () => {
        const cleaned = await cleanPaste(html).catch(() => undefined);
        if (!cleaned) setProblem(messages.pastedPlain);
        setTold(
          cleaned && cleaned.removed.length > 0 ? { title: messages.toldPaste, lines: cleaned.removed } : undefined,
        );
        put(cleaned?.html ?? '');
      });
    return { insertPicture, importWord, insertPictures, clean, settled };
  }, []);
  return { editor, busy, told, problem, forget: () => setTold(undefined), ...insertions };
}

/** What a paste or a drop brings: pictures, a Word file, or HTML that is not the editor's own. */
export function readTransfer(transfer: DataTransfer | null): {
  pictures: File[];
  word?: File;
  html?: string;
  plain: string;
} {
  const files = [...(transfer?.files ?? [])];
  const html = transfer?.getData('text/html') ?? '';
  const word = files.find(isDocx);
  const isForeign = html !== '' && !html.includes('data-pm-slice');
  return {
    // Word puts a picture of the text on the clipboard beside the text.
    pictures: html === '' ? files.filter(isPicture) : [],
    ...(word ? { word } : {}),
    ...(isForeign ? { html } : {}),
    plain: transfer?.getData('text/plain') ?? '',
  };
}
