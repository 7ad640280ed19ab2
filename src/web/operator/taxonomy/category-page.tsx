import { NO_USES, skillUses, type Uses } from '#domain/directory/queries/taxonomy-uses.ts';
import type { TaxonomySkill } from '#domain/directory/taxonomy.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { OperatorArea, placeCrumb } from '../area.tsx';
import type { Route } from './+types/category-page.ts';
import { findCategory } from './act-on-taxonomy.ts';
import { RowActs } from './acts.tsx';
import { actOnRow } from './row-act.ts';

const words = text.taxonomy;

export const handle: PageHandle = { nav: 'operator' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.category.name ?? words.title) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb } = operatorOnly(context);
  const category = await findCategory(readDb, params.slug);
  const uses = await skillUses(readDb, category.slug);
  return {
    category,
    rows: category.skills.map((one) => ({ ...one, uses: uses.get(one.slug) ?? NO_USES })),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  operatorOnly(context);
  return actOnRow(context, request, { kind: 'skill', to: `/operator/taxonomy/${params.slug}` });
}

type Row = TaxonomySkill & { uses: Uses };

export default function CategoryPage({ loaderData }: Route.ComponentProps) {
  const { category, rows } = loaderData;
  const { slug, name, about, also, family, retiredAt } = category;
  return (
    <OperatorArea
      place="taxonomy"
      title={name}
      crumbs={[placeCrumb('taxonomy')]}
      state={<StateBadge {...words.states[retiredAt === null ? 'offered' : 'retired']} boxed />}
      facts={[words.families[family], words.category.facts(slug)]}
      acts={
        <>
          <a className="btn" href={`/operator/taxonomy/category/${slug}/change`}>
            {words.change}
          </a>
          <a className="btn" href={`/operator/taxonomy/${slug}/new`}>
            <Icon name="plus" />
            {words.addSkill}
          </a>
        </>
      }
    >
      {(about !== '' || also.length > 0) && (
        <div className="max-w-[62ch]">
          {about !== '' && <p>{about}</p>}
          {also.length > 0 && <p className="text-sm text-muted mt-1">{also.join(', ')}</p>}
        </div>
      )}
      {rows.length === 0 ? (
        <p>{words.noSkills}</p>
      ) : (
        <DataTable
          caption={words.category.skills}
          columns={columnsOf(rows)}
          rows={rows}
          rowKey={(row) => row.slug}
        />
      )}
    </OperatorArea>
  );
}

function columnsOf(rows: readonly Row[]): Column<Row>[] {
  const { columns, states } = words;
  return [
    {
      key: 'skill',
      head: columns.skill,
      card: 'name',
      cell: (row) => (
        <>
          {row.name}
          <CellNote>{[row.slug, ...row.also].join(', ')}</CellNote>
        </>
      ),
    },
    {
      key: 'state',
      head: columns.state,
      card: 'top',
      cell: (row) => <StateBadge {...states[row.retiredAt === null ? 'offered' : 'retired']} />,
    },
    {
      key: 'freelancers',
      head: columns.freelancers,
      numeric: true,
      card: 'half',
      cell: (row) => row.uses.freelancers,
    },
    {
      key: 'listed',
      head: columns.listed,
      numeric: true,
      card: 'half',
      cell: (row) => (
        <a className="ev" href={`/freelancers?skills=${row.slug}`}>
          {row.uses.listed}
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
          kind="skill"
          row={row}
          first={rows.at(0)?.slug === row.slug}
          last={rows.at(-1)?.slug === row.slug}
        />
      ),
    },
  ];
}
