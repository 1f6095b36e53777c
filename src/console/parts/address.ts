import { useSearchParams } from 'react-router';

/**
 * What a list is filtered by and which of its pages is shown, kept in the address, so that going
 * back and a link to a colleague show the same.
 */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1);

  /** The text of a filter; undefined when it is not set. */
  const get = (name: string): string | undefined => params.get(name) || undefined;

  /** Changes filters and goes to the first page; a blank one is taken away. */
  const set = (changes: Readonly<Record<string, string | undefined>>): void =>
    setParams((before) => withFilters(before, changes), { preventScrollReset: true });

  const setPage = (next: number): void =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (next === 1) after.delete('page');
      else after.set('page', String(next));
      return after;
    });

  return { page, get, set, setPage };
}

/** The address with some filters changed, on the first page. */
export function withFilters(
  before: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    const text = value?.trim() ?? '';
    if (text === '') after.delete(name);
    else after.set(name, text);
  }
  after.delete('page');
  return after;
}
