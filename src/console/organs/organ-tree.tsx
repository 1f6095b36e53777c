import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import { NavLink } from 'react-router';
import { pathTo, type TreeNode, type TreeRow } from './tree.ts';

interface OrganTreeProps<Row extends TreeRow> {
  nodes: readonly TreeNode<Row>[];
  rows: readonly Row[];
  /** The organ that is open; the way to it is unfolded. */
  current: string | undefined;
  /** Everything is unfolded: what is searched for must be seen. */
  unfolded: boolean;
  hrefOf(row: Row): string;
  markOf(row: Row): ReactNode;
}

/** The organs as nested lists: links to open one, buttons to unfold those below it. */
export function OrganTree<Row extends TreeRow>({
  nodes,
  rows,
  current,
  unfolded,
  hrefOf,
  markOf,
}: OrganTreeProps<Row>) {
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const way = new Set(pathTo(rows, current).map(({ id }) => id));

  const level = (at: readonly TreeNode<Row>[], depth: number) => (
    <ul className="tree">
      {at.map(({ row, children }) => {
        const open = unfolded || (turned.get(row.id) ?? (depth === 0 || way.has(row.id)));
        return (
          <li key={row.id}>
            <div className="tree-row">
              {children.length > 0 ? (
                <button
                  type="button"
                  className="tree-fold"
                  aria-expanded={open}
                  aria-label={`${open ? '收起' : '展开'}${row.shortName}的下级机构`}
                  onClick={() => setTurned(new Map(turned).set(row.id, !open))}
                >
                  {open ? <DownOutlined /> : <RightOutlined />}
                </button>
              ) : (
                <span className="tree-fold" />
              )}
              <NavLink to={hrefOf(row)} title={row.fullName} preventScrollReset>
                {row.shortName}
              </NavLink>
              {markOf(row)}
            </div>
            {open && children.length > 0 ? level(children, depth + 1) : null}
          </li>
        );
      })}
    </ul>
  );
  return level(nodes, 0);
}
