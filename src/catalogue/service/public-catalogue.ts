import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import { listLatestEvidence } from '../store/progress.ts';
import { listPublicItems, type PublicFilter, type PublicItem } from '../store/public-catalogue.ts';

/** A line of the 政府信息公开目录 (条例 art. 12): 索引、名称、内容概述、生成日期. */
export interface PublicEntry {
  itemId: string;
  organId: string;
  organName: string;
  /** 索引: the 索引号 of what is public last; of what is not there yet the place in the catalogue. */
  index: string;
  /** 名称. */
  name: string;
  topic: string;
  /** 内容概述. */
  summary: string;
  /** 生成日期 of what is public last; absent while nothing is. */
  formedOn?: PlainDate | undefined;
  fieldKey: string | null;
  columnKey: string;
  limitWords: string;
  /** Given on request only. */
  onRequest: boolean;
  /** What is public last. */
  latest?: { recordId: string; title: string; publishedOn: PlainDate; indexNumber?: string | undefined } | undefined;
}

/** One page of the catalogues of a county as anyone may see them. */
export async function listPublicCatalogue(
  db: Db,
  countyId: string,
  filter: PublicFilter,
  page: PageRequest,
): Promise<Page<PublicEntry>> {
  const found = await listPublicItems(db, countyId, filter, page);
  const latest = await listLatestEvidence(
    db,
    countyId,
    found.items.map(({ id }) => id),
  );
  return {
    ...found,
    items: found.items.map((item) => {
      const evidence = latest.get(item.id);
      return {
        itemId: item.id,
        organId: item.organId,
        organName: item.organName,
        index: evidence?.indexNumber ?? placeInCatalogue(item),
        name: item.name,
        topic: item.topic,
        summary: item.content,
        formedOn: evidence?.formedOn,
        fieldKey: item.fieldKey,
        columnKey: item.columnKey,
        limitWords: item.limitWords,
        onRequest: item.manner === 'on-request',
        ...(evidence
          ? {
              latest: {
                recordId: evidence.recordId,
                title: evidence.title,
                publishedOn: evidence.publishedOn,
                indexNumber: evidence.indexNumber,
              },
            }
          : {}),
      };
    }),
  };
}

/** The code of the organ and the number of the line: the same as long as the line is there, and of no other. */
const placeInCatalogue = ({ creditCode, divisionCode, sortOrder }: PublicItem): string =>
  `${creditCode || divisionCode || '本机关'}/目录${String(sortOrder).padStart(4, '0')}`;
