import type { NeutralDocument } from '../../../../kernel/neutral-document.ts';
import type { Deadline } from '../limits.ts';
import { OfficePackage } from '../ooxml/package.ts';
import { readRelationships } from '../ooxml/relationships.ts';
import { parseXml } from '../ooxml/xml.ts';
import { DocumentRefusal } from '../refusal.ts';
import { BodyReader } from './body.ts';
import { dropUnread } from './elements.ts';
import { Numbering } from './numbering.ts';
import { Styles } from './styles.ts';

const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Reads a Word document: the text a person sees, with headings, automatic numbers and tables. */
export function readDocx(bytes: Uint8Array, deadline: Deadline): NeutralDocument {
  const source = new OfficePackage(bytes);
  const main =
    readRelationships(source, '', deadline).find(({ type }) => type === 'officeDocument')?.target ??
    'word/document.xml';
  const xml = source.findText(main);
  if (xml === undefined) throw new DocumentRefusal('damaged-file');
  const parts = readRelationships(source, main, deadline);
  const find = (type: string) => {
    const part = parts.find((relationship) => relationship.type === type);
    return part && source.findText(part.target);
  };
  const body = new BodyReader(
    new Styles(find('styles'), deadline),
    new Numbering(find('numbering'), deadline),
    deadline,
  );
  parseXml(dropUnread(xml), body, deadline);
  const { blocks, remarks, pictures, isWord } = body.finish();
  if (!isWord) throw new DocumentRefusal('damaged-file');
  if (blocks.length === 0) throw new DocumentRefusal(pictures > 0 ? 'picture-only' : 'no-text');
  return { mediaType: docxMediaType, blocks, remarks };
}
