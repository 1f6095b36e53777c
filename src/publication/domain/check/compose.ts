import type { Item, Relation } from '../item.ts';
import type {
  CheckedAttachment,
  CheckedDocument,
  CheckedLink,
  CheckedPicture,
  CheckedTable,
  Piece,
  Surroundings,
} from './document.ts';
import { pieceOf } from './document.ts';
import type { Place } from './finding.ts';
import { type CheckedText, publicPlaces } from './public-places.ts';
import { type ReadHtml, readHtml } from './rich-text.ts';
import { labelTable } from './tables.ts';

/** A piece of text in an attachment, with where it stands in words. */
export interface AttachedPiece {
  where: string;
  hidden: boolean;
  text: string;
}

/** What an attachment was found to hold. */
export interface AttachedContent extends CheckedAttachment {
  /** What the file itself is called, which a download says; the same as `name` where nobody renamed it. */
  fileName?: string;
  pieces: readonly AttachedPiece[];
  tables: readonly { title: string; rows: readonly (readonly AttachedPiece[])[] }[];
}

/** Everything the checks need, out of an item, one of its texts, what was found in its attachments, and what is known around it. */
export function composeDocument(
  item: Item,
  text: CheckedText,
  relations: readonly Pick<Relation, 'toDocument'>[],
  attachments: readonly AttachedContent[],
  surroundings: Surroundings,
): CheckedDocument {
  const html = readHtml(text.bodyHtml);
  const body = composeBody(html);
  const attached = attachments.map(composeAttachment);
  const places = publicPlaces(item, text, html, relations);
  return {
    item,
    title: text.title,
    pieces: [
      ...places
        .filter(({ as }) => as === 'writing')
        .map(({ place, text: written, label }) => pieceOf(place, written, label)),
      ...body.pieces,
      ...attached.flatMap(({ pieces }) => pieces),
    ],
    besides: places.filter(({ as }) => as === 'words'),
    tables: [...body.tables, ...attached.flatMap(({ tables }) => tables)],
    links: linksOf(html),
    pictures: picturesOf(html),
    attachments,
    hasBody: html.blocks.length > 0,
    surroundings,
  };
}

/** Where each block stands, in words: paragraphs are counted without the cells of tables. */
function tellBlocks({ blocks, tables }: Pick<ReadHtml, 'blocks' | 'tables'>): string[] {
  let paragraphs = 0;
  return blocks.map(({ cell }) => {
    if (cell) {
      const table = tables.length > 1 ? `表${cell.table + 1}` : '表格';
      return `${table}第${cell.row + 1}行第${cell.column + 1}列`;
    }
    paragraphs += 1;
    return `正文第${paragraphs}段`;
  });
}

function composeBody({ blocks, tables }: ReadHtml): { pieces: Piece[]; tables: CheckedTable[] } {
  const where = tellBlocks({ blocks, tables });
  const pieces: Piece[] = blocks.map(({ text }, block) =>
    pieceOf({ part: 'body', block, where: where[block] as string }, text),
  );
  const empty = pieceOf({ part: 'body' }, '');
  // A row is as long as what stands in it: one that is very wide does not make all of them wide.
  const grids = tables.map(({ rows }) => Array.from({ length: rows }, (): Piece[] => []));
  for (const [block, { cell }] of blocks.entries()) {
    const row = cell && grids[cell.table]?.[cell.row];
    if (!cell || !row) continue;
    while (row.length <= cell.column) row.push(empty);
    // Of several paragraphs in a cell the first stands for it.
    if (row[cell.column] === empty) row[cell.column] = pieces[block] as Piece;
  }
  const labelled = tables.map(({ title }, table) => labelTable(title, grids[table] ?? []));
  const labels = new Map<number, string>();
  for (const { rows } of labelled) {
    for (const { place, label } of rows.flat()) {
      if (place.part === 'body' && place.block !== undefined) labels.set(place.block, label);
    }
  }
  return {
    pieces: pieces.map((piece, block) => ({ ...piece, label: labels.get(block) ?? '' })),
    tables: labelled,
  };
}

function composeAttachment({ id, name, fileName = name, pieces, tables }: AttachedContent): {
  pieces: Piece[];
  tables: CheckedTable[];
} {
  const place = ({ where, hidden }: AttachedPiece): Place => ({
    part: 'attachment',
    attachmentId: id,
    name,
    piece: where,
    hidden,
  });
  const labelled = tables.map(({ title, rows }) =>
    labelTable(
      title,
      rows.map((row) => row.map((cell) => pieceOf(place(cell), cell.text))),
    ),
  );
  return {
    pieces: [
      // A file is called what it is called in public, and saved under the name it came with: both are read too.
      ...[...new Set([name, fileName])].map((called) =>
        pieceOf({ part: 'attachment', attachmentId: id, name, piece: '文件名', hidden: false }, called),
      ),
      ...pieces.map((piece) => pieceOf(place(piece), piece.text)),
      ...labelled.flatMap(({ rows }) => rows.flat().filter(({ text }) => text !== '')),
    ],
    tables: labelled,
  };
}

const linksOf = ({ links, blocks }: ReadHtml): CheckedLink[] =>
  links.map(({ href, block, start, end }) => ({
    href,
    text: blocks[block]?.text.slice(start, end) ?? '',
    place: { part: 'body', block },
    start,
    end,
  }));

const picturesOf = ({ pictures }: ReadHtml): CheckedPicture[] =>
  pictures.map(({ alt, block }) => ({ alt, place: { part: 'body', ...(block === undefined ? {} : { block }) } }));
