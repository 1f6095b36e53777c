import type { PlainDate } from '../../kernel/plain-date.ts';
import type { PrintableDocument } from '../../kernel/printable-document.ts';
import { type Validity, validities } from './item.ts';

/** What the yearly cleaning (清理) may decide about a document. */
export const cleaningDecisions = { keep: '继续有效', amend: '拟修改', repeal: '废止', expire: '宣布失效' } as const;
export type CleaningDecision = keyof typeof cleaningDecisions;

/** A document in the list of a cleaning. */
export interface CleaningEntry {
  itemId: string;
  title: string;
  documentNumber?: string | undefined;
  formedOn: PlainDate;
  publishedOn?: PlainDate | undefined;
  validUntil?: PlainDate | undefined;
  validity?: Validity | undefined;
  decision?: CleaningDecision | undefined;
  reason: string;
  decidedBy?: string | undefined;
}

/** The cleaning of the documents of one organ in one year. */
export interface Cleaning {
  id: string;
  organId: string;
  year: number;
  begunOn: PlainDate;
  finishedOn?: PlainDate | undefined;
  finishedBy?: string | undefined;
  version: number;
  createdBy: string;
}

/** The columns of the list, for the table on paper and for the file. */
export const cleaningColumns = [
  '序号',
  '文件名称',
  '发文字号',
  '成文日期',
  '有效期至',
  '现有效性',
  '清理意见',
  '理由',
] as const;

/** The rows of the list as text, in the order of {@link cleaningColumns}. */
export const cleaningRows = (entries: readonly CleaningEntry[]): string[][] =>
  entries.map(({ title, documentNumber, formedOn, validUntil, validity, decision, reason }, index) => [
    String(index + 1),
    title,
    documentNumber ?? '',
    formedOn,
    validUntil ?? '',
    validity ? validities[validity] : '',
    decision ? cleaningDecisions[decision] : '',
    reason,
  ]);

/** The list on paper: 规范性文件清理目录, with how many stay, are amended, repealed, declared 失效. */
export function layOutCleaning(
  organ: string,
  { year, finishedOn }: Pick<Cleaning, 'year' | 'finishedOn'>,
  entries: readonly CleaningEntry[],
): PrintableDocument {
  const title = `${organ}${year}年行政规范性文件清理目录`;
  const count = (decision: CleaningDecision) => entries.filter((entry) => entry.decision === decision).length;
  const totals = (Object.keys(cleaningDecisions) as CleaningDecision[])
    .map((decision) => `${cleaningDecisions[decision]}${count(decision)}件`)
    .join('，');
  return {
    title,
    blocks: [
      { kind: 'title', parts: [organ, `${year}年行政规范性文件清理目录`] },
      {
        kind: 'paragraph',
        role: 'body',
        runs: [
          {
            kind: 'plain',
            text: `共清理文件${entries.length}件，其中${totals}。${finishedOn ? `清理结果自${finishedOn}起执行。` : '本目录尚未确定，供审核使用。'}`,
          },
        ],
      },
      {
        kind: 'table',
        name: title,
        columns: [4, 24, 14, 9, 9, 7, 8, 15],
        head: [cleaningColumns.map((text) => ({ text, header: 'column' }))],
        groups: [
          cleaningRows(entries).map((row) =>
            row.map((text, index) => ({ text, ...(index === 1 || index === 7 ? { align: 'left' as const } : {}) })),
          ),
        ],
        density: 'compact',
      },
    ],
  };
}
