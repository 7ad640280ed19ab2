import type { OpenProject } from '#domain/projects/queries/open-projects.ts';
import { Where } from '#web/directory/figures.tsx';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Paging, withQuery } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import { Budget, ProposalsCount } from './project-facts.tsx';

const words = text.projects;

/** Open projects one under the other, and the way to earlier ones. */
export function OpenProjectTable({
  loaded,
}: {
  loaded: {
    rows: OpenProject[];
    next: string | null;
    cursor: string;
    here: string;
    /** The reader's country. */
    from: string | null;
  };
}) {
  const { rows, next, cursor, here, from } = loaded;
  return (
    <>
      <DataTable
        caption={words.browse.caption}
        columns={columns(from)}
        rows={rows}
        rowKey={(row) => row.id}
      />
      <Paging
        earlier={next === null ? undefined : withQuery(here, { cursor: next })}
        later={cursor === '' ? undefined : withQuery(here, { cursor: null })}
        labels={{ earlier: text.parts.earlier, later: text.directory.search.start }}
        span={<Span rows={rows} />}
      />
    </>
  );
}

/** How many are shown and from when to when they came before everybody. */
function Span({ rows }: { rows: readonly OpenProject[] }) {
  const { browse } = words;
  const newest = rows[0]?.openedAt;
  const oldest = rows.at(-1)?.openedAt;
  if (!newest || !oldest) return null;
  const values = {
    n: browse.span(rows.length),
    from: <Day at={oldest} />,
    to: <Day at={newest} />,
  };
  const sameDay = oldest.toDateString() === newest.toDateString();
  return <Phrase says={sameDay ? browse.one : browse.between} values={values} />;
}

function columns(from: string | null): Column<OpenProject>[] {
  return [
    {
      key: 'project',
      head: words.browse.project,
      card: 'full',
      cell: (row) => <Project row={row} from={from} />,
    },
    {
      key: 'budget',
      head: words.browse.budget,
      numeric: true,
      card: 'full',
      cell: (row) => (
        <>
          <Budget project={row} />
          <CellNote>{words.pricing[row.pricing]}</CellNote>
        </>
      ),
    },
    {
      key: 'proposals',
      head: words.browse.proposals,
      numeric: true,
      card: 'half',
      cell: (row) => <ProposalsCount project={row} />,
    },
    {
      key: 'until',
      head: words.browse.until,
      numeric: true,
      card: 'half',
      cell: (row) =>
        row.expiresAt && (
          <span className="whitespace-nowrap">
            <Day at={row.expiresAt} />
          </span>
        ),
    },
  ];
}

function Project({ row, from }: { row: OpenProject; from: string | null }) {
  return (
    <div className="max-w-[62ch]">
      <a className="lk text-base font-semibold" href={`/projects/${row.id}`}>
        {row.title}
      </a>
      <p className="flex flex-wrap gap-x-3 text-[0.8125rem] text-muted">
        <span>{row.categoryName}</span>
        <span>{row.clientName}</span>
        {row.clientCountry !== null && <Where country={row.clientCountry} from={from} />}
      </p>
      <p className="mt-1 line-clamp-2 text-muted font-normal">{row.excerpt}</p>
    </div>
  );
}
