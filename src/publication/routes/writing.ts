import { z } from 'zod';
import { defineRoute, type Route, receiveFile } from '../../platform/http/api/index.ts';
import { type Authority, may } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import { cleanPasted, importDocx, largestPaste, largestText } from '../service/writing.ts';

/** The largest Word document that is imported, in bytes. */
const largestDocx = 50 * 1024 * 1024;

/** What helps somebody write: addresses that change no item. */
export function writingRoutes(deps: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  return [
    define({
      method: 'POST',
      path: '/publication/clean-paste',
      summary: '整理从 Word、WPS 粘贴的内容',
      access: may('draft-items'),
      bodyBytes: largestText,
      body: z.object({ html: z.string().max(largestPaste, '粘贴的内容过多，请分几次粘贴，或者导入 Word 文档。') }),
      answer: z.object({ html: z.string(), removed: z.array(z.string()) }),
      handle: ({ body }) => cleanPasted(body.html),
    }),
    define({
      method: 'POST',
      path: '/publication/docx-text',
      summary: '导入 Word 文档的内容',
      access: may('draft-items'),
      upload: { fileBytes: largestDocx },
      requestsPerMinute: 20,
      answer: z.object({ html: z.string(), messages: z.array(z.string()) }),
      handle: async (call) => {
        const file = await receiveFile(call.request, { name: 'Word 文档', mostBytes: largestDocx });
        return file.ok ? importDocx(deps, call, file.value) : file;
      },
    }),
  ];
}
