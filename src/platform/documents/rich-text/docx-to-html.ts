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
): Promise<Result<ImportedDocx>> {
  const { name, bytes } = file;
  if (bytes.length > maximumBytes)
    return failure('file-too-large', `“${name}”超过 50 MB，请压缩或删去其中的图片后再导入。`);
  const format = detectFormat(bytes, name);
  if (typeof format === 'object') return refuse(format.refused, name);
  if (format !== 'docx')
    return failure('not-docx', `“${name}”不是 Word 文档（.docx），请用 Word 或 WPS 另存为 .docx 再导入。`);
  try {
    return success(await convert(bytes, savePicture));
  } catch (error) {
    if (error instanceof DocumentRefusal) return refuse(error.code, name);
    // The conversion goes down by recursion and reads parts that are not checked before.
    if (error instanceof Error) return refuse('damaged-file', name);
    throw error;
  }
}

async function convert(
  bytes: Uint8Array,
  savePicture: (picture: FoundPicture) => Promise<string | undefined>,
): Promise<ImportedDocx> {
  const prepared = prepareDocx(bytes, new Deadline());
  const { default: mammoth } = await import('mammoth');
  let pictures = 0;
  let lost = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = picturesOfTheWeb[image.contentType];
    const isTaken = ending !== undefined && ++pictures <= maximumPictures;
    const found = isTaken && {
      name: `图片${pictures}.${ending}`,
      mediaType: image.contentType,
      bytes: await image.readAsBuffer(),
    };
    const id = found ? await savePicture(found) : undefined;
    if (id === undefined) lost++;
    return { src: id === undefined ? '' : `attachment:${id}` };
  });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(prepared.bytes) },
    { convertImage, includeEmbeddedStyleMap: false, externalFileAccess: false },
  );
  const { html, removed } = cleanHtml(takeMarks(value));
  if (html === '' && pictures === 0) throw new DocumentRefusal('no-text');
  return { html, messages: [...wordsFor(prepared.losses, lost), ...removed.filter((each) => !each.includes('图片'))] };
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
function wordsFor(losses: Losses, pictures: number): string[] {
  const told: [number, string][] = [
    [losses.revisions, '文档带有修订痕迹，已按接受全部修订后的内容导入，请核对'],
    [losses.comments, `${losses.comments} 条批注没有导入`],
    [losses.hidden, `${losses.hidden} 处隐藏文字没有导入`],
    [losses.contents, '目录没有导入，网页按标题自动分层'],
    [losses.notes, '脚注和尾注移到了文末'],
    [losses.formulas, `${losses.formulas} 个公式无法导入，请以图片或附件提供`],
    [losses.charts, `${losses.charts} 个图表无法导入，请另存为图片后插入`],
    [pictures, `${pictures} 张图片无法导入（格式不适合网页，或者超出数量、大小限制），请另存为 PNG 或 JPG 后插入`],
  ];
  return told.filter(([count]) => count > 0).map(([, words]) => words);
}
