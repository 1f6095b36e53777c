import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { failure, type Result, success } from '../../../kernel/result.ts';
import { detectFormat } from '../read/detect-format.ts';
import { Deadline, maximumBytes } from '../read/limits.ts';
import { DocumentRefusal, refuse } from '../read/refusal.ts';
import { cleanHtml } from './clean-html.ts';
import { type Losses, markSigns } from './docx-marks.ts';
import { prepareDocx } from './docx-package.ts';
import type { Numbered } from './list-markers.ts';
import { makeLists } from './office-lists.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A picture as it stands in a document. */
export interface FoundPicture {
  /** What it may be called as a file: `图片1.png`. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** What a Word document became. */
export interface ImportedDocx {
  /** Clean, as {@link cleanHtml} gives it; pictures are attachments. */
  html: string;
  /** What was lost or has to be looked at, each a sentence without its end. */
  messages: string[];
}

/** The most pictures that are taken out of one document. */
const maximumPictures = 100;
const picturesOfTheWeb: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
};

/** A Word document that was read; its pictures are not kept yet. */
export interface ReadDocx {
  /** Clean; a picture is called by its `id`. */
  html: string;
  pictures: (FoundPicture & { id: string })[];
  /** Pictures that fit no web page, or are too many. */
  lostPictures: number;
  /** What else was lost or has to be looked at. */
  messages: string[];
}

/** Reads a Word document; {@link readDocx} here, or the same in a thread of its own. */
export type DocxReader = (file: { name: string; bytes: Uint8Array }) => Promise<Result<ReadDocx>>;

/**
 * Turns a Word document into a rich text: headings, automatic numbers, lists, tables with the cells that span others,
 * emphasis, notes, pictures. Tracked changes are taken as accepted. Memory and time are bounded.
 *
 * @param savePicture keeps a picture and gives its id as an attachment; undefined when it cannot be kept
 * @returns refused when the file is no Word document or cannot be read, with what to do
 */
export async function docxToHtml(
  file: { name: string; bytes: Uint8Array },
  savePicture: (picture: FoundPicture) => Promise<string | undefined>,
  read: DocxReader = readDocx,
): Promise<Result<ImportedDocx>> {
  const done = await read(file);
  if (!done.ok) return done;
  const { pictures, lostPictures, messages } = done.value;
  const kept = new Map<string, string | undefined>();
  for (const { id, ...picture } of pictures) kept.set(id, await savePicture(picture));
  const lost = lostPictures + [...kept.values()].filter((id) => id === undefined).length;
  const html = done.value.html
    .replace(/<img src="attachment:([0-9a-f-]{36})"[^>]*>/g, (picture, found: string) => {
      const id = kept.get(found);
      return id === undefined ? '' : picture.replace(found, id);
    })
    .replace(/<p><\/p>\n?/g, '')
    .trimEnd();
  return success({ html, messages: [...messages, ...(lost > 0 ? [lostWords(lost)] : [])] });
}

/** Reads a Word document: the part that takes long. */
export async function readDocx(file: { name: string; bytes: Uint8Array }): Promise<Result<ReadDocx>> {
  const { name, bytes } = file;
  if (bytes.length > maximumBytes)
    return failure('file-too-large', `“${name}”超过 50 MB，请压缩或删去其中的图片后再导入。`);
  const format = detectFormat(bytes, name);
  if (typeof format === 'object') return refuse(format.refused, name);
  if (format !== 'docx')
    return failure('not-docx', `“${name}”不是 Word 文档（.docx），请用 Word 或 WPS 另存为 .docx 再导入。`);
  try {
    return success(await convert(bytes));
  } catch (error) {
    if (error instanceof DocumentRefusal) return refuse(error.code, name);
    // The conversion goes down by recursion and reads parts that are not checked before.
    if (error instanceof Error) return refuse('damaged-file', name);
    throw error;
  }
}

/** What a picture is called until it is kept. */
const waitingId = (at: number): string => `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`;

async function convert(bytes: Uint8Array): Promise<ReadDocx> {
  const prepared = prepareDocx(bytes, new Deadline());
  const { default: mammoth } = await import('mammoth');
  const pictures: ReadDocx['pictures'] = [];
  let found = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    found += 1;
    const ending = picturesOfTheWeb[image.contentType];
    if (ending === undefined || pictures.length >= maximumPictures) return { src: '' };
    const id = waitingId(found);
    pictures.push({
      id,
      name: `图片${pictures.length + 1}.${ending}`,
      mediaType: image.contentType,
      bytes: await image.readAsBuffer(),
    });
    return { src: `attachment:${id}` };
  });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(prepared.bytes) },
    { convertImage, includeEmbeddedStyleMap: false, externalFileAccess: false },
  );
  const { html, removed } = cleanHtml(takeMarks(value));
  if (html === '' && pictures.length === 0) throw new DocumentRefusal('no-text');
  return {
    html,
    pictures,
    lostPictures: found - pictures.length,
    messages: [...wordsFor(prepared.losses), ...removed.filter((each) => !each.includes('图片'))],
  };
}

/** Turns the signs in the text back into headings, numbers and lists. */
function takeMarks(html: string): string {
  const fragment = parseFragment(html);
  settle(fragment);
  return serialize(fragment);
}

const heading = new RegExp(`^${markSigns.heading}(\\d)${markSigns.end}`);
const number = new RegExp(`^${markSigns.number}(\\d+)${markSigns.middle}([^${markSigns.end}]*)${markSigns.end}`);

function settle(parent: Parent): void {
  for (const child of parent.childNodes) if ('tagName' in child) settle(child);
  makeLists(parent, numberOf);
}

function numberOf(element: Element): Numbered | undefined {
  if (!/^(?:p|h[1-6])$/.test(element.tagName)) return undefined;
  const [first] = element.childNodes;
  if (first === undefined || !('value' in first) || !/^[\ufdd0\ufdd1]/.test(first.value)) return undefined;
  const level = heading.exec(first.value)?.[1];
  first.value = first.value.replace(heading, '');
  if (level !== undefined) {
    element.tagName = `h${level}`;
    element.nodeName = element.tagName;
  }
  const found = number.exec(first.value);
  if (!found) return undefined;
  first.value = first.value.slice(found[0].length);
  const [, depth = '0', marker = ''] = found;
  return { level: Number(depth), marker, asWords: element.tagName !== 'p' && marker !== '·' };
}

/** What was lost, in words. */
function wordsFor(losses: Losses): string[] {
  const told: [number, string][] = [
    [losses.revisions, '文档带有修订痕迹，已按接受全部修订后的内容导入，请核对'],
    [losses.comments, `${losses.comments} 条批注没有导入`],
    [losses.hidden, `${losses.hidden} 处隐藏文字没有导入`],
    [losses.contents, '目录没有导入，网页按标题自动分层'],
    [losses.notes, '脚注和尾注移到了文末'],
    [losses.formulas, `${losses.formulas} 个公式无法导入，请以图片或附件提供`],
    [losses.charts, `${losses.charts} 个图表无法导入，请另存为图片后插入`],
  ];
  return told.filter(([count]) => count > 0).map(([, words]) => words);
}

const lostWords = (pictures: number): string =>
  `${pictures} 张图片无法导入（格式不适合网页，或者超出数量、大小限制），请另存为 PNG 或 JPG 后插入`;
