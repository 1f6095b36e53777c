import { type Result, success } from '../../kernel/result.ts';
import type { TableFileFormat } from '../../kernel/table-file-format.ts';
import type { Db, PageRequest } from '../../platform/db/index.ts';
import { writeTableFile } from '../../platform/documents/table-file/index.ts';
import { cellsOf, labelOf, tableColumnKeys } from '../domain/catalogue-table.ts';
import { listItems } from '../store/items.ts';
import { type Caller, dayOf, getOrgan } from './caller.ts';
import { listPublicCatalogue, type PublicEntry } from './public-catalogue.ts';

/** A file with its name. */
interface WrittenFile {
  fileName: string;
  content: Uint8Array;
}

/** The catalogue of an organ with the official columns; what is changed in it can be imported again. */
export async function exportCatalogue(
  db: Db,
  caller: Caller,
  { organId, format }: { organId: string; format: TableFileFormat },
): Promise<Result<WrittenFile>> {
  const organ = await getOrgan(db, caller, organId);
  if (!organ.ok) return organ;
  const items = await listItems(db, caller.authority.countyId, organId);
  const title = `${organ.value.shortName}公开事项目录`;
  const rows = items.map((item, index) => {
    const cells = cellsOf(item, index + 1);
    return tableColumnKeys.map((key) => cells[key]);
  });
  const columns = tableColumnKeys.map((key) => ({ label: labelOf(key) }));
  return success({
    fileName: `${title}（${dayOf(caller)}）.${format}`,
    content: await writeTableFile({ title, columns, rows }, format),
  });
}

const wholeCatalogue: PageRequest = { page: 1, pageSize: 5_000 };

/** The catalogue of an organ as the public sees it (条例 art. 12): 索引、名称、内容概述、生成日期. */
export async function exportPublicCatalogue(
  db: Db,
  caller: Caller,
  { organId, format }: { organId: string; format: TableFileFormat },
): Promise<Result<WrittenFile>> {
  const organ = await getOrgan(db, caller, organId);
  if (!organ.ok) return organ;
  const { countyId } = caller.authority;
  const { items } = await listPublicCatalogue(db, countyId, { organId, day: dayOf(caller) }, wholeCatalogue);
  const title = `${organ.value.shortName}政府信息公开目录`;
  const cells: Record<string, (entry: PublicEntry) => string> = {
    索引: ({ index }) => index,
    名称: ({ name }) => name,
    内容概述: ({ summary }) => summary,
    生成日期: ({ formedOn }) => formedOn ?? '尚未生成',
    公开时限: ({ limitWords }) => limitWords,
    公开主体: ({ organName }) => organName,
  };
  return success({
    fileName: `${title}（${dayOf(caller)}）.${format}`,
    content: await writeTableFile(
      {
        title,
        columns: Object.keys(cells).map((label) => ({ label })),
        rows: items.map((entry) => Object.values(cells).map((cell) => cell(entry))),
      },
      format,
    ),
  });
}
