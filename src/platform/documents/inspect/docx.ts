import type { Deadline } from '../read/limits.ts';
import { OfficePackage } from '../read/ooxml/package.ts';
import { readRelationships } from '../read/ooxml/relationships.ts';
import { parseXml } from '../read/ooxml/xml.ts';
import { DocumentRefusal } from '../read/refusal.ts';
import { type InspectInner, readCompanions, tolerant } from './embedded.ts';
import { Gatherer, type Inspection } from './inspection.ts';
import { readProperties } from './properties.ts';
import { readStory } from './word-story.ts';

/** Parts of a Word file that hold text of their own, by the type of their relationship. */
const stories: Readonly<Record<string, { name: string; hidden: boolean; unit?: string }>> = {
  header: { name: '页眉', hidden: false },
  footer: { name: '页脚', hidden: false },
  footnotes: { name: '脚注', hidden: false },
  endnotes: { name: '尾注', hidden: false },
  comments: { name: '批注', hidden: true, unit: '条' },
  glossaryDocument: { name: '文档部件', hidden: true, unit: '处' },
};

/** Looks at everything in a Word file: text, tables, headers, notes, comments, tracked changes, hidden text, properties, embedded files. */
export async function inspectDocx(
  bytes: Uint8Array,
  deadline: Deadline,
  inspectInner: InspectInner,
): Promise<Inspection> {
  const source = new OfficePackage(bytes);
  const main =
    readRelationships(source, '', deadline).find(({ type }) => type === 'officeDocument')?.target ??
    'word/document.xml';
  const xml = source.findText(main);
  if (xml === undefined) throw new DocumentRefusal('damaged-file');
  const gatherer = new Gatherer();
  const parts = readRelationships(source, main, deadline);
  const styles = parts.find(({ type }) => type === 'styles');
  const hiddenStyles = readHiddenStyles(styles && source.findText(styles.target), deadline);

  readStory(xml, { name: '正文', hidden: false, hiddenStyles }, gatherer, deadline);
  for (const { type, target } of parts) {
    const story = stories[type];
    const part = story && source.findText(target);
    if (!story || part === undefined) continue;
    tolerant(() => {
      const { paragraphs, comments } = readStory(part, { ...story, hiddenStyles }, gatherer, deadline);
      if (story.unit) gatherer.conceal(story.name, story.unit, type === 'comments' ? comments : paragraphs);
    });
  }
  tolerant(() => readProperties(source, gatherer, deadline));
  await readCompanions(source, gatherer, deadline, inspectInner);
  return gatherer.finish();
}

/** Styles whose text is not shown. */
function readHiddenStyles(xml: string | undefined, deadline: Deadline): ReadonlySet<string> {
  const hidden = new Set<string>();
  if (xml === undefined) return hidden;
  let style = '';
  tolerant(() =>
    parseXml(
      xml,
      {
        open(name, attributes) {
          if (name === 'w:style') style = attributes['w:styleId'] ?? '';
          else if (name === 'w:vanish' && style !== '' && isOn(attributes['w:val'])) hidden.add(style);
          return true;
        },
        close(name) {
          if (name === 'w:style') style = '';
        },
      },
      deadline,
    ),
  );
  return hidden;
}

/** Whether a switch of Word is on; without a value it is. */
const isOn = (value: string | undefined): boolean => value === undefined || !['0', 'false', 'off'].includes(value);
