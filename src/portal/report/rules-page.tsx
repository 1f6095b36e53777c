import type { RuleGroup } from '../../report/domain/check/index.ts';
import { renderPage, type Site } from '../layout.tsx';
import { severityWords, wordsOf } from './severity.ts';

/** Every rule of the checker with its formula and source; a finding links here by the rule's id. */
export const renderRulesPage = (site: Site, groups: readonly RuleGroup[]): string =>
  renderPage({
    title: '核对规则',
    site,
    current: '/tools/report/rules',
    children: (
      <>
        <div className="hero">
          <h1>核对规则</h1>
          <p className="lead">
            年报体检逐条使用下列 {groups.reduce((sum, group) => sum + group.rules.length, 0)}{' '}
            条规则。每条规则有固定编号、核对方法和来源。
          </p>
        </div>
        <section className="card" aria-labelledby="severity-heading">
          <h2 id="severity-heading">结果分四类</h2>
          <dl className="severity-list">
            {severityWords.map(({ severity, name, sign, letter, meaning }) => (
              <div key={severity}>
                <dt>
                  <span className={`mark mark-${letter}`}>{sign}</span> {name}
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
        <nav className="card" aria-labelledby="contents-heading">
          <h2 id="contents-heading">目录</h2>
          <ul className="contents">
            {groups.map((group, index) => (
              <li key={group.title}>
                <a href={`#group-${index}`}>{group.title}</a>（{group.rules.length} 条）
              </li>
            ))}
          </ul>
        </nav>
        {groups.map((group, index) => (
          <section key={group.title} className="card" aria-labelledby={`group-${index}`}>
            <h2 id={`group-${index}`}>{group.title}</h2>
            {group.rules.map((rule) => {
              const words = wordsOf(rule.severity);
              return (
                <article key={rule.id} id={rule.id} className="rule-entry" tabIndex={-1}>
                  <h3>{rule.title}</h3>
                  <p className="rule-id">
                    <code>{rule.id}</code>
                    <span className={`pill pill-${words.letter}`}>{words.name}</span>
                    {rule.needs === 'previous' ? <span className="pill">需要上年度年报</span> : null}
                    {rule.needs === 'siblings' ? <span className="pill">需要多份年报</span> : null}
                  </p>
                  <dl>
                    <dt>核对方法</dt>
                    <dd>{rule.formula}</dd>
                    <dt>来源</dt>
                    <dd>{rule.source}</dd>
                  </dl>
                </article>
              );
            })}
          </section>
        ))}
      </>
    ),
  });
