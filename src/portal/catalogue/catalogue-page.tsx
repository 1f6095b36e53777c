import type { PublicEntry } from '../../catalogue/index.ts';
import { itemPath } from '../../publication/domain/item-address.ts';
import { renderPage, type Site } from '../layout.tsx';

/** What the page shows, and what was asked for. */
export interface CatalogueView {
  asked: { organId: string | undefined; words: string; page: number };
  organs: readonly { id: string; shortName: string }[];
  entries: { items: readonly PublicEntry[]; total: number; page: number; pageSize: number };
}

/** 政府信息公开目录 with what art. 12 asks for: 索引、名称、内容概述、生成日期. */
export const renderCatalogue = (site: Site, view: CatalogueView): string =>
  renderPage({ title: '政府信息公开目录', site, current: '/catalogue', children: <Catalogue view={view} /> });

function Catalogue({ view }: { view: CatalogueView }) {
  const { items, total } = view.entries;
  return (
    <section className="catalogue">
      <h1>政府信息公开目录</h1>
      <p>各机关应当主动公开的事项。已经公开的，点名称可以打开最近公开的信息。</p>
      <Search view={view} />
      {items.length === 0 ? (
        <p>目录中没有这样的事项。请换一个单位或者名称再查。</p>
      ) : (
        <>
          <p className="catalogue-count">共 {total} 项</p>
          <Entries items={items} />
          <Pages view={view} />
        </>
      )}
    </section>
  );
}

function Search({ view: { asked, organs } }: { view: CatalogueView }) {
  return (
    <form action="/catalogue" method="get" className="catalogue-search">
      <label>
        单位
        <select name="organ" defaultValue={asked.organId ?? ''}>
          <option value="">全部</option>
          {organs.map(({ id, shortName }) => (
            <option key={id} value={id}>
              {shortName}
            </option>
          ))}
        </select>
      </label>
      <label>
        名称或内容
        <input name="words" defaultValue={asked.words} maxLength={100} />
      </label>
      <button type="submit" className="button">
        查询
      </button>
    </form>
  );
}

function Entries({ items }: { items: readonly PublicEntry[] }) {
  return (
    <table className="catalogue-table">
      <caption className="visually-hidden">政府信息公开目录</caption>
      <thead>
        <tr>
          <th scope="col">索引</th>
          <th scope="col">名称</th>
          <th scope="col">内容概述</th>
          <th scope="col">生成日期</th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <tr key={entry.itemId}>
            <td data-title="索引">{entry.index}</td>
            <td data-title="名称">
              <span className="catalogue-organ">
                {entry.organName} · {entry.topic}
              </span>
              {entry.latest?.indexNumber ? <a href={itemPath(entry.latest.indexNumber)}>{entry.name}</a> : entry.name}
            </td>
            <td data-title="内容概述">{entry.summary}</td>
            <td data-title="生成日期">{entry.formedOn ?? (entry.onRequest ? '依申请公开' : '尚未生成')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pages({ view: { asked, entries } }: { view: CatalogueView }) {
  const last = Math.ceil(entries.total / entries.pageSize);
  if (last <= 1) return null;
  const to = (page: number) =>
    `/catalogue?${new URLSearchParams({
      ...(asked.organId ? { organ: asked.organId } : {}),
      ...(asked.words ? { words: asked.words } : {}),
      page: String(page),
    })}`;
  return (
    <nav aria-label="翻页" className="catalogue-pages">
      {asked.page > 1 ? <a href={to(asked.page - 1)}>上一页</a> : null}
      <span>
        第 {asked.page} 页，共 {last} 页
      </span>
      {asked.page < last ? <a href={to(asked.page + 1)}>下一页</a> : null}
    </nav>
  );
}
