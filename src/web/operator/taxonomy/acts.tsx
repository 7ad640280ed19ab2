import type { TaxonomyKind } from '#domain/directory/commands/change-taxonomy.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { Icon } from '#web/ui/icon.tsx';

const words = text.taxonomy;

type Named = { slug: string; name: string; retiredAt: Date | null };

/** What can be done with one row: change, retire or offer again, one place up or down. */
export function RowActs({
  kind,
  row,
  first,
  last,
}: {
  kind: TaxonomyKind;
  row: Named;
  first: boolean;
  last: boolean;
}) {
  const { slug, name, retiredAt } = row;
  const here = `/operator/taxonomy/${kind}/${slug}`;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 items-center md:justify-end">
      <a className="lk py-1" href={`${here}/change`}>
        {words.change}
        <span className="sr-only"> {name}</span>
      </a>
      {retiredAt === null ? (
        <a className="lk py-1" href={`${here}/retire`}>
          {words.retire}
          <span className="sr-only"> {name}</span>
        </a>
      ) : (
        <Form intent={`restore-${slug}`} className="contents">
          <input type="hidden" name="act" value="restore" />
          <input type="hidden" name="slug" value={slug} />
          <button type="submit" className="lk py-1 cursor-pointer">
            {words.restore}
            <span className="sr-only"> {name}</span>
          </button>
        </Form>
      )}
      {!first && <Move slug={slug} act="up" label={words.up(name)} />}
      {!last && <Move slug={slug} act="down" label={words.down(name)} />}
    </span>
  );
}

function Move({ slug, act, label }: { slug: string; act: 'up' | 'down'; label: string }) {
  return (
    <Form intent={`${act}-${slug}`} className="contents">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="slug" value={slug} />
      <button type="submit" className="btn btn-sm btn-square" aria-label={label} title={label}>
        <Icon name={act === 'up' ? 'arrow-up' : 'arrow-down'} />
      </button>
    </Form>
  );
}
