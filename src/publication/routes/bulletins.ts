import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { defineRoute, id, type Route } from '../../platform/http/api/index.ts';
import { drawBulletin } from '../service/bulletin.ts';
import { type Authority, may } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The address of the sheet for a wall below /api. */
export function bulletinRoutes(deps: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  return [
    define({
      method: 'GET',
      path: '/publication/items/:id/bulletin',
      summary: '打印公告栏公告单',
      access: may('read-items'),
      params: z.object({ id }),
      query: z.object({ size: z.enum(['A4', 'A3']).default('A4'), format: z.enum(['docx', 'html']).default('docx') }),
      answer: 'file',
      handle: async (call) => {
        const file = await drawBulletin(deps, call, call.params.id, call.query);
        if (!file.ok) return file;
        const { fileName, content, policy } = file.value;
        return success(
          policy === undefined
            ? { fileName, content, mediaType: docx }
            : {
                fileName,
                content,
                mediaType: 'text/html; charset=utf-8',
                isShown: true,
                headers: { 'content-security-policy': policy },
              },
        );
      },
    }),
  ];
}
