import type { Mark } from './marks.ts';

/** The marks of one place, each a link to the finding or note it stands for. */
export function MarkLinks({ marks }: { marks: readonly Mark[] | undefined }) {
  if (!marks || marks.length === 0) return null;
  return (
    <sup className="marks">
      {marks.map((mark) => (
        <a key={mark.anchor} className={`mark mark-${mark.letter}`} href={`#${mark.anchor}`} aria-label={mark.spoken}>
          {mark.label}
        </a>
      ))}
    </sup>
  );
}

/** Class names of a marked place: what is worst there decides its look. */
export function markedClass(marks: readonly Mark[] | undefined): string | undefined {
  const worst = marks?.[0];
  return worst ? `marked marked-${worst.letter}` : undefined;
}
