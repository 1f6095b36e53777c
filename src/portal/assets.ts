import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Site } from './layout.tsx';

interface Asset {
  address: string;
  mediaType: string;
  content: Buffer;
}

/** The style sheets in the order in which a browser gets them, as one file. */
const sheets = [
  'base',
  'frame',
  'form',
  'result',
  'marks',
  'paper',
  'overview',
  'rules',
  'item',
  'catalogue',
  'narrow',
  'preferences',
  'print',
] as const;

// Beside this module in the sources; the build puts the folder beside the bundle.
const folder = new URL('./assets/', import.meta.url);

/**
 * Serves the portal's own files under names that carry a hash of their content, so that browsers
 * keep them for good and never show an old one. The script is built from TypeScript; a server run
 * from the sources does without it, as a browser without script would.
 */
export function serveAssets(app: FastifyInstance): Omit<Site, 'demonstration'> {
  const styles = Buffer.concat(sheets.map((sheet) => readFileSync(new URL(`styles/${sheet}.css`, folder))));
  const stylesheet = nameAsset('portal', 'css', 'text/css; charset=utf-8', styles);
  const icon = nameAsset('icon', 'svg', 'image/svg+xml', readFileSync(new URL('icon.svg', folder)));
  const built = new URL('enhance.js', folder);
  const script = existsSync(built)
    ? nameAsset('enhance', 'js', 'text/javascript; charset=utf-8', readFileSync(built))
    : undefined;
  for (const asset of [stylesheet, icon, script]) {
    if (!asset) continue;
    app.get(asset.address, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.mediaType).send(asset.content),
    );
  }
  return { stylesheet: stylesheet.address, icon: icon.address, ...(script ? { script: script.address } : {}) };
}

function nameAsset(name: string, extension: string, mediaType: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { address: `/assets/${name}.${hash}.${extension}`, mediaType, content };
}
