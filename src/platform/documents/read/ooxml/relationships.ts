import type { Deadline } from '../limits.ts';
import type { OfficePackage } from './package.ts';
import { parseXml } from './xml.ts';

/** What a part of a package refers to: the last word of the relationship's type, e.g. `styles`, and the part's name. */
export interface Relationship {
  id: string;
  type: string;
  target: string;
}

/** The relationships of a part; those of the package itself for `''`. External targets are left out. */
export function readRelationships(source: OfficePackage, part: string, deadline: Deadline): Relationship[] {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const xml = source.findText(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (xml === undefined) return [];
  const relationships: Relationship[] = [];
  parseXml(
    xml,
    {
      open(name, attributes) {
        if (name === 'Relationship' && attributes.TargetMode !== 'External') {
          const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
          relationships.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) });
        }
        return true;
      },
      close() {},
    },
    deadline,
  );
  return relationships;
}

/** `resolve('word/', '../media/a.png')` is `media/a.png`. */
function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') || target.startsWith('\\') ? target : folder + target;
  const parts: string[] = [];
  for (const part of path.split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
