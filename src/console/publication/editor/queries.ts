import { api, ask } from '../../api/client.ts';

/** A file that was sent and waits to become part of what is being written. */
export interface SentAttachment {
  id: string;
  fileName: string;
  mediaType: string;
  size: number;
}

const formOf = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file);
  return form;
};

/** Uploads one file. */
export async function sendAttachment(file: File): Promise<SentAttachment> {
  const { items } = await ask(api.POST('/api/attachments', { body: {}, bodySerializer: () => formOf(file) }));
  const [sent] = items;
  if (!sent) throw new Error('an upload without an answer');
  return sent;
}

/** Has the server clean what was pasted. */
export const cleanPaste = (html: string) =>
  ask(api.POST('/api/publication/clean-paste', { body: { html: html.replaceAll('\u0000', '') } }));

/** Has the server turn a Word file into a text. */
export const readDocx = (file: File) =>
  ask(api.POST('/api/publication/docx-text', { body: {}, bodySerializer: () => formOf(file) }));
