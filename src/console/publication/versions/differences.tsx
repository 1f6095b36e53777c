import { useQuery } from '@tanstack/react-query';
import { Waiting } from '../../parts/list.tsx';
import { ErrorState } from '../../parts/states.tsx';
import { differencesQuery } from '../queries.ts';
import { foldSame, type Line, type Piece } from './fold-same.ts';
import { messages } from './messages.ts';

/** What is different between two versions, as one would mark it with a pen. */
export function Differences({ id, before, after }: { id: string; before: number; after: number }) {
  const { data, error } = useQuery(differencesQuery(id, before, after));
  if (!data) return error ? <ErrorState error={error} /> : <Waiting rows={4} />;
  const { title, summary, fields, attachments } = data;
  const lines = foldSame(data.body as unknown as readonly Line[]);
  const pairs: [string, { before: string; after: string }][] = [
    ...(title ? [[messages.heading, title] as [string, typeof title]] : []),
    ...(summary ? [[messages.summary, summary] as [string, typeof summary]] : []),
    ...fields.map(({ label, ...pair }) => [label, pair] as [string, typeof pair]),
  ];
  const files = [...attachments.added, ...attachments.removed];
  const isSame = pairs.length === 0 && files.length === 0 && lines.every((line) => line.kind === 'folded');
  return (
    <section className="sheet" aria-live="polite">
      <h2>{messages.between(before, after)}</h2>
      {isSame ? <p>{messages.same}</p> : null}
      {pairs.length > 0 ? (
        <dl className="facts">
          {pairs.map(([label, pair]) => (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>
                {pair.before ? <del>{pair.before}</del> : null} {pair.after ? <ins>{pair.after}</ins> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {attachments.added.length > 0 ? (
        <p>
          {messages.attachmentsAdded}：{attachments.added.join('、')}
        </p>
      ) : null}
      {attachments.removed.length > 0 ? (
        <p>
          {messages.attachmentsRemoved}：{attachments.removed.join('、')}
        </p>
      ) : null}
      {isSame ? null : (
        <div className="difference">
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name
            <DifferenceLine key={at} line={line} />
          ))}
        </div>
      )}
    </section>
  );
}

function DifferenceLine({ line }: { line: ReturnType<typeof foldSame>[number] }) {
  switch (line.kind) {
    case 'folded':
      return <p className="soft">{messages.sameLines(line.count)}</p>;
    case 'same':
      return <p>{line.text}</p>;
    case 'added':
      return (
        <p>
          <ins>{line.text}</ins>
        </p>
      );
    case 'removed':
      return (
        <p>
          <del>{line.text}</del>
        </p>
      );
    default:
      return (
        <p>
          {line.pieces.map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name
            <DifferencePiece key={at} piece={piece} />
          ))}
        </p>
      );
  }
}

function DifferencePiece({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === 'added') return <ins>{text}</ins>;
  return kind === 'removed' ? <del>{text}</del> : text;
}
