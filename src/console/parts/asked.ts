/** What is asked for, without what is not: a blank filter must not stand in the address of a request. */
export const withoutBlanks = <Filter extends object>(filter: Filter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Filter]: Exclude<Filter[Name], undefined>;
  };

/** The value when it is one of the keys; a word in an address may be anything. */
export const oneOf = <Key extends string>(keys: readonly Key[], value: string | undefined): Key | undefined =>
  keys.find((key) => key === value);

/** The entries of a table of names as options of a select. */
export const optionsOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  (Object.keys(names) as Key[]).map((value) => ({ value, label: names[value] }));
