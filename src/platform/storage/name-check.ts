import { failure, type Result, success } from '../../kernel/result.ts';
import { extensionOf, safeFileName } from './file-name.ts';
import { type AttachmentKind, type AttachmentKindName, attachmentKinds } from './kinds.ts';

/**
 * Compares the name of a file with what it is and with what is taken here; gives the name it is kept under. A
 * name without extension gets the one of its content; one that says something else is refused, because whoever
 * opens the file would be deceived.
 *
 * @param allowed extensions in lower case
 * @example checkName('扫描件', 'pdf', ['pdf']) // success('扫描件.pdf')
 */
export function checkName(fileName: string, content: AttachmentKindName, allowed: readonly string[]): Result<string> {
  const { label, extensions }: AttachmentKind = attachmentKinds[content];
  const name = safeFileName(fileName);
  const extension = extensionOf(name);
  const fitting = extensions.find((each) => allowed.includes(each)) ?? extensions[0];
  if (extension === '') {
    return allowed.includes(fitting)
      ? success(safeFileName(`${name}.${fitting}`))
      : refuseType(fitting, label, allowed);
  }
  if (!extensions.includes(extension)) {
    return failure(
      'name-contradicts',
      `文件名的后缀是“.${extension}”，内容却是${label}，两者不一致。请核对是否选对了文件；如果没有选错，请把后缀改为“.${fitting}”后再上传。`,
    );
  }
  return allowed.includes(extension) ? success(name) : refuseType(extension, label, allowed);
}

const refuseType = (extension: string, label: string, allowed: readonly string[]): Result<never> =>
  failure(
    'type-not-allowed',
    `本系统没有开放“.${extension}”文件（${label}）的上传。可以上传的类型：${allowed.join('、')}。`,
  );
