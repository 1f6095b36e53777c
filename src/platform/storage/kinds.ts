/** What an attachment may be, as far as the content tells. */
export interface AttachmentKind {
  /** In Chinese, to follow 内容是. */
  label: string;
  mediaType: string;
  /** That a file of this kind may have; the first one is given to a file without any. */
  extensions: readonly [string, ...string[]];
  /** May be shown within the browser: it can hold no script that would run here. */
  canBeShown?: true;
}

const office = 'application/vnd.openxmlformats-officedocument';

/** Every kind the program can tell and keep. Which of them are taken is a setting, by their extensions. */
export const attachmentKinds = {
  docx: { label: 'Word 文档', mediaType: `${office}.wordprocessingml.document`, extensions: ['docx', 'wps'] },
  doc: { label: '旧版 Word 或 WPS 文字', mediaType: 'application/msword', extensions: ['doc', 'wps'] },
  xlsx: { label: 'Excel 工作簿', mediaType: `${office}.spreadsheetml.sheet`, extensions: ['xlsx', 'et'] },
  xls: { label: '旧版 Excel 或 WPS 表格', mediaType: 'application/vnd.ms-excel', extensions: ['xls', 'et'] },
  pptx: { label: '演示文稿', mediaType: `${office}.presentationml.presentation`, extensions: ['pptx', 'dps'] },
  ppt: { label: '旧版演示文稿', mediaType: 'application/vnd.ms-powerpoint', extensions: ['ppt', 'dps'] },
  pdf: { label: 'PDF 文件', mediaType: 'application/pdf', extensions: ['pdf'], canBeShown: true },
  ofd: { label: 'OFD 版式文件', mediaType: 'application/ofd', extensions: ['ofd'] },
  text: { label: '纯文本', mediaType: 'text/plain', extensions: ['txt', 'csv'] },
  jpeg: { label: 'JPEG 图片', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], canBeShown: true },
  png: { label: 'PNG 图片', mediaType: 'image/png', extensions: ['png'], canBeShown: true },
  gif: { label: 'GIF 图片', mediaType: 'image/gif', extensions: ['gif'], canBeShown: true },
  webp: { label: 'WebP 图片', mediaType: 'image/webp', extensions: ['webp'], canBeShown: true },
  bmp: { label: 'BMP 图片', mediaType: 'image/bmp', extensions: ['bmp'], canBeShown: true },
  tiff: { label: 'TIFF 图片', mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
  heic: { label: '手机照片（HEIC）', mediaType: 'image/heic', extensions: ['heic', 'heif'] },
  mp3: { label: '录音（MP3）', mediaType: 'audio/mpeg', extensions: ['mp3'] },
  mp4: { label: '录像（MP4）', mediaType: 'video/mp4', extensions: ['mp4', 'm4a', 'mov'] },
  zip: { label: 'ZIP 压缩包', mediaType: 'application/zip', extensions: ['zip'] },
  rar: { label: 'RAR 压缩包', mediaType: 'application/vnd.rar', extensions: ['rar'] },
  '7z': { label: '7z 压缩包', mediaType: 'application/x-7z-compressed', extensions: ['7z'] },
} as const satisfies Record<string, AttachmentKind>;

export type AttachmentKindName = keyof typeof attachmentKinds;

/** Every extension that may be allowed, in order. */
export const knownExtensions: readonly string[] = [
  ...new Set(Object.values<AttachmentKind>(attachmentKinds).flatMap(({ extensions }) => extensions)),
].sort();

/** What is taken unless somebody sets otherwise: documents and pictures, no recordings and no archives. */
export const customaryExtensions: readonly string[] = (
  ['docx', 'doc', 'xlsx', 'xls', 'pptx', 'ppt', 'pdf', 'ofd', 'text'] as const
)
  .flatMap((kind) => [...attachmentKinds[kind].extensions] as string[])
  .concat(['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'heic', 'heif'])
  .filter((extension, index, all) => all.indexOf(extension) === index);

/** The kind with this media type; undefined for one the program did not give. */
export const findKind = (mediaType: string): AttachmentKind | undefined =>
  Object.values<AttachmentKind>(attachmentKinds).find((kind) => kind.mediaType === mediaType);
