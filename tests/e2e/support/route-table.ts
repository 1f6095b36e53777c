import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteObject } from 'react-router';
import ts from 'typescript';

const source = join(import.meta.dirname, '../../../src/console/routes.tsx');

/** The addresses of the console as its route table writes them down; the screens themselves are for browsers only. */
export function readRouteTable(): RouteObject[] {
  const file = ts.createSourceFile(
    source,
    readFileSync(source, 'utf8'),
    ts.ScriptTarget.Latest,
    false,
    ts.ScriptKind.TSX,
  );
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && name.text === 'routes' && initializer) return readRoutes(initializer);
    }
  }
  throw new Error('routes.tsx has no table of routes');
}

function readRoutes(list: ts.Expression): RouteObject[] {
  if (!ts.isArrayLiteralExpression(list)) throw new Error('routes are not written as a list');
  return list.elements.map((route) => {
    if (!ts.isObjectLiteralExpression(route)) throw new Error('a route is not written out');
    const said = new Map(
      route.properties.flatMap((each) =>
        ts.isPropertyAssignment(each) && ts.isIdentifier(each.name) ? [[each.name.text, each.initializer]] : [],
      ),
    );
    const [path, index, children] = ['path', 'index', 'children'].map((name) => said.get(name));
    return {
      ...(path && ts.isStringLiteral(path) ? { path: path.text } : {}),
      ...(index ? { index: true } : {}),
      ...(children ? { children: readRoutes(children) } : {}),
    } as unknown as RouteObject;
  });
}

/** The patterns of all addresses that have a page, e.g. `/organs/:id`. */
export const patternsOf = (routes: readonly RouteObject[], above = ''): string[] =>
  routes.flatMap(({ path, children }) => {
    const here = path === undefined ? above : `${above}/${path}`;
    return children ? patternsOf(children, here) : [here || '/'];
  });
