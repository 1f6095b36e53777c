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

function readSharedStrings(xml: string | undefined, deadline: Deadline): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let current = '';
  let isText = false;
  parseXml(
    xml,
    {
      open(name) {
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
        if (isText) current += text;
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

function readFormats(xml: string | undefined, deadline: Deadline): NumberFormat[] {
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
