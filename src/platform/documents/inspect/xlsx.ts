import { type Deadline, limits } from '../read/limits.ts';
import { OfficePackage } from '../read/ooxml/package.ts';
import { readRelationships } from '../read/ooxml/relationships.ts';
import { parseXml } from '../read/ooxml/xml.ts';
import { DocumentRefusal } from '../read/refusal.ts';
import { decodeEscapes, readFormats } from '../read/xlsx/workbook.ts';
import { type InspectInner, readCompanions, tolerant } from './embedded.ts';
import { Gatherer, type Inspection } from './inspection.ts';
import { localName, readProperties, readTexts } from './properties.ts';
import { readCells } from './sheet-cells.ts';

/** Looks at everything in a workbook: all sheets, hidden ones, rows and columns too, comments, names, pivot tables, properties. */
export async function inspectXlsx(
  bytes: Uint8Array,
  deadline: Deadline,
  inspectInner: InspectInner,
): Promise<Inspection> {
  const source = new OfficePackage(bytes);
  const main =
    readRelationships(source, '', deadline).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = source.findText(main);
  if (xml === undefined) throw new DocumentRefusal('damaged-file');
  const gatherer = new Gatherer();
  const parts = readRelationships(source, main, deadline);
  const find = (type: string) => {
    const part = parts.find((relationship) => relationship.type === type);
    return part && source.findText(part.target);
  };
  const { sheets, isDate1904 } = readSheets(xml, gatherer, deadline);
  const strings = readStrings(find('sharedStrings'), deadline);
  const formats = readFormats(find('styles'), deadline);

  for (const { name, id, state } of sheets) {
    const target = parts.find((part) => part.id === id)?.target;
    const part = target && source.findText(target);
    if (target === undefined || part === undefined) continue;
    const isHidden = state === 'hidden' || state === 'veryHidden';
    if (isHidden) gatherer.conceal('隐藏的工作表', '个');
    const words = isHidden ? `隐藏工作表“${name}”` : `工作表“${name}”`;
    gatherer.add('工作表名称', name, isHidden);
    const cells = readCells(part, { strings, formats, isDate1904 }, deadline);
    const hiddenRows = new Set<number>();
    const hiddenColumns = new Set<number>();
    gatherer.addTable(
      name,
      cells.rows.map(({ number, isHidden: isHiddenRow, cells: row }) =>
        row.map(({ address, column, text }) => {
          const isHiddenColumn = cells.isHiddenColumn(column);
          if (text !== '' && isHiddenRow) hiddenRows.add(number);
          if (text !== '' && isHiddenColumn) hiddenColumns.add(column);
          const why = isHiddenRow ? '（隐藏行）' : isHiddenColumn ? '（隐藏列）' : '';
          return { where: `${words}${address}${why}`, text, hidden: isHidden || isHiddenRow || isHiddenColumn };
        }),
      ),
    );
    gatherer.conceal('隐藏的行', '行', hiddenRows.size);
    gatherer.conceal('隐藏的列', '列', hiddenColumns.size);
    for (const text of cells.margins) gatherer.add(`${words}页眉页脚`, text);
    if (cells.truncated) gatherer.truncate();
    for (const related of readRelationships(source, target, deadline)) {
      if (related.type !== 'comments' && related.type !== 'threadedComment') continue;
      const comments = source.findText(related.target);
      if (comments !== undefined) tolerant(() => readComments(comments, words, gatherer, deadline));
    }
  }
  readOthers(source, gatherer, deadline);
  tolerant(() => readProperties(source, gatherer, deadline));
  await readCompanions(source, gatherer, deadline, inspectInner);
  return gatherer.finish();
}

function readSheets(xml: string, gatherer: Gatherer, deadline: Deadline) {
  const sheets: { name: string; id: string; state: string }[] = [];
  let isDate1904 = false;
  let isWorkbook = false;
  let definedName: { name: string; isHidden: boolean } | undefined;
  parseXml(
    xml,
    {
      open(name, attributes) {
        if (name === 'workbook') isWorkbook = true;
        else if (name === 'workbookPr') isDate1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
        else if (name === 'sheet') {
          sheets.push({ name: attributes.name ?? '', id: attributes['r:id'] ?? '', state: attributes.state ?? '' });
        } else if (name === 'definedName') {
          definedName = { name: attributes.name ?? '', isHidden: ['1', 'true'].includes(attributes.hidden ?? '') };
        }
        return true;
      },
      close(name) {
        if (name === 'definedName') definedName = undefined;
      },
      text(text) {
        // Print areas and filters are named by the program itself.
        if (!definedName || definedName.name.startsWith('_xlnm.')) return;
        gatherer.add('名称管理器', `${definedName.name} ${text}`, true);
      },
    },
    deadline,
  );
  if (!isWorkbook) throw new DocumentRefusal('damaged-file');
  return { sheets, isDate1904 };
}

/** The texts cells refer to by number, with what is struck out. */
function readStrings(xml: string | undefined, deadline: Deadline): string[] {
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
        return name !== 'rPh';
      },
      close(name) {
        if (name === 't') isText = false;
        else if (name === 'si' && strings.push(decodeEscapes(current)) > limits.blocks)
          throw new DocumentRefusal('too-complex');
      },
      text(text) {
        if (isText) current += text;
      },
    },
    deadline,
  );
  return strings;
}

function readComments(xml: string, words: string, gatherer: Gatherer, deadline: Deadline): void {
  let reference = '';
  let text = '';
  parseXml(
    xml,
    {
      open(name, attributes) {
        if (['comment', 'threadedComment'].includes(localName(name))) {
          reference = attributes.ref ?? '';
          text = '';
        }
        return true;
      },
      close(name) {
        if (!['comment', 'threadedComment'].includes(localName(name))) return;
        gatherer.conceal('批注', '条');
        gatherer.add(`${words}${reference}的批注`, text, true);
      },
      text(piece) {
        text += piece;
      },
    },
    deadline,
  );
}

/** What a pivot table or a link to another workbook keeps of data nobody sees any more. */
function readOthers(source: OfficePackage, gatherer: Gatherer, deadline: Deadline): void {
  for (const name of source.names) {
    const isPivot = /\/pivotcache\/pivotcache(?:definition|records)[^/]*\.xml$/.test(name);
    const isExternal = /\/externallinks\/externallink[^/]*\.xml$/.test(name);
    if (!isPivot && !isExternal) continue;
    const xml = source.findText(name) ?? '';
    if (/definition/.test(name)) gatherer.conceal('数据透视表的缓存数据', '份');
    if (isExternal) gatherer.conceal('外部工作簿的数据', '份');
    tolerant(() => {
      parseXml(
        xml,
        {
          open(element, attributes) {
            if (['s', 'n', 'd'].includes(element) && attributes.v) gatherer.add('数据透视表缓存', attributes.v, true);
            return true;
          },
          close() {},
        },
        deadline,
      );
      if (isExternal) {
        readTexts(xml, deadline, (element, text) => {
          if (element === 'v') gatherer.add('外部工作簿数据', text, true);
        });
      }
    });
  }
}
