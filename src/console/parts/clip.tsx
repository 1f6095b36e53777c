/** The first lines of a longer text, in soft ink below what it belongs to. */
export function Clip({ text }: { text: string }) {
  return (
    <div className="soft">
      <span className="clip">{text}</span>
    </div>
  );
}
