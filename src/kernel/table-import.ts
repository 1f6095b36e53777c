import { conflict, type Failure, failure, missing } from './result.ts';

/** How it stands with a table that somebody sent: read, done, taken back, or given up. */
export const importStatuses = { pending: '待核对', applied: '已导入', undone: '已撤销', dropped: '不予导入' } as const;
export type ImportStatus = keyof typeof importStatuses;

/** What every import of a table keeps beside its content: who sent, did and undid it, by name. */
export interface ImportStanding<Status extends ImportStatus = ImportStatus> {
  id: string;
  /** As it was sent. */
  fileName: string;
  status: Status;
  createdAt: Date;
  createdBy: string;
  appliedAt: Date | null;
  appliedBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
}

/** The same as names of columns, for a list. */
export const standingColumns = [
  'id',
  'fileName',
  'status',
  'createdAt',
  'createdBy',
  'appliedAt',
  'appliedBy',
  'undoneAt',
  'undoneBy',
] as const satisfies readonly (keyof ImportStanding)[];

/** How an import stands that was only read. */
export const justRead = <const Content extends { id: string; fileName: string }>(
  content: Content,
  by: string,
  now: Date,
) => ({
  ...content,
  status: 'pending' as const,
  createdAt: now,
  createdBy: by,
  appliedAt: null,
  appliedBy: null,
  undoneAt: null,
  undoneBy: null,
});

export const noSuchImport = (): Failure => missing('没有这次导入，请从导入记录重新进入。');

/** Refuses what is for a pending import only. */
export function alreadyDecided({
  status,
  appliedAt,
  appliedBy,
  undoneAt,
  undoneBy,
  droppedAt,
  droppedBy,
}: ImportStanding & { droppedAt?: Date | null; droppedBy?: string | null }): Failure {
  if (status === 'undone') return conflict(`这次导入已由${by(undoneBy, undoneAt)}撤销。需要时请重新上传文件。`);
  if (status === 'dropped')
    return conflict(`这次导入已由${by(droppedBy, droppedAt)}作不予导入处理。需要时请重新上传文件。`);
  return conflict(`这次导入已由${by(appliedBy, appliedAt)}执行，不必再次执行。`);
}

/** 王芳于 2026-03-02 09:30, as clocks in China show it. */
function by(name: string | null | undefined, at: Date | null | undefined): string {
  if (!at) return name ?? '他人';
  const china = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${name ?? '他人'}于 ${china.slice(0, 10)} ${china.slice(11, 16)} `;
}

/** Refuses the undoing of what was not done, or is undone already; undefined where it may be undone. */
export const whyNotUndo = (standing: ImportStanding): Failure | undefined => {
  if (standing.status === 'applied') return undefined;
  return standing.status === 'pending'
    ? failure('import-pending', '这次导入还没有执行，没有需要撤销的内容。')
    : alreadyDecided(standing);
};

/** Refuses to undo what others have built upon. */
export const inUse = (reasons: readonly string[], instead: string): Failure =>
  failure(
    'import-in-use',
    `不能整批撤销，之后已有变动以它为基础：${reasons.slice(0, 5).join('；')}${reasons.length > 5 ? `；另有 ${reasons.length - 5} 处` : ''}。${instead}`,
  );

/** The same text for the same content, whatever the order in which a database gives the keys of an object. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
