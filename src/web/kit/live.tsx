import { useState } from 'react';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { PageHead, Section } from '#web/ui/page-head.tsx';

const words = text.live;

/** A page that asks for both kinds of script; all others carry none. */
export const handle: PageHandle = { script: true, enhance: ['copy'] };

export function meta() {
  return [{ title: text.site.title(words.title) }];
}

export default function LiveParts() {
  return (
    <div className="wrap pt-5 grid gap-8">
      <div>
        <PageHead crumbs={[{ href: '/kit', label: words.parts }]} title={words.title} />
        <p className="mt-3 max-w-[62ch]">{words.lead}</p>
      </div>
      <Section id="enhanced" title={words.enhanced}>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <code>{words.sample}</code>
          <CopyButton value={words.sample} label={words.copy} />
        </div>
      </Section>
      <Section id="counted" title={words.counted}>
        <CountedText />
      </Section>
    </div>
  );
}

function CountedText() {
  const [typed, setTyped] = useState('');
  return (
    <label className="mt-3 grid gap-1.5 max-w-sm font-medium">
      {words.label}
      <textarea
        className="textarea w-full"
        value={typed}
        onChange={(change) => setTyped(change.target.value)}
      />
      <output className="text-sm font-normal text-muted">{words.count(typed.length)}</output>
    </label>
  );
}
