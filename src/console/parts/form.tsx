import { useMutation } from '@tanstack/react-query';
import { Form, type FormInstance, type FormProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { asProblem, holdsPath, placeFields } from '../api/problem.ts';

/**
 * Sends a form. What the server says of a field appears at the field, everything else in `error` and
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
  const [allPlaced, setAllPlaced] = useState(false);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: act,
    onMutate: () => {
      setRest([]);
      setAllPlaced(false);
    },
    onSuccess: (out, values) => onDone?.(out, values),
    onError: (thrown) => {
      const shown = form.getFieldsError().map(({ name }) => name);
      const placed = placeFields(asProblem(thrown).fields, shown);
      setRest(placed.rest);
      setAllPlaced(placed.placed.length > 0 && placed.rest.length === 0);
      form.setFields(placed.placed.map((each) => ({ ...each, name: each.name as never })));
      const first = placed.placed[0];
      if (first) form.scrollToField(first.name as never, { focus: true });
    },
  });
  return { submit: (values: Values) => mutate(values), busy: isPending, error: allPlaced ? null : error, rest, reset };
}

interface SentFormProps<Values> extends Omit<FormProps<Values>, 'children'> {
  form: FormInstance<Values>;
  children: ReactNode;
}

/** A form that is sent with {@link useSubmit}: what the server said of a field goes as soon as the field is changed. */
export function SentForm<Values extends object>({ form, onValuesChange, ...rest }: SentFormProps<Values>) {
  return (
    <Form<Values>
      {...rest}
      form={form}
      layout="vertical"
      onValuesChange={(changed, values) => {
        const refused = form
          .getFieldsError()
          .filter(({ name, errors }) => errors.length > 0 && holdsPath(changed, name));
        form.setFields(refused.map(({ name }) => ({ name: name as never, errors: [] })));
        onValuesChange?.(changed, values);
      }}
    />
  );
}

/** The rule of a field that must not be blank. */
export const required = (message: string) => ({ required: true, whitespace: true, message });
