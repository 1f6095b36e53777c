import { raiseDigits } from '../clean-text.ts';
import type { Deadline } from '../limits.ts';
import { limits } from '../limits.ts';
import type { OfficePackage } from '../ooxml/package.ts';
import type { Relationship } from '../ooxml/relationships.ts';
import { type Attributes, parseXml } from '../ooxml/xml.ts';
import { DocumentRefusal } from '../refusal.ts';
import { type NumberFormat, readNumberFormat } from './number-format.ts';

/** A sheet in the order of the tabs. */
export interface Sheet {
  name: string;
  part: string;
  isHidden: boolean;
}

/** What the cells of all sheets refer to. */
export interface Workbook {
  sheets: Sheet[];
  isDate1904: boolean;
  strings: string[];
  /** Number formats by the cell's style index. */
  formats: NumberFormat[];
}

/** Reads the workbook part with its shared strings and number formats. */
export function readWorkbook(source: OfficePackage, xml: string, parts: Relationship[], deadline: Deadline): Workbook {
  const find = (type: string) => {
    const part = parts.find((relationship) => relationship.type === type);
    return part && source.findText(part.target);
  };
  const sheets: Sheet[] = [];
  let isDate1904 = false;
  let isWorkbook = false;
  parseXml(
    xml,
    {
      open(name, attributes) {
        if (name === 'workbook') isWorkbook = true;
        else if (name === 'workbookPr') isDate1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
        else if (name === 'sheet') {
          const part = parts.find(({ id, type }) => id === attributes['r:id'] && type === 'worksheet');
          const isHidden = ['hidden', 'veryHidden'].includes(attributes.state ?? '');
          if (part !== undefined) sheets.push({ name: attributes.name ?? '', part: part.target, isHidden });
        }
        return true;
      },
      close() {},
    },
    deadline,
  );
  if (!isWorkbook) throw new DocumentRefusal('damaged-file');
  return {
    sheets,
    isDate1904,
    strings: readSharedStrings(find('sharedStrings'), deadline),
    formats: readFormats(find('styles'), deadline),
  };
}

/** The formatting of a piece of a cell's text that changes what is read. */
export class RichRun {
  #isStruck = false;
  #isRaised = false;

  open(name: string, value: string | undefined): void {
    if (name === 'r' || name === 'si' || name === 'is') {
      this.#isStruck = false;
      this.#isRaised = false;
    } else if (name === 'strike') this.#isStruck = value !== '0' && value !== 'false';
    else if (name === 'vertAlign') this.#isRaised = value !== 'baseline';
  }

  /** Struck-out text is taken back; a raised 1 behind 760 does not make 7601. */
  read(text: string): string {
    return this.#isStruck ? '' : this.#isRaised ? raiseDigits(text) : text;
  }
}

function readSharedStrings(xml: string | undefined, deadline: Deadline): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let current = '';
  let isText = false;
  const run = new RichRun();
  parseXml(
    xml,
    {
      open(name, attributes) {
        run.open(name, attributes.val);
        if (name === 'si') current = '';
        else if (name === 't') isText = true;
        // Readings of Japanese words are not part of the text.
        return name !== 'rPh';
      },
      close(name) {
        if (name === 't') isText = false;
        else if (name === 'si' && strings.push(decodeEscapes(current)) > limits.blocks) {
          throw new DocumentRefusal('too-complex');
        }
      },
      text(text) {
        if (isText) current += run.read(text);
      },
    },
    deadline,
  );
  return strings;
}

/** Characters that XML cannot hold are written `_x000D_`. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The number formats of a workbook by the style index of its cells. */
export function readFormats(xml: string | undefined, deadline: Deadline): NumberFormat[] {
  const formats: NumberFormat[] = [];
  if (xml === undefined) return formats;
  const codes = new Map<number, string>();
  let isCellFormats = false;
  const open = (name: string, attributes: Attributes): boolean => {
    if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    else if (name === 'cellXfs') isCellFormats = true;
    else if (name === 'xf' && isCellFormats) {
      const id = Number(attributes.numFmtId ?? 0);
      formats.push(readNumberFormat(id, codes.get(id)));
    }
    return name !== 'dxfs';
  };
  const close = (name: string): void => {
    if (name === 'cellXfs') isCellFormats = false;
  };
  parseXml(xml, { open, close }, deadline);
  return formats;
}
