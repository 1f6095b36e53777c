import type { Block, Paragraph } from '../../../../kernel/neutral-document.ts';
import { isIdeographic, removeInvisible } from '../clean-text.ts';

/** A run of text of its own: the body, a cell, a text box. */
/** Properties of the run being read that change what is read. */
export interface OpenRun {
  style: string | undefined;
  isHidden: boolean | undefined;
  /** Struck out: its author has taken it back. */
  isStruck: boolean;
  /** Above or below the line, as marks of footnotes are. */
  isRaised: boolean;
}

export const createRun = (): OpenRun => ({ style: undefined, isHidden: undefined, isStruck: false, isRaised: false });

export interface Story {
  blocks: Block[];
  paragraph: OpenParagraph | undefined;
  run: OpenRun;
  /** Text of a paragraph whose end was deleted; the next paragraph goes on with it. */
  carried: string;
  /** What the properties being read belong to. */
  properties: 'none' | 'paragraph' | 'mark' | 'run';
}

export interface OpenParagraph {
  text: string;
  style?: string;
  listId?: string;
  listLevel?: number;
  outlineLevel?: number;
  isMarkDeleted: boolean;
  /** What floats at this paragraph and is read after it. */
  floating: Block[];
}

export const createStory = (): Story => ({
  blocks: [],
  paragraph: undefined,
  run: createRun(),
  carried: '',
  properties: 'none',
});

/** Adds a paragraph for each line of a text; empty lines are left out. */
export function appendLines(blocks: Block[], text: string, heading: number | undefined): void {
  const clean = removeInvisible(text);
  for (const line of clean.includes('\n') ? clean.split('\n') : [clean]) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const paragraph: Paragraph = { kind: 'paragraph', text: trimmed };
    if (heading !== undefined) paragraph.heading = heading;
    blocks.push(paragraph);
  }
}

/**
 * An automatic number before its text, as it is printed: no gap between Chinese signs, a space before digits
 * and letters so that two numbers never run together.
 */
export function joinNumber(number: string, text: string): string {
  if (number === '') return text;
  const next = text.trimStart();
  const isTight = next === '' || isIdeographic(number.at(-1)) || isIdeographic(next[0]);
  return isTight ? number + next : `${number} ${next}`;
}
