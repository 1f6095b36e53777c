import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Where the documents of the project stand. */
const documents = ['*.md', 'docs/**/*.md', 'src/**/*.md', 'tests/**/*.md', 'bench/**/*.md'];

/** Folders that are made when the program runs, or are given to it. */
const madeLater = /^(dist|data|coverage|node_modules|[.]runtime|shared)\//;

/** What can be told to be a path of the project among words between backticks. */
const pathLike = /^[.]?[\w-]+(\/[\w.<>*…-]+)+\/?$|^[\w.-]+[.](md|json)$/;

/**
 * Everything the documents of the project at `root` point to and that is not there: links to files
 * and headings, and paths between backticks. In a path `<name>` and `…` stand for anything.
 */
export function findDeadReferences(root: string): string[] {
  return documents
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((path) => !path.includes('node_modules'))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return [...deadLinks(root, path, text), ...deadPaths(root, path, text)].map((each) => `${path}: ${each}`);
    })
    .sort();
}

function deadLinks(root: string, document: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? document : normalize(join(dirname(document), path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(join(root, target), 'utf8')).includes(anchor);
  });
}

/** The anchors of the headings of a document, as code hosts make them. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

function deadPaths(root: string, document: string, text: string): string[] {
  const spans = [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return spans.filter((span) => {
    if (!pathLike.test(span) || madeLater.test(span)) return false;
    // A README of an area names its own files from where it stands.
    const places = ['', dirname(document)];
    const [folder = '', ...rest] = span.split('/');
    const isPath = rest.length === 0 || places.some((place) => existsSync(join(root, place, folder)));
    const pattern = span.replaceAll(/<[^>]*>|…/g, '*');
    return isPath && places.every((place) => globSync(join(place, pattern), { cwd: root }).length === 0);
  });
}
