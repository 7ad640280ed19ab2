import { taxonomy as readTaxonomy } from '#domain/directory/queries/taxonomy.ts';
import { categoryUses, NO_USES, type Uses } from '#domain/directory/queries/taxonomy-uses.ts';
import { FAMILIES, type TaxonomyCategory } from '#domain/directory/taxonomy.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { OperatorArea } from '../area.tsx';
import type { Route } from './+types/taxonomy-page.ts';
import { RowActs } from './acts.tsx';
import { actOnRow } from './row-act.ts';

const words = text.taxonomy;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb } = operatorOnly(context);
  const uses = await categoryUses(readDb);
  const categories = await readTaxonomy(readDb, { retired: true });
  return { rows: categories.map((one) => ({ ...one, uses: uses.get(one.slug) ?? NO_USES })) };
}

export async function action({ context, request }: Route.ActionArgs) {
  operatorOnly(context);
  return actOnRow(context, request, { kind: 'category', to: '/operator/taxonomy' });
}

type Row = TaxonomyCategory & { uses: Uses };

export default function TaxonomyPage({ loaderData }: Route.ComponentProps) {
  const { rows } = loaderData;
  const offered = rows.filter(({ retiredAt }) => retiredAt === null);
  const skills = offered.flatMap((one) => one.skills).filter((one) => one.retiredAt === null);
  return (
    <OperatorArea
      place="taxonomy"
      title={words.finding(offered.length, skills.length)}
      facts={[words.lead]}
      acts={
        <a className="btn" href="/operator/taxonomy/new">
          <Icon name="plus" />
          {words.addCategory}
        </a>
      }
    >
      {FAMILIES.map((family) => {
        const own = rows.filter((one) => one.family === family);
        return (
          <Section key={family} id={family} title={words.families[family]}>
            {own.length === 0 ? (
              <p className="mt-2">{words.none}</p>
            ) : (
              <DataTable
                caption={words.families[family]}
                columns={columnsOf(own)}
                rows={own}
                rowKey={(row) => row.slug}
              />
            )}
          </Section>
        );
      })}
    </OperatorArea>
  );
}

function columnsOf(own: readonly Row[]): Column<Row>[] {
  const { columns, states } = words;
  return [
    {
      key: 'name',
      head: columns.name,
      card: 'name',
      cell: (row) => (
        <>
          <a className="lk" href={`/operator/taxonomy/${row.slug}`}>
            {row.name}
          </a>
          <CellNote>{row.slug}</CellNote>
        </>
      ),
    },
    {
      key: 'state',
      head: columns.state,
      card: 'top',
      cell: (row) => <StateBadge {...states[row.retiredAt === null ? 'offered' : 'retired']} />,
    },
    { key: 'skills', head: columns.skills, numeric: true, cell: (row) => row.skills.length },
    {
      key: 'listed',
      head: columns.listed,
      numeric: true,
      cell: (row) => (
        <a className="ev" href={`/freelancers?category=${row.slug}`}>
          {row.uses.listed}
        </a>
      ),
    },
    {
      key: 'projects',
      head: columns.projects,
      numeric: true,
      cell: (row) => (
        <a className="ev" href={`/projects?category=${row.slug}`}>
          {row.uses.openProjects}
        </a>
      ),
    },
    {
      key: 'acts',
      head: <span className="sr-only">{columns.acts}</span>,
      label: columns.acts,
      card: 'full',
      cell: (row) => (
        <RowActs
          kind="category"
          row={row}
          first={own.at(0)?.slug === row.slug}
          last={own.at(-1)?.slug === row.slug}
        />
      ),
    },
  ];
}
