import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';

const words = text.kit.live;

/** A page that asks for script; all others carry none. */
export const handle: PageHandle = { script: true };

export function meta() {
  return [{ title: text.site.title(words.title) }];
}

export default function LiveParts() {
  return (
    <div className="wrap pt-5">
      <PageHead crumbs={[{ href: '/kit', label: text.kit.title }]} title={words.title} />
      <p className="mt-3 max-w-[62ch]">{words.lead}</p>
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <code>{words.sample}</code>
        <CopyButton value={words.sample} label={words.copy} />
      </div>
    </div>
  );
}
