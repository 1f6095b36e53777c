import type { Claim } from './claims.ts';

/**
 * The id of the subject a count of documents or decisions speaks of, or undefined. What was put on
 * a website is no decision made in the year: 公开行政许可信息 and 公示 are not tied.
 *
 * @example 制发行政规范性文件 2件 → normativeDocuments.issued; 行政处罚决定 4件 → penalties
 */
export function findProactiveSubject(claim: Claim): string | undefined {
  const { near, after, head } = claim;
  const words = near + after;
  return documentSubject(near, after, head) ?? decisionSubject(near, after, words);
}

const issued = /制发|制定(?!了?.{0,8}(?:办法|方案|计划|制度|规定))|出台|印发|新制定|制作/;
const repealed = /废止|失效/;
const inForce = /现行有效|继续有效|保留有效|有效/;
const otherBusiness =
  /解读|审查|审核|备案|清理(?!.{0,12}(?:废止|现行有效))|公开|发布|公布|上传|报送|起草|征求|修改|修订|评估|转发|专栏|拟|计划|备查|党内/;

function documentSubject(near: string, after: string, head: string): string | undefined {
  const isBehind = /^规范性文件|^行政规范性文件|^规章/.test(after);
  const named = `${near}${isBehind ? after : ''}`;
  const own = kindOf(named);
  const kind = own ?? (/^(?:、|并|同时|共|均)?(?:制发|废止|现行有效|失效)/.test(near) ? kindOf(head) : undefined);
  if (kind === undefined || kind === 'both') return undefined;
  const verbs = [repealed.test(named), inForce.test(named), issued.test(named)];
  if (verbs.filter(Boolean).length !== 1) return undefined;
  if (otherBusiness.test(named)) return undefined;
  if (verbs[0]) return /废止/.test(head.slice(0, -near.length)) || /失效/.test(named) ? undefined : `${kind}.repealed`;
  return `${kind}.${verbs[1] ? 'inForce' : 'issued'}`;
}

function kindOf(words: string): string | undefined {
  const documents = /规范性文件/.test(words);
  const rules = /规章(?!制度)/.test(words);
  if (documents && rules) return 'both';
  return documents ? 'normativeDocuments' : rules ? 'rules' : undefined;
}

const decisions: readonly (readonly [RegExp, string])[] = [
  [/行政许可/, 'licences'],
  [/行政处罚/, 'penalties'],
  [/行政强制/, 'compulsions'],
];
const decided =
  /行政(?:许可|处罚|强制)(?:：)?(?:共|共计|累计|合计|总计)?(?:作出|做出|办理|处理|办结|实施)?(?:了)?(?:的)?(?:处理)?(?:决定|案件)?(?:数量|件数|数)?(?:共|共计|累计|合计|总计)?(?:为|：)?$/;
const published = /公开|公示|发布|公布|上传|信息|事项|清单|目录|受理|复议|诉讼|归集|推送|报送/;

function decisionSubject(near: string, after: string, words: string): string | undefined {
  const found = decisions.filter(([pattern]) => pattern.test(words));
  if (found.length !== 1) return undefined;
  const id = found[0]?.[1];
  if (/处理决定(?:书|数量|件数|数)?(?:共|为|：)*$/.test(near) && !/书/.test(near)) return id;
  if (published.test(near) || published.test(after)) return undefined;
  if (decided.test(near)) return id;
  return /(?:作出|做出|办理|处理|办结|实施)$/.test(near) &&
    /^行政(?:许可|处罚|强制)(?:处理)?(?:决定|案件)?$/.test(after)
    ? id
    : undefined;
}
