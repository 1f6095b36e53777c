import { writeDocumentNumber } from '../../publication/domain/document-number.ts';
import type { PlannedItem } from './planned-item.ts';

/** Gives the numbers of documents: one series a year for each 机关代字, in the order of 形成. */
export function numberDocuments(items: readonly PlannedItem[]): PlannedItem[] {
  const last = new Map<string, number>();
  const inOrder = items.filter(({ mark }) => mark).sort((one, other) => compare(one, other));
  const numbers = new Map(
    inOrder.map((item) => {
      const [organ, year] = [item.mark as string, Number(item.formedOn.slice(0, 4))];
      const serial = (last.get(`${organ}${year}`) ?? 0) + 1;
      last.set(`${organ}${year}`, serial);
      return [item.key, writeDocumentNumber({ organ, year, serial })];
    }),
  );
  return items.map((item) => {
    const documentNumber = item.documentNumber ?? numbers.get(item.key);
    return documentNumber === undefined ? item : { ...item, documentNumber };
  });
}

const compare = (one: PlannedItem, other: PlannedItem): number =>
  one.formedOn.localeCompare(other.formedOn) || one.key.localeCompare(other.key);
