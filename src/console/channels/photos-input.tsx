interface PhotosInputProps {
  // Given by the form item around it.
  id?: string;
  value?: readonly File[];
  onChange?(files: File[]): void;
}

/** Chooses several pictures, with the browser's own control: on a phone it offers the camera. */
export function PhotosInput({ id, onChange }: PhotosInputProps) {
  return (
    <input
      id={id}
      type="file"
      multiple
      className="file-input"
      accept="image/*,.pdf"
      onChange={({ target }) => onChange?.([...(target.files ?? [])])}
    />
  );
}
