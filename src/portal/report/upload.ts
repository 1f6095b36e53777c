import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { failure, type Result } from '../../kernel/result.ts';
import { sizeInWords } from '../messages.ts';
import type { UploadLimits } from './limits.ts';

/** A file as it was uploaded; `content` is a refusal when it was not taken. */
export interface UploadedFile {
  name: string;
  content: Result<Uint8Array>;
}

/** Everything one upload brought that is not a file. */
export interface UploadFields {
  text: string;
  textIsTooLong: boolean;
  level: string;
}

/** Why an upload could not be taken at all. `status` is the HTTP status to answer with. */
export class UploadRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** So many file parts are read at all, as a multiple of the files allowed. */
const patience = 10;

/**
 * Takes an upload piece by piece: `onFile` gets each file of the fields `files` and `previous` as it
 * is complete and may hold up the upload by not returning. A file that is too large, or comes after
 * the last one allowed, is passed over and handed on as a refusal, and the rest is still taken.
 *
 * @throws UploadRefusal when what came is no upload, breaks off or is beyond all measure.
 */
export async function receiveUpload(
  request: FastifyRequest,
  limits: UploadLimits,
  onFile: (field: 'files' | 'previous', file: UploadedFile) => Promise<void>,
): Promise<UploadFields> {
  const fields: UploadFields = { text: '', textIsTooLong: false, level: '' };
  const taker = new FileTaker(limits);
  try {
    for await (const part of partsOf(request, limits)) {
      if (part.type === 'file') {
        const file = await taker.take(part);
        if (file) await onFile(part.fieldname === 'previous' ? 'previous' : 'files', file);
      } else if (part.fieldname === 'text' && typeof part.value === 'string') {
        fields.text = part.value;
        fields.textIsTooLong = part.valueTruncated;
      } else if (part.fieldname === 'level' && typeof part.value === 'string') {
        fields.level = part.value;
      }
    }
  } catch (error) {
    throw refusalOf(error, limits);
  }
  return fields;
}

function partsOf(request: FastifyRequest, limits: UploadLimits): AsyncIterable<Multipart> {
  if (!request.isMultipart()) {
    throw new UploadRefusal(415, '没有收到文件或者文字。请用本页的表单放入年报。');
  }
  return request.parts({
    limits: {
      fileSize: limits.fileBytes,
      files: limits.files * patience,
      fields: 20,
      fieldSize: limits.textBytes,
    },
  });
}

/** Takes the files of one upload within its limits. */
class FileTaker {
  private readonly limits: UploadLimits;
  private count = 0;
  private total = 0;

  constructor(limits: UploadLimits) {
    this.limits = limits;
  }

  /** The file, or undefined for the empty part a browser sends for an empty field. */
  async take(part: MultipartFile): Promise<UploadedFile | undefined> {
    const name = shortened(part.filename ?? '');
    const { files, fileBytes, totalBytes } = this.limits;
    const isOneTooMany = this.count >= files;
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      this.total += chunk.length;
      if (this.total > totalBytes * 2) {
        throw new UploadRefusal(413, `一次上传的文件太大，超过 ${sizeInWords(totalBytes)}。请分几次放入。`);
      }
      if (!isOneTooMany && this.total <= totalBytes) chunks.push(chunk);
    }
    if (name === '' && bytes === 0) return undefined;
    this.count += 1;
    const refuse = (code: string, message: string) => ({ name, content: failure(code, message) });
    if (isOneTooMany) return refuse('too-many-files', `一次最多读取 ${files} 个文件，这个文件没有读取，请另行放入。`);
    if (part.file.truncated) {
      return refuse(
        'file-too-large',
        `文件超过 ${sizeInWords(fileBytes)}，没有读取。请去掉图片后另存，或者复制文字粘贴。`,
      );
    }
    if (this.total > totalBytes) {
      return refuse('upload-too-large', `本次上传合计超过 ${sizeInWords(totalBytes)}，这个文件没有读取，请另行放入。`);
    }
    return { name, content: { ok: true, value: Buffer.concat(chunks) } };
  }
}

/** A name as long as a file system allows at most, with its ending: it is said in every sentence about the file. */
function shortened(name: string): string {
  return name.length > 255 ? `${name.slice(0, 200).toWellFormed()}…${name.slice(-40).toWellFormed()}` : name;
}

function refusalOf(error: unknown, limits: UploadLimits): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT') {
    return new UploadRefusal(413, `一次放入的文件太多。每次最多 ${limits.files} 个，请分几次放入。`);
  }
  if (error instanceof UploadRefusal) return error;
  // Whatever else the parser of multipart bodies objects to: broken off, garbled, without boundary.
  if (typeof code === 'string' || /multipart|boundary|part header/i.test(String(error))) {
    return new UploadRefusal(400, '上传没有完成，收到的内容不完整。请重新选择文件再试一次。');
  }
  return error;
}
