import type { Deadline } from '../limits.ts';
import { type Attributes, parseXml } from '../ooxml/xml.ts';
import { isOn } from './numbering.ts';

interface Style {
  name: string;
  basedOn?: string;
  /** 0 is the first heading level, 9 is body text. */
  outlineLevel?: number;
  listId?: string;
  listLevel?: number;
  isHidden?: boolean;
}

/** What a paragraph or a run gets from its style, with everything inherited from the styles below it. */
export interface ResolvedStyle {
  id: string;
  /** Heading level 1 to 6. */
  heading?: number;
  listId?: string;
  listLevel?: number;
  isHidden: boolean;
  /** An entry of a table of contents. */
  isContents: boolean;
}

const noStyle: ResolvedStyle = { id: '', isHidden: false, isContents: false };

/** The styles of a Word document, as far as they change what is read. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #resolved = new Map<string, ResolvedStyle>();
  #defaultParagraph = '';

  constructor(xml: string | undefined, deadline: Deadline) {
    if (xml !== undefined) this.#read(xml, deadline);
  }

  /** The style of that id; without an id the default paragraph style. An unknown id counts as no style. */
  get(id: string | undefined): ResolvedStyle {
    const key = id ?? this.#defaultParagraph;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const resolved = this.#resolve(key);
    this.#resolved.set(key, resolved);
    return resolved;
  }

  #resolve(id: string): ResolvedStyle {
    const style = this.#styles.get(id);
    if (style === undefined) return noStyle;
    const chain: Style[] = [];
    for (let at: Style | undefined = style; at !== undefined && chain.length < 20; ) {
      chain.push(at);
      at = at.basedOn === undefined ? undefined : this.#styles.get(at.basedOn);
    }
    const first = <K extends keyof Style>(key: K) => chain.find((each) => each[key] !== undefined)?.[key];
    const resolved: ResolvedStyle = {
      id,
      isHidden: first('isHidden') ?? false,
      isContents: /^(?:toc|目录|contents)\s*(?:\d|heading|标题)/i.test(style.name),
    };
    const heading = headingLevel(
      first('outlineLevel'),
      chain.map((each) => each.name),
    );
    if (heading !== undefined) resolved.heading = heading;
    const listId = first('listId');
    if (listId !== undefined) resolved.listId = listId;
    const listLevel = first('listLevel');
    if (listLevel !== undefined) resolved.listLevel = listLevel;
    return resolved;
  }

  #read(xml: string, deadline: Deadline): void {
    let style: Style | undefined;
    const open = (name: string, attributes: Attributes): boolean => {
      if (name === 'w:style') {
        style = { name: '' };
        const id = attributes['w:styleId'] ?? '';
        this.#styles.set(id, style);
        if (
          attributes['w:type'] === 'paragraph' &&
          attributes['w:default'] !== undefined &&
          isOn(attributes['w:default'])
        ) {
          this.#defaultParagraph = id;
        }
      } else if (style !== undefined) {
        readProperty(style, name, attributes['w:val']);
      }
      // What a table style says of its first row or last column is no matter of text.
      return name !== 'w:tblStylePr' && name !== 'w:latentStyles';
    };
    const close = (name: string): void => {
      if (name === 'w:style') style = undefined;
    };
    parseXml(xml, { open, close }, deadline);
  }
}

function readProperty(style: Style, name: string, value: string | undefined): void {
  switch (name) {
    case 'w:name':
      style.name = value ?? '';
      break;
    case 'w:basedOn':
      if (value !== undefined) style.basedOn = value;
      break;
    case 'w:outlineLvl':
      style.outlineLevel = Number(value);
      break;
    case 'w:numId':
      if (value !== undefined) style.listId = value;
      break;
    case 'w:ilvl':
      style.listLevel = Number(value);
      break;
    case 'w:vanish':
      style.isHidden = isOn(value);
      break;
  }
}

function headingLevel(outlineLevel: number | undefined, names: string[]): number | undefined {
  if (outlineLevel !== undefined) return fromOutline(outlineLevel);
  for (const name of names) {
    const match = /^(?:heading|标题)\s*([1-9])$/i.exec(name.trim());
    if (match !== null) return Math.min(Number(match[1]), 6);
    if (/^(?:title|标题|文档标题)$/i.test(name.trim())) return 1;
  }
  return undefined;
}

/** The heading level 1 to 6 for Word's outline level 0 to 8; undefined for body text (9). */
export const fromOutline = (level: number): number | undefined =>
  level >= 0 && level <= 8 ? Math.min(level + 1, 6) : undefined;
