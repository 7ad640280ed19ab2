import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';

const { source, ask } = text.rates;

type Share = { freelancer: string; client: string };

/** Where the numbers come from, how each is computed, and what the fee does to them. */
export function HowComputed({ share, seen }: { share: Share; seen: boolean }) {
  return (
    <p className="mt-4 text-sm text-muted max-w-[75ch]">
      {source.text} {source.quality} {source.onTime} {seen && `${source.shared} `}
      {seen && `${source.difference} `}
      {text.fees.short(share.freelancer, share.client)}{' '}
      <Evidence href="/fees">{text.fees.ruleLink}</Evidence>
    </p>
  );
}

export function AskAll({
  category,
  name,
  countries,
  most,
}: {
  category: string;
  name: string;
  countries: number;
  most: number;
}) {
  return (
    <div className="mt-6 pn flex flex-wrap items-center gap-x-6 gap-y-3 justify-between bg-base-200">
      <p className="max-w-[52ch]">
        <b>{ask.title(countries)}</b> {ask.text(most)}{' '}
        <a className="lk whitespace-nowrap" href={`/categories/${category}`}>
          {ask.browse(name)}
        </a>
      </p>
      <a className="btn btn-primary" href={`/projects/new?category=${category}`}>
        {ask.act}
      </a>
    </div>
  );
}
