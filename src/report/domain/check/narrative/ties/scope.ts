import type { AnnualReport } from '../../../annual-report.ts';

/**
 * Whose numbers the tables of a report hold: of a `region` (a government of a county or above adds
 * up its departments and townships) or of one `organ` (township, department, office).
 */
export type Scope = 'region' | 'organ';

/** The scope of a report, from the organ's name. */
export function scopeOf({ organ, title }: Pick<AnnualReport, 'organ' | 'title'>): Scope {
  const name = organ ?? title ?? '';
  return /(?:[县市区省州旗盟]|自治[区州县])人民政府(?!办公)/.test(name) && !/[镇乡]人民政府|街道/.test(name)
    ? 'region'
    : 'organ';
}

/** Words for more than one organ. */
const wider =
  /全(?:县|市|区(?!域)|省|州|旗|国|系统)|各(?:乡镇|镇街|镇乡|部门|单位|街道|科室|村|区|县|级)|(?:县|市|区|省)直(?:各)?(?:部门|单位)|(?:县|市|区)政府(?:及|和|、)/;
/** Words for the government's own office, or for one department of many. */
const narrower = /本级|府办|办公室|我办|本办|[局委办](?:共|均|受理|收到)|排名|主要集中/;

/**
 * Whether the sentence up to a count speaks of others than the tables: 全县 in the report of a
 * township, 县政府办公室 in that of a county. The numbers are then not compared.
 */
export function isOutOfScope(head: string, scope: Scope): boolean {
  return scope === 'organ' ? wider.test(head) : narrower.test(head);
}

/** Whether the sentence says that it speaks of the whole region. */
export function isScopeSaid(head: string): boolean {
  return /全(?:县|市|区|省|州|旗)/.test(head);
}
