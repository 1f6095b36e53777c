import { useMutation } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useState } from 'react';
import { asProblem, placeFields } from '../api/problem.ts';

/**
 * Sends a form. What the server says of a field appears at the field, the rest in `error` and
 * `rest` for an {@link ErrorNote} above it; the values stay as they were typed in any case.
 *
 * @param act sends the values; what it throws is shown
 */
export function useSubmit<Values, Out>(
  form: FormInstance<Values>,
  act: (values: Values) => Promise<Out>,
  onDone?: (out: Out, values: Values) => unknown,
) {
  const [rest, setRest] = useState<string[]>([]);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: act,
    onMutate: () => setRest([]),
    onSuccess: (out, values) => onDone?.(out, values),
    onError: (thrown) => {
      const shown = form.getFieldsError().map(({ name }) => name);
      const placed = placeFields(asProblem(thrown).fields, shown);
      setRest(placed.rest);
      form.setFields(placed.placed.map((each) => ({ ...each, name: each.name as never })));
      const first = placed.placed[0];
      if (first) form.scrollToField(first.name as never, { focus: true });
    },
  });
  return { submit: (values: Values) => mutate(values), busy: isPending, error, rest, reset };
}

/** The rule of a field that must not be blank. */
export const required = (message: string) => ({ required: true, whitespace: true, message });
