/** A piece of text in a file, with where it stands in words: 正文第3段, 工作表“名单”B7. */
export interface InspectedPiece {
  where: string;
  /** Whether nobody sees it who opens the file as usual. */
  hidden: boolean;
  text: string;
}

/** A table; every row has as many cells as the widest, empty ones too. */
export interface InspectedTable {
  /** What stands before it. */
  title: string;
  rows: InspectedPiece[][];
}

/** Everything a file holds, what nobody sees included. */
export interface Inspection {
  /** Running text; the words of tables stand in `tables` only. */
  pieces: InspectedPiece[];
  tables: InspectedTable[];
  /** What there is that nobody sees who opens the file as usual, in words with the number: 批注 3 条. */
  concealed: string[];
  /** Properties that say who or where. */
  properties: { label: string; value: string }[];
  /** Pictures, or pages without words, whose text was not read. */
  pictures: number;
  /** Whether there was more than is read. */
  truncated: boolean;
  /** Why nothing could be read, as a sentence; absent when it could. */
  unreadable?: string;
}

/** More than this is not looked at. */
export const inspectionLimits = {
  characters: 3_000_000,
  pieces: 200_000,
  /** Files within an archive, and embedded ones. */
  files: 50,
} as const;

/** Gathers what is found in a file, within the limits. */
export class Gatherer {
  readonly #inspection: Inspection = {
    pieces: [],
    tables: [],
    concealed: [],
    properties: [],
    pictures: 0,
    truncated: false,
  };
  readonly #counts = new Map<string, { count: number; unit: string }>();
  #characters = 0;
  #pieces = 0;

  /** Running text; empty text is let go. */
  add(where: string, text: string, hidden = false): void {
    const piece = this.#take(where, text, hidden);
    if (piece && piece.text.trim() !== '') this.#inspection.pieces.push(piece);
  }

  /** A table of texts; what stands in it is called by `where`. */
  addTable(title: string, rows: readonly (readonly { where: string; text: string; hidden?: boolean }[])[]): void {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const taken = rows.flatMap((row) => {
      const cells = Array.from({ length: width }, (_, column) => {
        const { where, text, hidden } = row[column] ?? { where: '', text: '' };
        return this.#take(where, text, hidden ?? false);
      });
      return cells.every((cell) => cell !== undefined) ? [cells] : [];
    });
    if (taken.some((row) => row.some(({ text }) => text !== ''))) this.#inspection.tables.push({ title, rows: taken });
  }

  /** Something nobody sees: 批注, 条. */
  conceal(what: string, unit: string, count = 1): void {
    if (count === 0) return;
    const known = this.#counts.get(what);
    this.#counts.set(what, { unit, count: (known?.count ?? 0) + count });
  }

  property(label: string, value: string): void {
    const text = value.trim();
    if (text === '') return;
    this.#inspection.properties.push({ label, value: text });
    this.add(`文档属性“${label}”`, text, true);
  }

  addPictures(count: number): void {
    this.#inspection.pictures += count;
  }

  /** What was found in a file within this one. */
  addInner(name: string, inner: Inspection, hidden: boolean): void {
    const into = (where: string) => `${name}：${where}`;
    for (const piece of inner.pieces) this.add(into(piece.where), piece.text, hidden || piece.hidden);
    for (const { title, rows } of inner.tables) {
      this.addTable(
        title,
        rows.map((row) => row.map((cell) => ({ ...cell, where: into(cell.where), hidden: hidden || cell.hidden }))),
      );
    }
    for (const concealed of inner.concealed) this.conceal(`${name}中的${concealed}`, '');
    this.addPictures(inner.pictures);
    if (inner.unreadable !== undefined) this.conceal(`${name}无法检查`, '');
    if (inner.truncated) this.#inspection.truncated = true;
  }

  truncate(): void {
    this.#inspection.truncated = true;
  }

  finish(): Inspection {
    const concealed = [...this.#counts].map(([what, { count, unit }]) =>
      unit === '' ? what : `${what} ${count} ${unit}`,
    );
    return { ...this.#inspection, concealed };
  }

  #take(where: string, text: string, hidden: boolean): InspectedPiece | undefined {
    this.#characters += text.length;
    this.#pieces += 1;
    if (this.#characters > inspectionLimits.characters || this.#pieces > inspectionLimits.pieces) {
      this.#inspection.truncated = true;
      return undefined;
    }
    return { where, hidden, text };
  }
}

/** A file nothing can be read of. */
export const unreadable = (sentence: string): Inspection => ({ ...new Gatherer().finish(), unreadable: sentence });
