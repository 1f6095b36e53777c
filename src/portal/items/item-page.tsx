import { itemPath } from '../../publication/domain/item-address.ts';
import type { PublicAnswer, PublicFact, PublicItem, PublicRelations } from '../../publication/index.ts';
import { renderPage, type Site } from '../layout.tsx';
import { sizeInWords } from '../messages.ts';

/** The page of an item: what it is, whether it holds, what it says, what belongs to it. */
export const renderItem = (site: Site, item: PublicItem): string =>
  renderPage({ title: item.title, site, current: '', children: <ItemPage item={item} /> });

function ItemPage({ item }: { item: PublicItem }) {
  const { title, organName, columnName, documentNumber, facts, fields, bodyHtml, files, relations } = item;
  return (
    <article className="item">
      <p className="item-place">
        {organName}
        <span aria-hidden="true"> › </span>
        {columnName}
      </p>
      <ValidityBanner item={item} />
      <Facts caption="信息要素" facts={facts} />
      <div className="item-sheet">
        <h1>{title}</h1>
        {documentNumber ? <p className="item-number">{documentNumber}</p> : null}
        {/* Cleaned by allow-list when it was saved. */}
        {/** biome-ignore lint/security/noDangerouslySetInnerHtml: clean HTML of the server */}
        <div className="item-text" dangerouslySetInnerHTML={{ __html: withPictures(bodyHtml) }} />
        {fields.length > 0 ? <Facts caption="具体内容" facts={fields} /> : null}
        {files.length > 0 ? <Files files={files} /> : null}
      </div>
      {relations.map((group) => (
        <Related key={group.label} {...group} />
      ))}
    </article>
  );
}

/** 修改、废止、失效的文件在原文件上作出明确标注 (国办发〔2017〕47号). */
function ValidityBanner({ item: { validity } }: { item: PublicItem }) {
  if (!validity || validity.key === 'valid') return null;
  const { key, name, since, by } = validity;
  return (
    <aside className={`item-validity item-validity-${key}`} aria-label="有效性">
      <p>
        <strong>{name}</strong>
        {since ? `　自${dayInWords(since)}起` : ''}
      </p>
      {by.map((later) => (
        <p key={later.title}>
          依据：
          <RelatedLink {...later} />
        </p>
      ))}
    </aside>
  );
}

function Facts({ caption, facts }: { caption: string; facts: readonly PublicFact[] }) {
  return (
    <table className="item-facts">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Files({ files }: { files: PublicItem['files'] }) {
  return (
    <section className="item-files" aria-labelledby="files">
      <h2 id="files">附件</h2>
      <ul>
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <a href={`/files/${id}`}>{name}</a>
            <span className="item-file-size">（{sizeInWords(size)}）</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Related({ label, items }: PublicRelations) {
  return (
    <section className="item-related">
      <h2>{label}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.indexNumber ?? item.title}>
            <RelatedLink {...item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const RelatedLink = ({ title, indexNumber }: PublicRelations['items'][number]) =>
  indexNumber === undefined ? title : <a href={itemPath(indexNumber)}>{title}</a>;

/** What is said of an item that was taken down: when and why, never what it was about. */
export const renderWithdrawn = (
  site: Site,
  { indexNumber, withdrawnOn, because }: Extract<PublicAnswer, { kind: 'withdrawn' }>,
): string =>
  renderPage({
    title: '信息已撤回',
    site,
    current: '',
    children: (
      <div className="hero">
        <h1>这条信息已经撤回</h1>
        <p className="lead">
          索引号 {indexNumber} 的信息已于{dayInWords(withdrawnOn)}停止公开。
        </p>
        {because ? <p className="lead">原因：{because}</p> : null}
      </div>
    ),
  });

/** What is said where there is nothing. */
export const renderMissing = (site: Site): string =>
  renderPage({
    title: '没有找到',
    site,
    current: '',
    children: (
      <div className="hero">
        <h1>没有找到这条信息</h1>
        <p className="lead">请检查地址或者索引号是否完整。信息公开以后，它的地址不会改变。</p>
      </div>
    ),
  });

const withPictures = (html: string): string => html.replaceAll('<img src="attachment:', '<img src="/files/');

/** @example dayInWords('2026-03-05') // '2026年3月5日' */
const dayInWords = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
