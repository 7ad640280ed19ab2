import { text } from '#web/text/catalogue.ts';
import { Icon } from './icon.tsx';

/**
 * Copies a text and says so; the page asks for it with `handle = { enhance: ['copy'] }`. Without
 * script the button is not there, so it stands beside a text that can be selected by hand.
 */
export function CopyButton({ value, label }: { value: string; label: string }) {
  return (
    <>
      <button
        type="button"
        hidden
        className="btn btn-sm"
        data-copy={value}
        data-copied={text.parts.copied}
      >
        <Icon name="copy" />
        {label}
      </button>
      <span role="status" className="text-sm text-muted" />
    </>
  );
}
