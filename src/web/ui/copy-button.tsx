import { useState } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Toast } from './bands.tsx';
import { Icon } from './icon.tsx';

const SHOWN_MS = 4_000;

/**
 * Copies a text and says so. Needs script, so it stands beside a text that can be selected by
 * hand: without script it is not there.
 */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <>
      <button type="button" className="btn btn-sm needs-script" onClick={copy}>
        <Icon name="copy" />
        {label}
      </button>
      <div className="fixed bottom-4 end-4 z-20" aria-live="polite">
        {copied && <Toast icon="check">{text.parts.copied}</Toast>}
      </div>
    </>
  );
}
