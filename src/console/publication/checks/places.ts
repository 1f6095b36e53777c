import type { Finding } from '../../api/shapes.ts';
import type { TextFinding } from '../editor/finding-marks.ts';

/** The findings that stand at a place of the text, as the editor marks them; those that are settled are not marked. */
export const textFindings = (findings: readonly Finding[]): TextFinding[] =>
  findings.flatMap(({ key, severity, message, place, open }) =>
    place.part === 'body' && 'block' in place && (open || severity === 'info')
      ? [{ key, severity, words: message, place: { block: place.block, start: place.start, end: place.end } }]
      : [],
  );

/** Where a finding stands, in words. */
export function tellPlace({ place }: Pick<Finding, 'place'>): string {
  switch (place.part) {
    case 'title':
      return '标题';
    case 'summary':
      return '内容概述';
    case 'field':
      return place.label;
    case 'body':
      return ('block' in place && place.where) || '正文';
    case 'attachment':
      return `附件“${place.name}”${place.piece}`;
    default:
      return '整条信息';
  }
}

/** What has to be settled first stands first. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  const rank = ({ open, severity }: Finding): number =>
    (open ? 0 : 10) + { block: 0, warn: 1, info: 2 }[severity] + (severity === 'info' ? 5 : 0);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}
