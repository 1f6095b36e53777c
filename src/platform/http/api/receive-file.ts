import type { FastifyRequest } from 'fastify';
import { failure, type Result, success } from '../../../kernel/result.ts';

/** What is expected of an upload that is read at once and not kept. */
export interface ExpectedFile {
  /** What the file is, e.g. 机构名单; also its name where none was sent. */
  name: string;
  /** The `fileBytes` of the route. */
  mostBytes: number;
}

/**
 * The one file of an upload, whole, for a table that is read at once. What is to be kept as it is goes through the storage.
 */
export async function receiveFile(
  request: FastifyRequest,
  { name, mostBytes }: ExpectedFile,
): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  const none = failure('no-file', `没有收到文件，请选择要导入的${name}。`);
  if (!request.isMultipart()) return none;
  try {
    const part = await request.file({ limits: { fileSize: mostBytes, files: 1, fields: 10 } });
    if (!part) return none;
    const bytes = await part.toBuffer();
    if (part.file.truncated) {
      return failure(
        'file-too-large',
        `文件超过 ${Math.floor(mostBytes / 1024 / 1024)} MB，没有读取。请去掉图片和多余的工作表后另存，再重新上传。`,
      );
    }
    return success({ name: part.filename || name, bytes });
  } catch (error) {
    // What the parser of multipart bodies objects to: broken off, garbled, without boundary.
    if (
      error instanceof Error &&
      ('code' in error || /multipart|boundary|part header|unexpected end/i.test(error.message))
    ) {
      return failure('upload-broken', '上传没有完成，收到的内容不完整。请重新选择文件再试一次。');
    }
    throw error;
  }
}
