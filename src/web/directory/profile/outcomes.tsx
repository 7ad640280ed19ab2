import { scoreSheetHref } from '#web/directory/figures.tsx';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Day } from '#web/ui/time.tsx';
import type { CategoryOutcomes } from './outcomes-by-category.ts';
import type { ProfileSight } from './profile-sight.ts';

const words = text.directory.profile;

/** How the ended contracts went, by kind of work. */
export function Outcomes({ sight }: { sight: ProfileSight }) {
  const { outcomes, freelancer } = sight;
  return (
    <Section id="outcomes" title={words.outcomes}>
      {outcomes.length === 0 ? (
        <p className="mt-2 text-muted">{words.outcomesNone}</p>
      ) : (
        <DataTable
          caption={words.outcomesCaption}
          columns={columns(scoreSheetHref(freelancer.id))}
          rows={outcomes}
          rowKey={({ slug }) => slug}
        />
      )}
    </Section>
  );
}

function columns(sheet: string): Column<CategoryOutcomes>[] {
  return [
    {
      key: 'category',
      head: words.category,
      card: 'name',
      cell: ({ slug, name }) => (
        <a className="lk" href={`/categories/${slug}`}>
          {name}
        </a>
      ),
    },
    {
      key: 'contracts',
      head: words.contracts,
      numeric: true,
      card: 'top',
      cell: ({ contracts }) => <Evidence href={sheet}>{contracts}</Evidence>,
    },
    {
      key: 'stars',
      head: words.stars,
      numeric: true,
      cell: ({ stars }) =>
        stars === null ? (
          words.noFigure
        ) : (
          <>
            <Evidence href={sheet}>{stars.mean.toFixed(1)}</Evidence>
            <CellNote>{words.starsOf(stars.count)}</CellNote>
          </>
        ),
    },
    {
      key: 'on-time',
      head: words.onTime,
      numeric: true,
      cell: ({ onTime }) =>
        onTime === null ? (
          words.noFigure
        ) : (
          <Evidence href={`${sheet}#rates`}>
            {words.onTimeShare(onTime.part, onTime.whole)}
          </Evidence>
        ),
    },
    {
      key: 'last',
      head: words.lastEnded,
      numeric: true,
      cell: ({ lastEndedAt }) => <Day at={lastEndedAt} />,
    },
  ];
}
