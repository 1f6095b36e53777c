/**
 * The fields that were changed, for a request that leaves the others as they are now, whoever changed them meanwhile.
 *
 * @param before as they were shown first
 * @param after as they stand in the form; a field that is absent was not in the form
 * @example changedFields({ phone: '1', fax: '2' }, { phone: '1', fax: '3' }) // { fax: '3' }
 */
export function changedFields<Fields extends object>(
  before: { readonly [Name in keyof Fields]?: Fields[Name] | undefined },
  after: Fields,
): Partial<Fields> {
  const changed = Object.entries(after).filter(([name, value]) => {
    const old = before[name as keyof Fields];
    return value !== undefined && value !== (old ?? '');
  });
  return Object.fromEntries(changed) as Partial<Fields>;
}
