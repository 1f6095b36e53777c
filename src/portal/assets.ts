import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { AssetAddresses } from './layout.tsx';

interface Asset {
  address: string;
  mediaType: string;
  content: Buffer;
}

// Beside this module in the sources; the build puts the folder beside the bundle.
const folder = new URL('./assets/', import.meta.url);

/**
 * Serves the portal's own files under names that carry a hash of their content, so that browsers
 * keep them for good and never show an old one. The script is built from TypeScript; a server run
 * from the sources does without it, as a browser without script would.
 */
export function serveAssets(app: FastifyInstance): AssetAddresses {
  const stylesheet = readAsset('portal', 'css', 'text/css; charset=utf-8');
  const icon = readAsset('icon', 'svg', 'image/svg+xml');
  const script = readAsset('enhance', 'js', 'text/javascript; charset=utf-8');
  for (const asset of [stylesheet, icon, script]) {
    if (!asset) continue;
    app.get(asset.address, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.mediaType).send(asset.content),
    );
  }
  if (!stylesheet || !icon) throw new Error(`no style sheet or icon in ${folder.href}`);
  return { stylesheet: stylesheet.address, icon: icon.address, ...(script ? { script: script.address } : {}) };
}

function readAsset(name: string, extension: string, mediaType: string): Asset | undefined {
  const file = new URL(`${name}.${extension}`, folder);
  if (!existsSync(file)) return undefined;
  const content = readFileSync(file);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { address: `/assets/${name}.${hash}.${extension}`, mediaType, content };
}
