import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type BlockPlace, rangeOf } from './block-places.ts';

/** A finding of the checks that stands in the text. */
export interface TextFinding {
  key: string;
  severity: 'block' | 'warn' | 'info';
  /** Said where the mouse rests on it. */
  words: string;
  place: BlockPlace;
}

const marksKey = new PluginKey<DecorationSet>('findings');

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    findingMarks: {
      /** Marks what the checks have found; marks move with the text until the next check. */
      markFindings(findings: readonly TextFinding[]): ReturnType;
      /** Selects the place of a finding and shows it. */
      showFinding(key: string): ReturnType;
    };
  }
}

/** Marks in the text what the checks have found, without changing the text. */
export const FindingMarks = Extension.create({
  name: 'findingMarks',
  addCommands: () => ({
    markFindings:
      (findings) =>
      ({ tr, dispatch }) => {
        dispatch?.(tr.setMeta(marksKey, findings).setMeta('addToHistory', false).setMeta('preventUpdate', true));
        return true;
      },
    showFinding:
      (key) =>
      ({ state, commands }) => {
        const found = marksKey.getState(state)?.find(undefined, undefined, (spec) => spec.key === key)[0];
        return found ? commands.setTextSelection({ from: found.from, to: found.to }) : false;
      },
  }),
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: marksKey,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, marks) {
          const findings = transaction.getMeta(marksKey) as readonly TextFinding[] | undefined;
          if (findings === undefined) return marks.map(transaction.mapping, transaction.doc);
          const decorations = findings.flatMap(({ key, severity, words, place }) => {
            const range = rangeOf(transaction.doc, place);
            const shown = { class: `finding finding-${severity}`, title: words };
            return range ? [Decoration.inline(range.from, range.to, shown, { key })] : [];
          });
          return DecorationSet.create(transaction.doc, decorations);
        },
      },
      props: { decorations: (state) => marksKey.getState(state) },
    }),
  ],
});
