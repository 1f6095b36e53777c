import type { Inline, Marks } from './model.ts';

/** Letters that are not seen and only hide something: control characters, marks of direction, spaces without width. */
const unseen = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/gu;
const noBreakSpace = /\u00a0/g;
const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/**
 * A line of inlines as it is kept: white space as a browser would show it, no indent made of blanks, nothing empty, and a
 * line end within Chinese text, which Word puts there every eighty letters, gone.
 */
export function tidy(inlines: readonly Inline[]): Inline[] {
  const pieces = inlines.map((inline) => (inline.kind === 'text' ? { ...inline, text: squeeze(inline.text) } : inline));
  const kept: Inline[] = [];
  // What white space was read and not yet written.
  let gap = '';
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      gap = '';
      if (kept.length > 0) kept.push(piece);
      continue;
    }
    if (piece.kind === 'picture') {
      if (gap !== '' && isWritten(kept)) appendSpace(kept, ' ', {});
      gap = '';
      kept.push(piece);
      continue;
    }
    let text = piece.text;
    if (!isWritten(kept)) text = text.replace(/^[\s\u3000]+/u, '');
    const lead = /^[ \n]/.exec(text)?.[0] ?? '';
    text = text.slice(lead.length);
    // Two that meet are one, a line end if one of them is.
    const space = gap.includes('\n') || lead === '\n' ? '\n' : gap || lead;
    if (text === '') {
      gap = isWritten(kept) ? space : '';
      continue;
    }
    gap = '';
    const tail = /[ \n]$/.exec(text)?.[0] ?? '';
    text = text.slice(0, text.length - tail.length);
    if (space !== '') appendSpace(kept, joinLines(space, lastLetter(kept), text.slice(0, 1)), piece.marks);
    append(kept, joinLines(text, '', ''), piece.marks);
    gap = tail;
  }
  return trimEnd(kept);
}

/** White space as one blank, or as one line end where there was one. */
const squeeze = (text: string): string =>
  text
    .toWellFormed()
    .replace(noBreakSpace, ' ')
    .replace(/[ \t\n\r\f\v\u2028\u2029]+/g, (space) => (/[\n\r\u2028\u2029]/.test(space) ? '\n' : ' '))
    .replace(unseen, (letter) => (letter === '\n' ? letter : ''))
    .replace(/[ \n]{2,}/g, (space) => (space.includes('\n') ? '\n' : ' '));

/** Line ends between Chinese letters go, others become a blank. */
function joinLines(text: string, before: string, after: string): string {
  const whole = before + text + after;
  const joined = whole.replace(/\n/g, (_, at: number) =>
    chinese.test(whole[at - 1] ?? '') && chinese.test(whole[at + 1] ?? '') ? '' : ' ',
  );
  return joined.slice(before.length, joined.length - after.length);
}

function lastLetter(kept: readonly Inline[]): string {
  const last = kept.at(-1);
  return last?.kind === 'text' ? last.text.slice(-1) : '';
}

/** A blank between two pieces belongs to the first, where it is text. */
function appendSpace(kept: Inline[], space: string, marks: Marks): void {
  const last = kept.at(-1);
  if (space !== '') append(kept, space, last?.kind === 'text' ? last.marks : marks);
}

/** Whether something that is seen stands on the line that is being written. */
function isWritten(kept: readonly Inline[]): boolean {
  const last = kept.at(-1);
  return last !== undefined && last.kind !== 'break';
}

function append(kept: Inline[], text: string, marks: Marks): void {
  const last = kept.at(-1);
  if (last?.kind === 'text' && sameMarks(last.marks, marks)) last.text += text;
  else kept.push({ kind: 'text', text, marks });
}

function trimEnd(kept: Inline[]): Inline[] {
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    if (last.kind === 'picture') return kept;
    if (last.kind === 'text') {
      last.text = last.text.replace(/[\s\u3000]+$/u, '');
      if (last.text !== '') return kept;
    }
    kept.pop();
  }
  return kept;
}

const sameMarks = (one: Marks, other: Marks): boolean =>
  one.href === other.href &&
  one.strong === other.strong &&
  one.em === other.em &&
  one.u === other.u &&
  one.sub === other.sub &&
  one.sup === other.sup;
