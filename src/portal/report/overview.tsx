import { type Examined, type Unread, unitName } from './examined.ts';
import { severityWords, verdictOf } from './severity.ts';
import { downloadFormId, unitAnchor } from './unit-result.tsx';

/** Units × findings of many files, with the way to each unit's own result. */
export function Overview({ examined }: { examined: readonly Examined[] }) {
  const clean = examined.filter(({ summary }) => verdictOf(summary).tone === 'good').length;
  return (
    <section className="overview card" aria-labelledby="overview-heading">
      <div className="overview-head">
        <div>
          <h2 id="overview-heading">总览</h2>
          <p>
            共读出 {examined.length} 份年报，其中 {clean} 份可以提交，{examined.length - clean}{' '}
            份有错误、警告或者无法判断的地方。
          </p>
          <p className="meaning">点单位名称看全部结果；点“反馈函”下载写给该单位的 Word 文件。</p>
        </div>
        <button className="button" type="submit" form={downloadFormId} name="get" value="findings">
          下载汇总表（.xlsx）
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls */}
      <section className="table-scroll" aria-label="各单位核对结果（可左右滚动）" tabIndex={0}>
        <table className="overview-table">
          <caption className="visually-hidden">各单位核对结果</caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">年度</th>
              {severityWords.map(({ severity, name }) => (
                <th key={severity} scope="col" className="number">
                  {name}
                </th>
              ))}
              <th scope="col">结论与首要问题</th>
              <th scope="col">下载</th>
            </tr>
          </thead>
          <tbody>
            {examined.map((each, index) => (
              <OverviewRow key={unitAnchor(index)} examined={each} index={index} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function OverviewRow({ examined, index }: { examined: Examined; index: number }) {
  const { report, name, summary, findings } = examined;
  const verdict = verdictOf(summary);
  return (
    <tr>
      <th scope="row">
        <a href={`#${unitAnchor(index)}-name`}>{report.organ ?? name}</a>
      </th>
      <td className="year" data-label="年度">
        {report.year ?? '—'}
      </td>
      {severityWords.map(({ severity, name: label, letter }) => (
        <td key={severity} className="number" data-label={label}>
          <span className={summary[severity] > 0 ? `pill pill-${letter}` : 'pill'}>{summary[severity]}</span>
        </td>
      ))}
      <td data-label="结论">
        <span className={`verdict-word verdict-word-${verdict.tone}`}>{verdict.text}</span>
        {findings[0] ? <span className="first-finding">{findings[0].message}</span> : null}
      </td>
      <td data-label="下载">
        {findings.length === 0 ? (
          '—'
        ) : (
          <button
            className="button-quiet button-small"
            type="submit"
            form={downloadFormId}
            name="get"
            value={`letter:${index}`}
            aria-label={`反馈函：${report.organ ?? name}`}
          >
            反馈函
          </button>
        )}
      </td>
    </tr>
  );
}

/** The files nothing could be read from, each with the sentence that says why. */
export function UnreadFiles({ unread }: { unread: readonly Unread[] }) {
  if (unread.length === 0) return null;
  return (
    <section className="unread card" aria-labelledby="unread-heading">
      <h2 id="unread-heading">未能读取的文件 {unread.length} 个</h2>
      <ul>
        {unread.map(({ name, problem }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
          <li key={index}>
            <span className="sign" aria-hidden="true">
              错
            </span>
            <strong>{name}</strong>
            <span>{problem.message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A unit of many, folded away until it is asked for. */
export function unitSummaryText(examined: Examined): string {
  return `${unitName(examined)}：${verdictOf(examined.summary).text}`;
}
