interface FileInputProps {
  // Given by the form item around it.
  id?: string;
  value?: File;
  onChange?(file: File | undefined): void;
  'aria-required'?: boolean | 'true' | 'false';
  'aria-describedby'?: string;
  'aria-invalid'?: boolean | 'true' | 'false';
  /** Endings of the names of files, e.g. `.xlsx,.csv`. */
  accept: string;
}

/** Chooses one file, with the browser's own control: it works with keyboard, touch and reader alike. */
export function FileInput({ onChange, value: _chosen, accept, ...rest }: FileInputProps) {
  // The control keeps what was chosen by itself, and throws where a program gives it a value.
  return (
    <input
      {...rest}
      type="file"
      className="file-input"
      accept={accept}
      onChange={({ target }) => onChange?.(target.files?.[0])}
    />
  );
}
