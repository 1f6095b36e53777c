import { wholeCheck } from '../detector.ts';
import type { Hit } from '../finding.ts';

export const missingFieldCheck = wholeCheck({
  key: 'missing-field',
  name: '要素不齐全',
  group: 'completeness',
  severity: 'block',
  waivable: 'nobody',
  means: '这一类信息依规定应当公开的要素没有填。',
  mend: '补填或改正。',
  source: '条例第12条；基层政务公开标准目录（公开内容）',
  *findAll({ surroundings: { missingFields } }) {
    for (const { field, label, message, suggestion } of missingFields) {
      const place = { part: 'field', field, label } as const;
      yield {
        check: 'missing-field',
        message,
        excerpt: label,
        spans: suggestion === undefined ? [] : [{ place, start: 0, end: 0, replacement: suggestion }],
        place,
        content: `${field} ${message}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    }
  },
});

export const emptyBodyCheck = wholeCheck({
  key: 'empty-body',
  name: '没有正文',
  group: 'completeness',
  severity: 'warn',
  waivable: 'author',
  means: '没有正文也没有附件，公众看到的是空白页。',
  mend: '写上正文，或者上传附件；内容都在要素里的请说明。',
  source: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）',
  *findAll({ hasBody, attachments, pictures, pieces, surroundings }) {
    if (hasBody || attachments.length > 0 || pictures.length > 0) return;
    if (surroundings.missingFields.some(({ field }) => field === 'bodyHtml')) return;
    // Decisions entered from a table say everything in their fields.
    if (pieces.filter(({ place }) => place.part === 'field').length >= 3) return;
    yield {
      check: 'empty-body',
      message: '没有正文，也没有附件。请补充。',
      excerpt: '',
      spans: [],
      place: { part: 'body' },
      content: 'empty',
    };
  },
});

export const interpretationCheck = wholeCheck({
  key: 'missing-interpretation',
  name: '缺少政策解读',
  group: 'completeness',
  severity: 'warn',
  waivable: 'author',
  means: '政策性文件应当与解读方案、解读材料同步组织、同步审签、同步部署。',
  mend: '起草解读材料并关联到本文件；不需要解读的请说明。',
  source: '国办发〔2016〕80号（文件公布后3个工作日内发布解读）',
  *findAll({ surroundings: { missingInterpretation } }) {
    if (!missingInterpretation) return;
    const { workingDays } = missingInterpretation;
    yield {
      check: 'missing-interpretation',
      message: `规范性文件还没有关联解读材料。解读应与文件同步，最迟在文件发布后 ${workingDays} 个工作日内发布；不需要解读的请说明。`,
      excerpt: '',
      spans: [],
      place: { part: 'item' },
      content: 'interpretation',
    };
  },
});

export const leakCheck = wholeCheck({
  key: 'public-secret',
  name: '已公开信息中的密级标志',
  group: 'secrecy',
  severity: 'block',
  waivable: 'nobody',
  means: '公众已经能看到的信息带有密级标志，可能已经泄密。',
  mend: '立即撤回，保留记录，24小时内报告保密行政管理部门。',
  source: '保密法第34条；保密法实施条例第61条（24小时内报告）',
  *findAll() {
    // Made from the hits of `secrecy-mark`: see `index.ts`.
  },
});

/** What is told besides when a secrecy mark stands in something that is public already (保密法实施条例 art. 61). */
export const leakOf = (mark: Hit): Hit => ({
  ...mark,
  check: 'public-secret',
  message:
    '这条信息已经公开，其中有密级标志，可能已经泄密。请立即撤回，保留记录和证据，停止传播，并在24小时内报告保密行政管理部门。',
  spans: mark.spans.map(({ place, start, end }) => ({ place, start, end })),
});
