import type { Item } from '../item.ts';
import { applySpans, type Changeable } from './apply.ts';
import { composeDocument, type WrittenField } from './compose.ts';
import { matchesOf } from './detector.ts';
import type { CheckedDocument } from './document.ts';
import type { Span } from './finding.ts';
import { getCheck, runChecks } from './index.ts';
import { isPersonName, maskName, personName } from './names.ts';

/** A name that is said to be one: 姓名：张三, 申请人张三. */
const labelled = new RegExp(
  `(?:姓名|户主|申请人|当事人|被处罚人|受助人|救助对象|法定代表人|经营者|负责人|联系人|持证人|中标人|拟录用人员?)[:为是]? ?(${personName})(?=$|[,。;、()\\s])`,
  'g',
);
const nameHeading = /姓名|户主|户名|申请人|受助人|对象|人员|持证人|家庭成员|监护人|学生/;

/**
 * A text without what identifies a person: numbers masked as the checks mask them, names in lists and behind their labels
 * cut to the family name (C-21, C-24: a 公示 whose days are over).
 *
 * @returns what is different, and how many places were changed
 */
export function deIdentify(
  item: Item,
  text: Changeable,
  fields: readonly WrittenField[],
): { changed: Partial<Changeable>; count: number } {
  const document = composeDocument(item, text, fields, [], {
    today: item.formedOn,
    words: [],
    missingFields: [],
    duplicates: [],
    links: [],
    isPublic: false,
  });
  const spans = [
    ...runChecks(document)
      .filter(({ check }) => getCheck(check).group === 'personal')
      .flatMap((hit) => hit.spans)
      .filter(({ replacement }) => replacement !== undefined),
    ...namesIn(document),
  ];
  return { changed: applySpans(text, spans), count: spans.length };
}

function namesIn({ tables, pieces }: CheckedDocument): Span[] {
  const spans: Span[] = [];
  for (const { rows, headings, headingRow } of tables) {
    for (const row of rows.slice(headingRow + 1)) {
      for (const [column, { plain, place, text }] of row.entries()) {
        const name = plain.text.trim();
        if (!nameHeading.test(headings[column] ?? '') || !isPersonName(name)) continue;
        spans.push({ place, start: 0, end: text.length, replacement: maskName(name) });
      }
    }
  }
  for (const { plain, place } of pieces) {
    for (const match of matchesOf(labelled, plain.text)) {
      const name = match[1] ?? '';
      if (!isPersonName(name)) continue;
      const start = match.index + match[0].length - name.length;
      spans.push({ place, ...plain.locate(start, start + name.length), replacement: maskName(name) });
    }
  }
  return spans;
}
