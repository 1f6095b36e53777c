import { type Extensions, Mark } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { Caption, Figure } from './figure.ts';
import { FindingMarks } from './finding-marks.ts';
import { Picture } from './picture.ts';
import { TextEnd } from './text-end.ts';

/** 上标 and 下标: for units and footnotes. */
const raised = Mark.create({
  name: 'sup',
  excludes: 'sub',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: ({ HTMLAttributes }) => ['sup', HTMLAttributes, 0],
});
const lowered = Mark.create({
  name: 'sub',
  excludes: 'sup',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: ({ HTMLAttributes }) => ['sub', HTMLAttributes, 0],
});

/** A table without widths: how wide it is says the style sheet. */
const plainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false });

/** What can be written: the same blocks and marks that the server keeps, so that nothing is lost when it is saved. */
export const extensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    strike: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      protocols: ['http', 'https', 'mailto'],
      defaultProtocol: 'https',
      HTMLAttributes: { rel: null, target: null },
      isAllowedUri: (url) => /^(?:https?:\/\/|mailto:)/i.test(url),
    },
  }),
  plainTable,
  TableRow,
  TableHeader,
  TableCell,
  raised,
  lowered,
  Picture,
  Figure,
  Caption,
  TextEnd,
  FindingMarks,
];
