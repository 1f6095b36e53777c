import { cleanHtml } from './clean-html.ts';
import { readDocx } from './docx-to-html.ts';
import { cleanPaste } from './office-paste.ts';

/** Heavy work on a rich text. */
export type RichTextTask =
  | { do: 'read-docx'; file: { name: string; bytes: Uint8Array } }
  | { do: 'clean' | 'clean-paste'; html: string };

/** Does it. @returns what the function of that name returns */
export async function doTask(task: RichTextTask): Promise<unknown> {
  switch (task.do) {
    case 'read-docx':
      return readDocx(task.file);
    case 'clean':
      return cleanHtml(task.html);
    case 'clean-paste':
      return cleanPaste(task.html);
  }
}
