import { zipSync } from 'fflate';
import { Numbering } from '../read/docx/numbering.ts';
import { Styles } from '../read/docx/styles.ts';
import type { Deadline } from '../read/limits.ts';
import { OfficePackage } from '../read/ooxml/package.ts';
import { readRelationships } from '../read/ooxml/relationships.ts';
import { DocumentRefusal } from '../read/refusal.ts';
import { type Losses, markParagraphs } from './docx-marks.ts';

/** The main part may be so long, in characters of XML: a document of some five hundred pages. */
const maximumXmlCharacters = 12_000_000;

/**
 * Packs a Word document anew with nothing but what its text needs, each part inflated within bounds before, so that the
 * conversion never sees a hostile package. Numbers and heading levels stand in the text (see `docx-marks.ts`).
 */
export function prepareDocx(bytes: Uint8Array, deadline: Deadline): { bytes: Uint8Array; losses: Losses } {
  const source = new OfficePackage(bytes);
  const main = readRelationships(source, '', deadline).find(({ type }) => type === 'officeDocument')?.target;
  const xml = main === undefined ? undefined : source.findText(main);
  if (main === undefined || xml === undefined) throw new DocumentRefusal('damaged-file');
  if (xml.length > maximumXmlCharacters) throw new DocumentRefusal('too-complex');

  const related = readRelationships(source, main, deadline);
  const partOf = (type: string) => related.find((each) => each.type === type)?.target;
  const textOf = (part: string | undefined) => (part === undefined ? undefined : source.findText(part));
  const styles = new Styles(textOf(partOf('styles')), deadline);
  const numbering = new Numbering(textOf(partOf('numbering')), deadline);
  const marked = markParagraphs(xml, styles, numbering, deadline);

  const parts: Record<string, Uint8Array> = { [main]: Buffer.from(marked.xml) };
  const keep = (name: string | undefined) => {
    const part = name === undefined ? undefined : source.findBytes(name);
    if (name !== undefined && part !== undefined) parts[name] = part;
  };
  keep('[Content_Types].xml');
  keep('_rels/.rels');
  keep(relationsOf(main));
  keep(partOf('styles'));
  for (const type of ['footnotes', 'endnotes']) {
    const name = partOf(type);
    const part = textOf(name);
    if (name === undefined || part === undefined) continue;
    if (part.length > maximumXmlCharacters) throw new DocumentRefusal('too-complex');
    parts[name] = Buffer.from(part);
  }
  for (const { target } of related.filter(({ type }) => type === 'image')) keep(target);
  return { bytes: zipSync(parts, { level: 0 }), losses: marked.losses };
}

const relationsOf = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};
