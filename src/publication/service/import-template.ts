import { writeTableFile } from '../../platform/documents/table-file/index.ts';
import { type LedgerField, ledgerFieldKeys, ledgerFields } from '../domain/import/columns.ts';

const example: Partial<Record<LedgerField, string>> = {
  title: '关于做好2025年防汛工作的通知',
  publishedOn: '2025-06-03',
  channels: '门户网站、公告栏',
  documentNumber: '石政发〔2025〕8号',
};

/** An empty ledger with the headings that are understood and a row as an example. */
export async function writeLedgerTemplate(): Promise<{ fileName: string; content: Uint8Array }> {
  const keys = ledgerFieldKeys.filter((key) => key !== 'tick');
  return {
    fileName: '发布台账模板.xlsx',
    content: await writeTableFile(
      {
        title: '发布台账',
        columns: keys.map((key) => ({ label: ledgerFields[key].label })),
        rows: [keys.map((key) => example[key] ?? '')],
      },
      'xlsx',
    ),
  };
}
