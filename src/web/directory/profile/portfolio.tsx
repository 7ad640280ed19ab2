import type { PortfolioItem } from '#domain/directory/queries/portfolio.ts';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';

const words = text.directory.profile;

/** The widths that are kept of every picture. */
const WIDTHS = [400, 1200] as const;

/** Work that can be shown. Each picture opens large; nothing moves while it loads. */
export function Portfolio({ items }: { items: readonly PortfolioItem[] }) {
  if (items.length === 0) return null;
  return (
    <Section id="portfolio" title={words.portfolio}>
      <ul className="mt-3 grid grid-cols-[minmax(0,1fr)] sm:grid-cols-2 gap-x-6 gap-y-8">
        {items.map((item) => (
          <li key={item.id} className="min-w-0">
            <Picture item={item} />
            <h3 className="mt-2 text-base">{item.title}</h3>
            {item.hiddenAt !== null && <p className="text-sm text-error">{words.hiddenItem}</p>}
            {item.about !== '' && (
              <p className="text-sm whitespace-pre-line max-w-[62ch]">{item.about}</p>
            )}
            {item.link !== '' && (
              <p className="text-sm mt-1">
                <a className="lk break-all" href={item.link} rel="nofollow ugc noopener">
                  {hostOf(item.link)}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Picture({ item }: { item: PortfolioItem }) {
  const { id, width, height, alt, title } = item;
  if (width === null || height === null) return null;
  const shown = Math.min(width, WIDTHS[1]);
  return (
    <a href={pictureHref(id, 1200)} aria-label={words.enlarge(title)} className="block">
      <img
        src={pictureHref(id, 400)}
        srcSet={WIDTHS.map((size) => `${pictureHref(id, size)} ${size}w`).join(', ')}
        sizes="(width >= 40rem) 24rem, calc(100vw - 2rem)"
        width={shown}
        height={Math.round((shown * height) / width)}
        alt={alt}
        loading="lazy"
        decoding="async"
        className="w-full aspect-4/3 object-cover rounded-field border border-base-300 bg-base-200"
      />
    </a>
  );
}

export function pictureHref(id: string, size: (typeof WIDTHS)[number]): string {
  return `/portfolio/${id}/${size}.webp`;
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : link;
}
