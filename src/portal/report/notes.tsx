import type { NoteKind } from '../../report/domain/annual-report.ts';
import { Places } from './findings.tsx';
import { type Marking, type NumberedNote, noteKindNames } from './marks.ts';

const kindMeanings: Record<NoteKind, string> = {
  document: '关于整份文件',
  ambiguous: '原文有不止一种读法，没有取数',
  missing: '原文里没有这一行、列或表，按空白处理，没有当作 0',
  blank: '单元格在，但是空着，没有当作 0',
  text: '单元格里不是单纯的数字，照录原文',
  repaired: '按勾稽关系等可靠线索还原，请对照原文',
};

/** What the reader repaired, guessed or could not read, in the order in which it matters. */
export function Notes({ marking, level }: { marking: Marking; level: 3 | 4 }) {
  if (marking.notes.length === 0) {
    return <p>三张表的每一个单元格都照原文读出，没有还原、没有猜测。</p>;
  }
  const Heading = `h${level}` as const;
  const kinds = Map.groupBy(marking.notes, (note) => note.kind);
  return [...kinds].map(([kind, notes]) => (
    <div key={kind} className="note-group">
      <Heading className="note-group-heading">
        {noteKindNames[kind]}{' '}
        <span className="count">{notes.reduce((sum, each) => sum + each.notes.length, 0)} 处</span>
      </Heading>
      <p className="meaning">{kindMeanings[kind]}</p>
      <NoteList notes={notes} marking={marking} />
    </div>
  ));
}

const shownNotes = 5;

function NoteList({ notes, marking }: { notes: readonly NumberedNote[]; marking: Marking }) {
  const list = (some: readonly NumberedNote[]) => (
    <ol className="findings">
      {some.map((note) => (
        <NoteItem key={note.mark.anchor} note={note} marking={marking} />
      ))}
    </ol>
  );
  return (
    <>
      {list(notes.slice(0, shownNotes))}
      {notes.length > shownNotes ? (
        <details>
          <summary>另外 {notes.length - shownNotes} 条</summary>
          {list(notes.slice(shownNotes))}
        </details>
      ) : null}
    </>
  );
}

function NoteItem({ note: { mark, notes }, marking }: { note: NumberedNote; marking: Marking }) {
  const first = notes[0];
  const quotes = [...new Set(notes.map((note) => note.quote.trim()).filter((quote) => quote !== ''))];
  const paths = notes.map((note) => note.path).filter((path) => path !== '');
  return (
    <li id={mark.anchor} className="finding finding-r" tabIndex={-1}>
      <p className="finding-message">
        <span className="mark mark-r">{mark.label}</span> {first?.message}
      </p>
      {quotes.length === 1 ? (
        <p className="quote">
          原文：<q>{shorten(quotes[0] ?? '')}</q>
        </p>
      ) : null}
      {paths.length > 0 ? <Places paths={paths} marking={marking} /> : null}
    </li>
  );
}

const shorten = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}……` : text);
