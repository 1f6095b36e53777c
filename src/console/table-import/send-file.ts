/** The body of a call that uploads one file; openapi-fetch then sends it as it is. */
export function fileBody(file: File): { body: never; bodySerializer: () => FormData } {
  const form = new FormData();
  form.append('file', file);
  // The file of the API describes no fields of a form.
  return { body: {} as never, bodySerializer: () => form };
}
