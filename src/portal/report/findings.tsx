import type { Rule } from '../../report/domain/check/rule.ts';
import type { Finding } from '../../report/domain/finding.ts';
import type { Marking, NumberedFinding } from './marks.ts';
import { severityWords } from './severity.ts';

export interface FindingsProps {
  marking: Marking;
  rules: ReadonlyMap<string, Rule>;
  /** Level of the heading of a group. */
  level: 3 | 4;
}

/** The findings in groups by severity, each with its places and its rule. */
export function Findings({ marking, rules, level }: FindingsProps) {
  if (marking.findings.length === 0) return <p className="all-clear">没有发现问题。</p>;
  const Heading = `h${level}` as const;
  return severityWords.map(({ severity, name, meaning, letter }) => {
    const group = marking.findings.filter(({ finding }) => finding.severity === severity);
    if (group.length === 0) return null;
    return (
      <div key={severity} className={`finding-group finding-group-${letter}`}>
        <Heading className="finding-group-heading">
          {name} <span className="count">{group.length} 处</span>
        </Heading>
        <p className="meaning">{meaning}</p>
        <ol className="findings">
          {group.map((numbered) => (
            <FindingItem key={numbered.mark.anchor} numbered={numbered} marking={marking} rules={rules} />
          ))}
        </ol>
      </div>
    );
  });
}

interface FindingItemProps {
  numbered: NumberedFinding;
  marking: Marking;
  rules: ReadonlyMap<string, Rule>;
}

function FindingItem({ numbered: { finding, mark }, marking, rules }: FindingItemProps) {
  const rule = rules.get(finding.rule);
  return (
    <li id={mark.anchor} className={`finding finding-${mark.letter}`} tabIndex={-1}>
      <p className="finding-message">
        <span className={`mark mark-${mark.letter}`}>{mark.label}</span> {finding.message}
      </p>
      <Comparison finding={finding} />
      {finding.paths.length > 0 ? <Places paths={finding.paths} marking={marking} /> : null}
      <details className="rule">
        <summary>依据{rule ? `：${rule.title}` : ''}</summary>
        {rule ? (
          <dl>
            <dt>核对方法</dt>
            <dd>{rule.formula}</dd>
            <dt>来源</dt>
            <dd>{rule.source}</dd>
          </dl>
        ) : null}
        <p>
          <a href={`/tools/report/rules#${finding.rule}`} target="_blank" rel="noopener">
            规则 {finding.rule}（新窗口打开）
          </a>
        </p>
      </details>
    </li>
  );
}

function Comparison({ finding: { rule, expected, found } }: { finding: Finding }) {
  const isAlike = rule.startsWith(similarityPrefix) && Math.min(expected.length, found.length) >= quoteLength;
  const [other, own] = isAlike ? ['对照', '本报告'] : ['应为', '现为'];
  const values = [
    { term: other, value: expected },
    { term: own, value: found },
  ].filter(({ value }) => value !== '');
  if (values.length === 0) return null;
  return (
    <dl className={isAlike ? 'comparison-values comparison-beside' : 'comparison-values'}>
      {values.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

// Rules about copied text quote both texts: the other one is no correction of the first.
const similarityPrefix = 'SIM-';
const quoteLength = 20;

const shownPlaces = 8;

/** The places something speaks of, as links, those of one row or column together; many are folded away. */
export function Places({ paths, marking }: { paths: readonly string[]; marking: Marking }) {
  const groups = marking.groupsOf(paths);
  const count = groups.reduce((sum, { places }) => sum + places.length, 0);
  const list = (
    <ul className="places">
      {groups.map(({ name, places }) => (
        <li key={name}>
          {name === '' ? null : <span className="places-common">{name}</span>}
          {places.map((place) => (
            <a key={place.path} href={`#${marking.anchorOf(place.path)}`}>
              {place.name}
            </a>
          ))}
        </li>
      ))}
    </ul>
  );
  if (count <= shownPlaces) return list;
  return (
    <details>
      <summary>涉及 {count} 处</summary>
      {list}
    </details>
  );
}
