import { join } from 'node:path';

/**
 * A folder that comes with the program (`migrations`, `seeds`): at the root of the project when run
 * from the sources, beside the bundle in a build.
 */
export function resourceFolder(name: string): string {
  const root = import.meta.url.endsWith('.ts') ? join(import.meta.dirname, '../../..') : import.meta.dirname;
  return join(root, name);
}
