import { text } from '#web/text/catalogue.ts';

const words = text.review;
type Key = keyof typeof words.keyWords;

/** The keys of the review; shown only where there is a keyboard to press them on. */
export function KeyHints({ keys }: { keys: readonly Key[] }) {
  return (
    <span
      className="hidden md:pointer-fine:flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted"
      aria-label={words.keys}
      role="note"
    >
      {keys.map((key) => (
        <span key={key} className="flex items-center gap-1.5">
          <kbd className="key">{key}</kbd> {words.keyWords[key]}
        </span>
      ))}
    </span>
  );
}
