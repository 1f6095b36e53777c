import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import type { FieldProblem } from '../../kernel/problem.ts';
import { type Failure, failure, invalid, type Result, success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import { type Attachment, addAttachment } from './attachments.ts';
import { admitUpload, type InspectedFile, inspectFile, keepFile, type ReceivedFile } from './receive.ts';
import type { AttachmentRules } from './settings.ts';
import { discard } from './staging.ts';
import type { Storage } from './storage.ts';

const megabyte = 1024 * 1024;

/**
 * Receives the files of a multipart request, one or several, and makes attachments of them that wait for a
 * record. All or none: a refusal says at the field `files.<n>` (from 0) what is wrong with which file.
 */
export async function receiveUpload(
  storage: Storage,
  actor: Actor,
  now: Date,
  request: FastifyRequest,
): Promise<Result<Attachment[]>> {
  if (!request.isMultipart()) return failure('no-file', '没有收到文件，请选择文件后再上传。');
  const admitted = await admitUpload(storage, actor, now, Number(request.headers['content-length'] ?? 0));
  if (!admitted.ok) return admitted;
  const inspected: InspectedFile[] = [];
  try {
    const refusal = await inspectAll(storage, actor, now, admitted.value, request, inspected);
    return refusal ?? (await keepAll(storage, actor, now, inspected));
  } finally {
    await Promise.all(inspected.map(({ staged }) => discard(staged)));
  }
}

/** Reads the request to its end and puts what is fit into `inspected`; returns why the whole is refused. */
async function inspectAll(
  storage: Storage,
  actor: Actor,
  now: Date,
  rules: AttachmentRules,
  request: FastifyRequest,
  inspected: InspectedFile[],
): Promise<Failure | undefined> {
  const problems: (FieldProblem & { code: string })[] = [];
  let count = 0;
  try {
    const limits = { fileSize: rules.fileMegabytes * megabyte, files: rules.filesPerUpload, fields: 5, fieldSize: 100 };
    for await (const { file, filename } of request.files({ limits })) {
      const sent = { fileName: filename ?? '', content: file, isTruncated: () => file.truncated };
      const result = await inspectFile(storage, actor, now, rules, sent);
      if (result.ok) inspected.push(result.value);
      else problems.push({ field: `files.${count}`, message: result.problem.message, code: result.problem.code });
      count += 1;
    }
  } catch (error) {
    return explainBreak(error, rules);
  }
  const [first] = problems;
  if (!first) return count === 0 ? failure('no-file', '没有收到文件，请选择文件后再上传。') : undefined;
  const fields = problems.map(({ field, message }) => ({ field, message }));
  // One reason has a status of its own; of several each stands at its file.
  return problems.length === 1 ? failure(first.code, first.message, fields) : invalid(fields);
}

async function keepAll(
  storage: Storage,
  actor: Actor,
  now: Date,
  inspected: readonly InspectedFile[],
): Promise<Result<Attachment[]>> {
  const received: ReceivedFile[] = [];
  for (const file of inspected) {
    const kept = await keepFile(storage, actor.countyId, now, file);
    if (!kept.ok) return kept;
    received.push(kept.value);
  }
  return write(storage.db, actor, now, async (trx, record) => {
    const attachments: Attachment[] = [];
    for (const file of received) attachments.push(await addAttachment({ trx, record, actor, now }, file));
    return success(attachments);
  });
}

/** What the parser of multipart bodies objects to: too many files, broken off, garbled. */
function explainBreak(error: unknown, { filesPerUpload }: AttachmentRules): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT') {
    return failure('too-many-files', `一次最多上传 ${filesPerUpload} 个文件，请分几次上传。`);
  }
  if (typeof code === 'string' || /multipart|boundary|part header|terminated|premature/i.test(String(error))) {
    return failure('upload-broken-off', '上传没有完成，收到的内容不完整。请检查网络后重新上传。');
  }
  throw error;
}
