#!/usr/bin/env node
// The one command of the project. Runs on any Node from 18 on and brings what is missing:
//
//   gongkai start            the server
//   gongkai script NAME      scripts/NAME.ts (what `npm test`, `npm run dev` and their siblings call)
//   gongkai …                the command line, e.g. `gongkai report check FILE`
//
// Everything the launcher says goes to stderr; stdout belongs to the command.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launcher/launch.mjs';

await launch(dirname(dirname(fileURLToPath(import.meta.url))), process.argv.slice(2));
