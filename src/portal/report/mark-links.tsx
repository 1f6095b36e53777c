import type { PlacedMark } from './marks.ts';

/** The marks of one place, each a link to the finding or note it stands for. */
export function MarkLinks({ marks }: { marks: readonly PlacedMark[] | undefined }) {
  if (!marks || marks.length === 0) return null;
  return (
    <sup className="marks">
      {marks.map((mark) => (
        <a
          key={mark.anchor}
          className={`mark mark-${mark.letter}${mark.isFaint ? ' mark-faint' : ''}`}
          href={`#${mark.anchor}`}
          aria-label={mark.spoken}
        >
          {mark.label}
        </a>
      ))}
    </sup>
  );
}

/** Class names of a marked place: what is worst there decides its look; faint marks alone leave it plain. */
export function markedClass(marks: readonly PlacedMark[] | undefined): string | undefined {
  const worst = marks?.find((mark) => !mark.isFaint);
  return worst ? `marked marked-${worst.letter}` : undefined;
}
