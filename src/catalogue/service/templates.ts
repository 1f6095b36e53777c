import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, success } from '../../kernel/result.ts';
import { resourceFolder } from '../../platform/config/resources.ts';
import type { Db } from '../../platform/db/index.ts';
import { readLibrary, type Template, type TemplateLibrary } from '../domain/template.ts';
import { listItems } from '../store/items.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { type Caller, getOrgan } from './caller.ts';

/** The libraries that come with the program: 条例 art. 20 and 21 first, then the fields in their order. */
export function listLibraries(): readonly TemplateLibrary[] {
  shipped ??= readAll();
  return shipped.libraries;
}

/** The template of this key, e.g. `article-20/7`. */
export function findTemplate(key: string): Template | undefined {
  shipped ??= readAll();
  return shipped.templates.get(key);
}

let shipped: { libraries: TemplateLibrary[]; templates: ReadonlyMap<string, Template> } | undefined;

function readAll() {
  const folder = join(resourceFolder('seeds'), 'reference', 'catalogue');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const libraries = files.map((name) => readLibrary(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const templates = new Map(libraries.flatMap(({ items }) => items.map((item) => [item.key, item] as const)));
  return { libraries, templates };
}

/** A library as an organ meets it. */
export interface OfferedLibrary extends Omit<TemplateLibrary, 'items'> {
  /** Whether it is made for this kind of organ; others may be taken over all the same. */
  suitsOrgan: boolean;
  items: (Template & { adoptedItemId?: string | undefined })[];
}

/** All libraries, with what an organ has taken over already. */
export async function offerTemplates(
  db: Db,
  caller: Caller,
  organId: string,
): Promise<Result<{ organ: NamedOrgan; libraries: OfferedLibrary[] }>> {
  const organ = await getOrgan(db, caller, organId);
  if (!organ.ok) return organ;
  const taken = new Map(
    (await listItems(db, caller.authority.countyId, organId)).flatMap(({ origin, id }) =>
      origin.kind === 'template' ? [[origin.template, id] as const] : [],
    ),
  );
  const { kind } = organ.value;
  return success({
    organ: organ.value,
    libraries: listLibraries().map((library) => ({
      ...library,
      suitsOrgan: (library.suits as readonly string[]).includes(kind),
      items: library.items.map((item) => ({ ...item, adoptedItemId: taken.get(item.key) })),
    })),
  });
}
