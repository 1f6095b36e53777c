import { textPattern } from './cell-shape.ts';

// The few words of JSON Schema (draft 2020-12) that our formats are written with.

export type Schema = Record<string, unknown>;

export const string: Schema = { type: 'string' };

/** A string that says something. */
export const text: Schema = { type: 'string', pattern: textPattern };

export const textOrNull: Schema = { anyOf: [{ type: 'null' }, text] };

/** How many of something there are. */
export const count: Schema = { type: 'integer', minimum: 0 };

/** Dialect, name and title of the schema of a format. */
export const head = (format: string, title: string): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:${format.replace(/[./]/g, ':')}`,
  title,
});

/** An object with all of these properties and no other. */
export const exactly = (properties: Record<string, Schema>, rest: Schema = {}): Schema => ({
  type: 'object',
  ...rest,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** An array of such items. */
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
