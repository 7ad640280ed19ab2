import { PORTFOLIO_LIMITS } from '#domain/directory/portfolio.ts';
import type { PortfolioItem } from '#domain/directory/queries/portfolio.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';

const words = text.profile.portfolio;
const LIMIT = PORTFOLIO_LIMITS.items;

/** What the portfolio shows, in its order, with the acts of its owner. */
export function PortfolioList({ items }: { items: readonly PortfolioItem[] }) {
  const add = (
    <a className="btn" href="/profile/portfolio/new">
      <Icon name="plus" />
      {words.add}
    </a>
  );
  return (
    <Section
      id="portfolio"
      title={words.title}
      beside={<span className="text-sm text-muted">{words.lead(items.length, LIMIT)}</span>}
    >
      {items.length === 0 ? (
        <div className="mt-3">
          <EmptyState title={words.none} acts={add} level={3}>
            {words.noneText}
          </EmptyState>
        </div>
      ) : (
        <>
          <ol className="mt-3 border-t border-base-300" aria-label={words.list}>
            {items.map((item, at) => (
              <Item key={item.id} item={item} first={at === 0} last={at === items.length - 1} />
            ))}
          </ol>
          <div className="mt-4">
            {items.length < LIMIT ? add : <p className="text-sm">{words.full(LIMIT)}</p>}
          </div>
        </>
      )}
    </Section>
  );
}

function Item({ item, first, last }: { item: PortfolioItem; first: boolean; last: boolean }) {
  const { id, title } = item;
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-2 items-start py-3 border-b border-base-300">
      <Thumbnail item={item} />
      <div className="min-w-0 grow basis-40">
        <p className="font-semibold">{title}</p>
        {item.hiddenAt !== null && <p className="text-sm text-error">{words.hidden}</p>}
        <p className="text-sm flex flex-wrap gap-x-4 mt-1">
          <a className="lk py-1" href={`/profile/portfolio/${id}`}>
            {words.edit}
            <span className="sr-only"> {title}</span>
          </a>
          <a className="lk py-1" href={`/profile/portfolio/${id}/remove`}>
            {words.remove}
            <span className="sr-only"> {title}</span>
          </a>
        </p>
      </div>
      <div className="flex gap-2">
        {!first && <Move id={id} to="up" label={words.up(title)} />}
        {!last && <Move id={id} to="down" label={words.down(title)} />}
      </div>
    </li>
  );
}

function Thumbnail({ item: { id, alt, width, height, hiddenAt } }: { item: PortfolioItem }) {
  if (width === null || height === null || hiddenAt !== null) {
    return (
      <span className="w-28 h-20 grid place-items-center border border-dashed border-edge rounded-field text-xs text-muted">
        {words.noPicture}
      </span>
    );
  }
  return (
    <img
      src={`/portfolio/${id}/400.webp`}
      alt={alt}
      width={112}
      height={Math.max(1, Math.round((112 * height) / width))}
      loading="lazy"
      className="w-28 max-h-28 h-auto object-cover rounded-field bg-base-200"
    />
  );
}

function Move({ id, to, label }: { id: string; to: 'up' | 'down'; label: string }) {
  return (
    <Form intent={`${to}-${id}`} className="contents">
      <input type="hidden" name="itemId" value={id} />
      <input type="hidden" name="move" value={to} />
      <button type="submit" className="btn btn-square" aria-label={label} title={label}>
        <Icon name={to === 'up' ? 'arrow-up' : 'arrow-down'} />
      </button>
    </Form>
  );
}
