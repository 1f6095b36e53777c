import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const areas = ['organisation', 'catalogue', 'publication', 'calendar'];

/** Every address of the console that the server gives to people: in 今天要办, on desks, in findings. */
function listLinks(): { file: string; href: string }[] {
  const files = areas.flatMap((area) =>
    readdirSync(join(root, 'src', area), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => join('src', area, file)),
  );
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/href: ['`](\/[^'`]*)['`]/g)].map(([, href = '']) => ({
      file,
      href,
    })),
  );
}

/** The pages of the console with the file each is drawn by, as its table of routes names them. */
const pages = [
  ...readFileSync(join(root, 'src/console/routes.tsx'), 'utf8').matchAll(
    /path: '([^':*][^'*]*)',[^}]*?import\('\.\/([^']+)'\)/g,
  ),
]
  .sort(([, one = ''], [, other = '']) => one.split(':').length - other.split(':').length)
  .map(([, path = '', file = '']) => ({
    address: new RegExp(`^/${path.replace(/\/:\w+[?]/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`),
    text: readFileSync(join(root, 'src/console', file), 'utf8'),
  }));

/** A page whose address is all words goes before one that takes anything in its place, as the router decides too. */
const findPage = (href: string) => pages.find(({ address }) => address.test(plain(href).split('?')[0] ?? ''));
const plain = (href: string): string => href.replace(/\$\{[^}]*\}/g, 'x');

test('every address that 今天要办 or a desk gives is a page of the console', () => {
  const links = listLinks();
  expect(links.length).toBeGreaterThan(15);
  expect(links.filter(({ href }) => !findPage(href))).toEqual([]);
});

test('what such an address filters a list by, its page reads', () => {
  const unread = listLinks().flatMap(({ file, href }) =>
    [...new URL(plain(href), 'http://x').searchParams.keys()]
      .filter((name) => !findPage(href)?.text.includes(`get('${name}')`))
      .map((name) => ({ file, href, name })),
  );
  expect(unread).toEqual([]);
});
