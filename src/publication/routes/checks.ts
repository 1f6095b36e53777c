import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { tableFileFormats, tableMediaTypes } from '../../kernel/table-file-format.ts';
import {
  defineRoute,
  id,
  pageOf,
  pageQuery,
  type Route,
  receiveFile,
  seenVersion,
} from '../../platform/http/api/index.ts';
import { checks } from '../domain/check/index.ts';
import { type Authority, may, mayOneOf } from '../service/caller.ts';
import { judgeFinding, withdrawJudgement } from '../service/check-judging.ts';
import { mendFindings } from '../service/check-masking.ts';
import { getItemChecks, runItemChecks } from '../service/checking.ts';
import type { PublicationDeps } from '../service/deps.ts';
import { exportWords, importWords, keepWord, listCountyWords, removeWord } from '../service/words.ts';
import { checkResult, describedCheck, word, wordEntry } from './check-shapes.ts';

/** The largest file of words, in bytes. */
const largestWordFile = 5 * 1024 * 1024;

/** The addresses of checks and of the list of words below /api. */
export function checkRoutes(deps: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  const { db } = deps;
  const one = z.object({ id });
  const key = z.string().regex(/^[0-9a-f]{64}$/, '检查结果已经过期，请重新检查');
  const answer = z.object({ result: checkResult });
  return [
    define({
      method: 'GET',
      path: '/publication/items/:id/checks',
      summary: '查看检查结果',
      access: may('read-items'),
      params: one,
      answer: z.object({ result: checkResult.optional() }),
      handle: async (call) => {
        const view = await getItemChecks(db, call, call.params.id);
        return view.ok ? success(view.value ? { result: view.value } : {}) : view;
      },
    }),
    define({
      method: 'POST',
      path: '/publication/items/:id/checks',
      summary: '检查正文和附件',
      access: may('read-items'),
      requestsPerMinute: 60,
      params: one,
      answer,
      handle: async (call) => {
        const view = await runItemChecks(deps, call, call.params.id);
        return view.ok ? success({ result: view.value }) : view;
      },
    }),
    define({
      method: 'POST',
      path: '/publication/items/:id/checks/judgements',
      summary: '说明或者放行检查结果',
      access: mayOneOf('draft-items', 'review-secrecy'),
      params: one,
      body: z.object({
        key,
        reason: z.string('请写明理由').trim().min(2, '请写明理由').max(1_000, '理由不能超过 1000 个字'),
      }),
      answer,
      handle: async (call) => {
        const view = await judgeFinding(db, call, call.params.id, call.body);
        return view.ok ? success({ result: view.value }) : view;
      },
    }),
    define({
      method: 'DELETE',
      path: '/publication/items/:id/checks/judgements/:key',
      summary: '收回对检查结果的说明',
      access: mayOneOf('draft-items', 'review-secrecy'),
      params: z.object({ id, key }),
      answer,
      handle: async (call) => {
        const view = await withdrawJudgement(db, call, call.params.id, call.params.key);
        return view.ok ? success({ result: view.value }) : view;
      },
    }),
    define({
      method: 'POST',
      path: '/publication/items/:id/checks/mask',
      summary: '一键脱敏、改正',
      access: may('draft-items'),
      params: one,
      body: z.object({ version: seenVersion, keys: z.array(key).min(1, '请选择要处理的地方').max(2_000) }),
      answer: z.object({ result: checkResult, version: z.int(), textNumber: z.int() }),
      handle: (call) => mendFindings(deps, call, call.params.id, call.body),
    }),
    define({
      method: 'GET',
      path: '/publication/checks',
      summary: '查看检查项目',
      access: may('read-items'),
      answer: z.object({ checks: z.array(describedCheck) }),
      handle: async () => success({ checks: checks.map((check) => ({ ...check })) }),
    }),
    define({
      method: 'GET',
      path: '/publication/check-words',
      summary: '查看词表',
      access: mayOneOf('configure-publication', 'read-items'),
      query: pageQuery.extend({ search: z.string().max(50).default('') }),
      answer: pageOf(word),
      handle: async (call) => success(await listCountyWords(db, call, call.query.search, call.query)),
    }),
    define({
      method: 'POST',
      path: '/publication/check-words',
      summary: '登记词表',
      access: may('configure-publication'),
      body: wordEntry,
      answer: word,
      handle: (call) => keepWord(db, call, call.body),
    }),
    define({
      method: 'DELETE',
      path: '/publication/check-words/:id',
      summary: '删除词表中的词',
      access: may('configure-publication'),
      params: one,
      handle: (call) => removeWord(db, call, call.params.id),
    }),
    define({
      method: 'POST',
      path: '/publication/check-words/import',
      summary: '导入词表',
      access: may('configure-publication'),
      upload: { fileBytes: largestWordFile },
      requestsPerMinute: 10,
      answer: z.object({
        added: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        refused: z.array(z.object({ row: z.int(), message: z.string() })),
      }),
      handle: async (call) => {
        const file = await receiveFile(call.request, { name: '词表', mostBytes: largestWordFile });
        return file.ok ? importWords(db, call, file.value) : file;
      },
    }),
    define({
      method: 'GET',
      path: '/publication/check-words/export',
      summary: '导出词表',
      access: mayOneOf('configure-publication', 'read-items'),
      query: z.object({ format: z.enum(tableFileFormats).default('xlsx') }),
      answer: 'file',
      handle: async (call) =>
        success({
          fileName: `词表.${call.query.format}`,
          mediaType: tableMediaTypes[call.query.format],
          content: await exportWords(db, call, call.query.format),
        }),
    }),
  ];
}
