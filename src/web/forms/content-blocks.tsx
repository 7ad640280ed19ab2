/** What a task shows before it asks. */
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Prose } from '#web/ui/prose.tsx';
import type { DrawnBlock } from './draw-form.ts';

export function ContentBlocks({ blocks }: { blocks: readonly DrawnBlock[] }) {
  return blocks.map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks never change their order
    <ContentBlock key={place} block={block} />
  ));
}

function ContentBlock({ block }: { block: DrawnBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h2 className="text-lg [overflow-wrap:anywhere]">{block.text}</h2>;
    case 'prose':
      return <Prose html={block.html} />;
    case 'image':
      return <Picture block={block} />;
    case 'audio':
    case 'video':
      return <Recording block={block} />;
    case 'link':
      return <OutLink block={block} />;
  }
}

type Of<Kind extends DrawnBlock['kind']> = { block: Extract<DrawnBlock, { kind: Kind }> };

function Picture({ block: { url, alt } }: Of<'image'>) {
  if (url === null) return <Missing says={text.forms.noPicture} />;
  return (
    <div className="relative">
      <img
        src={url}
        alt={alt}
        referrerPolicy="no-referrer"
        className="block w-full max-h-[44dvh] md:max-h-[70dvh] object-contain bg-base-200 md:rounded-box border border-base-300"
      />
      <a
        href={url}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        className="btn btn-square absolute end-2 bottom-2"
        aria-label={text.forms.enlarge}
      >
        <Icon name="zoom-in" />
      </a>
    </div>
  );
}

function Recording({ block: { kind, url, title } }: Of<'audio' | 'video'>) {
  if (url === null) return <Missing says={text.forms.noSound} />;
  const label = title === '' ? undefined : title;
  return (
    <figure>
      {kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: the client's recording comes without captions
        <audio controls preload="metadata" src={url} aria-label={label} className="w-full" />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the client's recording comes without captions
        <video controls preload="metadata" src={url} aria-label={label} className="w-full" />
      )}
      {label !== undefined && <figcaption className="text-sm text-muted mt-1">{label}</figcaption>}
    </figure>
  );
}

function OutLink({ block: { url, label } }: Of<'link'>) {
  if (url === null) return <Missing says={text.forms.noLink} />;
  return (
    <p>
      <a className="lk py-1" href={url} target="_blank" rel="noopener noreferrer nofollow ugc">
        {label}
      </a>{' '}
      <span className="text-sm text-muted">
        {new URL(url, 'https://own.invalid').host.replace('own.invalid', '')} {text.forms.newTab}
      </span>
    </p>
  );
}

function Missing({ says }: { says: string }) {
  return (
    <p className="flex gap-1.5 text-muted">
      <Icon name="circle-alert" className="mt-1" />
      <span>{says}</span>
    </p>
  );
}
