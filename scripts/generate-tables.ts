// Writes src/platform/db/tables.ts, the types of the tables, from a database that every migration
// has run on. `npm run generate` does it with all other generated files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support/steps.ts';
import { tablesTypeScript } from './support/tables.ts';

writeFileSync(join(root, 'src/platform/db/tables.ts'), await tablesTypeScript());
