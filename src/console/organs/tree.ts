/** What the tree needs to know of an organ. */
export interface TreeRow {
  id: string;
  parentId?: string | null | undefined;
  shortName: string;
  fullName: string;
}

/** An organ with those below it. */
export interface TreeNode<Row extends TreeRow> {
  row: Row;
  children: TreeNode<Row>[];
}

/**
 * Builds the tree out of rows in the order of the server. A row whose parent is not among them
 * stands at the top: a person may see a part of the tree only.
 */
export function growTree<Row extends TreeRow>(rows: readonly Row[]): TreeNode<Row>[] {
  const nodes = new Map(rows.map((row) => [row.id, { row, children: [] as TreeNode<Row>[] }]));
  const roots: TreeNode<Row>[] = [];
  for (const node of nodes.values()) {
    const parent = node.row.parentId ? nodes.get(node.row.parentId) : undefined;
    (parent ? parent.children : roots).push(node);
  }
  return roots;
}

/**
 * The part of the tree that leads to organs whose name contains the words; the whole tree without words.
 *
 * @example 石桥村 keeps 云溪县 and 石桥镇 above it, and leaves out the other villages
 */
export function pruneTree<Row extends TreeRow>(nodes: readonly TreeNode<Row>[], words: string): TreeNode<Row>[] {
  const wanted = words.trim();
  if (wanted === '') return [...nodes];
  return nodes.flatMap(({ row, children }) => {
    const kept = pruneTree(children, wanted);
    const named = row.fullName.includes(wanted) || row.shortName.includes(wanted);
    return named || kept.length > 0 ? [{ row, children: kept }] : [];
  });
}

/** The organs from the top down to one; empty when it is not among the rows. */
export function pathTo<Row extends TreeRow>(rows: readonly Row[], id: string | undefined): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const path: Row[] = [];
  for (let at = id ? byId.get(id) : undefined; at && !path.includes(at); ) {
    path.unshift(at);
    at = at.parentId ? byId.get(at.parentId) : undefined;
  }
  return path;
}
