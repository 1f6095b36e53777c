import { strFromU8, unzipSync } from 'fflate';
import sax from 'sax';

/** An element of a part, with its children in order; text joined. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** The parts of an OOXML file by their names; XML parts as text. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** Parses a part; throws where it is not well-formed. */
export function parseXml(text: string): XmlElement {
  const parser = sax.parser(true, { trim: false, normalize: false });
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = (tag) => {
    const element = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.ontext = (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.write(text).close();
  const [first] = root.children;
  if (!first) throw new Error('no element');
  return first;
}

/** Every element below (and with) this one, in document order. */
export function descendants(element: XmlElement, name?: string): XmlElement[] {
  const below = element.children.flatMap((child) => descendants(child));
  const all = [element, ...below];
  return name === undefined ? all : all.filter((each) => each.name === name);
}

export const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((each) => each.name === name);

/** The text a person sees in an element. */
export const textOf = (element: XmlElement): string => element.text + element.children.map(textOf).join('');

/**
 * Order of children in the sequences of ECMA-376 (transitional) that Word checks when it opens a
 * file; an element that is not in its list has no place there at all.
 */
const sequences: Record<string, string> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:font': 'altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst',
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  font: 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme',
  border: 'left right top bottom diagonal vertical horizontal',
};

/** Breaches of the order of elements in a part, one sentence each. */
function orderFaults(root: XmlElement): string[] {
  return descendants(root).flatMap((element) => {
    const sequence = sequences[element.name];
    if (sequence === undefined) return [];
    const order = sequence.split(' ');
    const ranks = element.children.map((each) => order.indexOf(each.name.replace(/^w:/, '')));
    return element.children.flatMap((each, index) => {
      const rank = ranks[index] ?? -1;
      if (rank < 0) return [`${each.name} has no place in ${element.name}`];
      return rank < (ranks[index - 1] ?? 0) ? [`${each.name} stands too late in ${element.name}`] : [];
    });
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Breaches of what holds a package together: relationships to nothing, parts without a content type. */
function packageFaults(parts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const types = parseXml(parts.get('[Content_Types].xml') ?? '<none/>');
  const defaults = new Set(descendants(types, 'Default').map((each) => each.attributes.Extension));
  const overrides = new Set(descendants(types, 'Override').map((each) => each.attributes.PartName));
  for (const name of parts.keys()) {
    if (name === '[Content_Types].xml') continue;
    const extension = name.slice(name.lastIndexOf('.') + 1);
    if (!overrides.has(`/${name}`) && !defaults.has(extension)) faults.push(`${name} has no content type`);
  }
  for (const name of overrides)
    if (!parts.has(name?.slice(1) ?? '')) faults.push(`${name} has a type but is not there`);
  for (const [name, text] of parts) {
    if (forbidden.test(text)) faults.push(`${name} holds a character XML cannot carry`);
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]*$/, '');
    const ids = new Set<string>();
    for (const relation of descendants(parseXml(text), 'Relationship')) {
      const { Id = '', Target = '', TargetMode } = relation.attributes;
      if (ids.has(Id)) faults.push(`${name} has ${Id} twice`);
      ids.add(Id);
      const target = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`;
      if (TargetMode !== 'External' && !parts.has(target))
        faults.push(`${name} leads to ${target}, which is not there`);
    }
  }
  return faults;
}

/** Breaches inside a Word table: rows that do not fill the grid, merges that continue nothing. */
function tableFaults(table: XmlElement): string[] {
  const faults: string[] = [];
  const grid = descendants(child(table, 'w:tblGrid') ?? table, 'w:gridCol').map((each) =>
    Number(each.attributes['w:w']),
  );
  const total = grid.reduce((sum, width) => sum + width, 0);
  const stated = Number(child(child(table, 'w:tblPr') ?? table, 'w:tblW')?.attributes['w:w']);
  if (stated !== total) faults.push(`the table is ${stated} wide, its columns ${total}`);
  /** For each grid column the span of the vertical merge that is open there. */
  let open = new Map<number, number>();
  let bodyBegan = false;
  const rows = table.children.filter((each) => each.name === 'w:tr');
  for (const [index, row] of rows.entries()) {
    const repeated = child(row, 'w:trPr')?.children.some((each) => each.name === 'w:tblHeader') ?? false;
    if (repeated && bodyBegan) faults.push(`row ${index} repeats although it is not at the top`);
    bodyBegan ||= !repeated;
    const next = new Map<number, number>();
    let column = 0;
    for (const cell of row.children.filter((each) => each.name === 'w:tc')) {
      const properties = child(cell, 'w:tcPr');
      const span = Number(properties && child(properties, 'w:gridSpan')?.attributes['w:val']) || 1;
      const merge = properties && child(properties, 'w:vMerge');
      if (merge) {
        const continues = (merge.attributes['w:val'] ?? 'continue') === 'continue';
        if (continues && open.get(column) !== span) faults.push(`row ${index}, column ${column} continues no cell`);
        next.set(column, span);
      }
      const width = Number(properties && child(properties, 'w:tcW')?.attributes['w:w']);
      const room = grid.slice(column, column + span).reduce((sum, each) => sum + each, 0);
      if (width !== room) faults.push(`row ${index}, column ${column} is ${width} wide in room for ${room}`);
      if (cell.children.at(-1)?.name !== 'w:p')
        faults.push(`row ${index}, column ${column} does not end with a paragraph`);
      column += span;
    }
    if (column !== grid.length) faults.push(`row ${index} has ${column} of ${grid.length} columns`);
    open = next;
  }
  return faults;
}

/** Everything that could make Word ask whether to repair the file; empty when it opens as it is. */
export function docxFaults(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const roots = [...parts].filter(([name]) => /\.(xml|rels)$/.test(name)).map(([, text]) => parseXml(text));
  const body = child(parseXml(parts.get('word/document.xml') ?? '<none/>'), 'w:body');
  const faults = [...packageFaults(parts), ...roots.flatMap(orderFaults)];
  if (!body) return [...faults, 'the document has no body'];
  faults.push(...descendants(body, 'w:tbl').flatMap(tableFaults));
  if (body.children.at(-1)?.name !== 'w:sectPr') faults.push('the body does not end with its section');
  for (const [index, element] of body.children.entries()) {
    const after = body.children[index + 1]?.name;
    if (element.name === 'w:tbl' && after !== 'w:p') faults.push(`a table is followed by ${after}`);
  }
  return faults;
}

/** Everything that could make a spreadsheet program ask whether to repair the file. */
export function xlsxFaults(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const roots = [...parts].filter(([name]) => /\.(xml|rels)$/.test(name)).map(([, text]) => parseXml(text));
  const faults = [...packageFaults(parts), ...roots.flatMap(orderFaults)];
  const styles = parseXml(parts.get('xl/styles.xml') ?? '<none/>');
  const formats = child(styles, 'cellXfs')?.children.length ?? 0;
  for (const list of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs']) {
    const element = child(styles, list);
    if (element && Number(element.attributes.count) !== element.children.length) faults.push(`${list} are miscounted`);
  }
  const names = descendants(parseXml(parts.get('xl/workbook.xml') ?? '<none/>'), 'sheet').map(
    (each) => each.attributes.name ?? '',
  );
  if (new Set(names).size !== names.length) faults.push('two sheets have one name');
  for (const name of names) {
    if (name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name)) faults.push(`a sheet cannot be called ${name}`);
  }
  for (const [name, text] of parts) {
    if (name.startsWith('xl/worksheets/')) faults.push(...sheetFaults(name, parseXml(text), formats));
  }
  return faults;
}

function sheetFaults(name: string, sheet: XmlElement, formats: number): string[] {
  const faults: string[] = [];
  let lastRow = 0;
  for (const row of descendants(sheet, 'row')) {
    const number = Number(row.attributes.r);
    if (number <= lastRow) faults.push(`${name}: row ${number} stands after row ${lastRow}`);
    lastRow = number;
    if (Number(row.attributes.ht ?? 0) > 409) faults.push(`${name}: row ${number} is too high`);
    for (const cell of row.children) {
      if (Number(cell.attributes.s ?? 0) >= formats) faults.push(`${name}: ${cell.attributes.r} has no style`);
      if (textOf(cell).length > 32_767) faults.push(`${name}: ${cell.attributes.r} holds too much`);
    }
  }
  const covered = new Set<string>();
  for (const { attributes } of descendants(sheet, 'mergeCell')) {
    const [from, to] = (attributes.ref ?? '').split(':').map(placeOf);
    if (!from || !to) return [...faults, `${name}: ${attributes.ref} is no range`];
    for (let row = from.row; row <= to.row; row += 1) {
      for (let column = from.column; column <= to.column; column += 1) {
        if (covered.has(`${row}.${column}`)) faults.push(`${name}: ${attributes.ref} overlaps another range`);
        covered.add(`${row}.${column}`);
      }
    }
  }
  return faults;
}

/** Row and column of a reference such as AB12, one-based. */
function placeOf(reference: string): { row: number; column: number } | undefined {
  const match = /^([A-Z]+)(\d+)$/.exec(reference);
  if (!match?.[1]) return undefined;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}
