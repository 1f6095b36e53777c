import type { Word } from './check/document.ts';

/** What is wrong with a word. */
export const wordKinds = {
  slip: '错别字',
  'former-name': '机构旧称',
  'fixed-phrase': '固定提法',
  sensitive: '不宜使用',
  other: '其他',
} as const;
export type WordKind = keyof typeof wordKinds;

/** A word of the list of a county. */
export interface ListedWord extends Word {
  id: string;
  kind: WordKind;
  addedByName: string;
  addedAt: Date;
}

/** The columns of a file of words. */
export const wordColumns = [
  { label: '错词' },
  { label: '正确写法' },
  { label: '类别' },
  { label: '级别' },
  { label: '说明' },
  { label: '例外' },
] as const;

/** A row of a file of words as it was read. */
export interface WordEntry {
  wrong: string;
  right?: string;
  kind: WordKind;
  severity: Word['severity'];
  note: string;
  except: readonly string[];
}

/** What came of a file of words. */
export interface ReadWords {
  entries: WordEntry[];
  refused: { row: number; message: string }[];
}

/**
 * Reads the rows of a file of words, headings first. Only 错词 has to be there; several 例外 are parted by 、.
 *
 * @example readWords([['错词', '正确写法'], ['布署', '部署']]).entries[0]?.right // '部署'
 */
export function readWords(rows: readonly (readonly string[])[]): ReadWords | undefined {
  const headingRow = rows.findIndex((row) =>
    row.some((cell) => /^(?:错词|错误词?|错误表述|错别字|敏感词|词语)$/.test(cell.trim())),
  );
  if (headingRow < 0) return undefined;
  const headings = (rows[headingRow] ?? []).map((cell) => cell.trim());
  const find = (pattern: RegExp) => headings.findIndex((heading) => pattern.test(heading));
  const columns = {
    wrong: find(/^(?:错词|错误词?|错误表述|错别字|敏感词|词语)$/),
    right: find(/^(?:正确写法|正确词?|正确表述|规范表述|应为|建议)/),
    kind: find(/^(?:类别|类型)/),
    severity: find(/^(?:级别|等级)/),
    note: find(/^(?:说明|备注|理由)/),
    except: find(/^例外/),
  };
  const result: ReadWords = { entries: [], refused: [] };
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    if (at <= headingRow || row.every((cell) => cell.trim() === '')) continue;
    const cell = (column: number) => (column < 0 ? '' : (row[column] ?? '').trim());
    const wrong = cell(columns.wrong);
    const fault = faultOf(wrong, cell(columns.right)) ?? (seen.has(wrong) ? '与前面的行重复' : undefined);
    if (fault !== undefined) {
      result.refused.push({ row: at + 1, message: fault });
      continue;
    }
    seen.add(wrong);
    const right = cell(columns.right);
    const kind = cell(columns.kind);
    result.entries.push({
      wrong,
      ...(right === '' ? {} : { right }),
      kind:
        (Object.keys(wordKinds) as WordKind[]).find((key) => wordKinds[key] === kind || key === kind) ??
        (kind === '' ? 'slip' : 'other'),
      severity: /^(?:仅?提示|info)$/.test(cell(columns.severity)) ? 'info' : 'warn',
      note: cell(columns.note),
      except: cell(columns.except)
        .split(/[、,，;；|]/)
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    });
  }
  return result;
}

function faultOf(wrong: string, right: string): string | undefined {
  if (wrong === '') return '没有填写错词';
  if ([...wrong].length < 2) return '错词至少两个字：单字处处会碰上';
  if ([...wrong].length > 50) return '错词不能超过 50 个字';
  if (wrong === right) return '错词与正确写法相同';
  return undefined;
}
