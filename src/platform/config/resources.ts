import { join } from 'node:path';

/**
 * A folder that comes with the program (`migrations`, `seeds`): at the root of the project when run
 * from the sources, beside the bundle in a build.
 */
export const resourceFolder = (name: string): string => join(isSource ? projectFolder() : import.meta.dirname, name);

/** The folder the program was installed or checked out to; a build stands two folders below it, in dist/<hash>. */
export const projectFolder = (): string => join(import.meta.dirname, isSource ? '../../..' : '../..');

const isSource = import.meta.url.endsWith('.ts');
