import { countryName } from '#domain/accounts/country.ts';
import type { ProposedMilestone } from '#domain/projects/proposal.ts';
import { signedIn } from '#web/context.ts';
import { eventHref } from '#web/evidence/addresses.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { Happened } from '#web/projects/happened.tsx';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { FileList } from '#web/ui/files.tsx';
import { Amount, Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Prose } from '#web/ui/prose.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/proposal-page.ts';
import { FeeNote, MoneySides } from './money-sides.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { type ProposalSight, proposalSight } from './proposal-sight.ts';

const words = text.proposals;

export const handle: PageHandle = { nav: 'projects' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(`${words.page.crumb} · ${loaderData?.proposal.title ?? ''}`) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return proposalSight(signedIn(context), params.id);
}

export default function ProposalPage({ loaderData }: Route.ComponentProps) {
  const sight = loaderData;
  const { proposal, sides, side, files } = sight;
  return (
    <WorkPage
      head={<Head sight={sight} />}
      aside={
        <Panel id="money" title={words.money.title}>
          <MoneySides sides={sides} />
          {sight.contract === null && <FeeNote />}
        </Panel>
      }
      asideLabel={words.money.title}
    >
      <ProposalPanel sight={sight} />
      {proposal.pricing === 'fixed' ? <Milestones sight={sight} /> : <Hours sight={sight} />}
      <Section id="cover" title={side === 'client' ? words.page.cover : words.page.coverOwn}>
        <div className="mt-2">
          <Prose html={sight.cover} />
        </div>
      </Section>
      {files.length > 0 && (
        <Section id="files" title={words.page.files}>
          <FileList
            files={files.map(({ id, name, sizeBytes }) => ({
              id,
              name,
              bytes: Number(sizeBytes),
              href: `/files/${id}`,
            }))}
          />
        </Section>
      )}
      <Happened events={sight.events} partyId={sight.partyId} />
    </WorkPage>
  );
}

function Head({ sight }: { sight: ProposalSight }) {
  const { proposal, side, events } = sight;
  const { page } = words;
  const last = events.find((one) => /\.(?:sent|changed)$/.test(one.kind));
  const sum = <Money amount={{ amountMinor: proposal.priceMinor, currency: proposal.currency }} />;
  const price = last === undefined ? sum : <Evidence href={eventHref(last.id)}>{sum}</Evidence>;
  const own = side === 'freelancer';
  const { freelancerCountry } = proposal;
  return (
    <PageHead
      crumbs={[
        own
          ? { href: '/my/proposals', label: words.mine.title }
          : { href: '/my/projects', label: text.projects.mine.title },
        { href: `/projects/${proposal.projectId}`, label: proposal.title },
      ]}
      title={
        <Phrase
          says={own ? page.titleOwn : page.title}
          values={{ freelancer: proposal.freelancerName, sum: price }}
        />
      }
      state={<StateBadge {...text.states.proposal[proposal.state]} boxed />}
      facts={[
        page.in(proposal.deliveryDays),
        <Phrase key="sent" says={page.sent} values={{ day: <Day at={proposal.sentAt} /> }} />,
        ...(proposal.version > 1 ? [page.version(proposal.version)] : []),
        ...(own ? [] : [proposal.freelancerHeadline ?? '']),
        ...(own || freelancerCountry === null ? [] : [countryName(freelancerCountry)]),
        ...(own || !sight.listed
          ? []
          : [
              <a key="profile" className="lk" href={`/freelancers/${proposal.freelancerId}`}>
                {page.profile}
              </a>,
            ]),
      ].filter((fact) => fact !== '')}
    />
  );
}

type Row = ProposedMilestone & { position: number };

function Milestones({ sight }: { sight: ProposalSight }) {
  const { milestones, currency, priceMinor } = sight.proposal;
  const { page } = words;
  const columns: Column<Row>[] = [
    {
      key: 'milestone',
      head: page.milestone,
      card: 'name',
      cell: (row) => (
        <>
          {row.position}. {row.title}
          {row.details !== '' && <CellNote>{row.details}</CellNote>}
        </>
      ),
      foot: page.total,
    },
    {
      key: 'due',
      head: page.due,
      numeric: true,
      card: 'full',
      cell: (row) => page.days(row.dueDays),
    },
    {
      key: 'sum',
      head: page.sum(currency),
      numeric: true,
      card: 'top',
      cell: (row) => <Amount amount={{ amountMinor: row.amountMinor, currency }} />,
      foot: <Amount amount={{ amountMinor: priceMinor, currency }} />,
    },
  ];
  return (
    <Section id="milestones" title={page.milestones}>
      <DataTable
        caption={page.caption}
        columns={columns}
        rows={milestones.map((one, at) => ({ ...one, position: at + 1 }))}
        rowKey={(row) => String(row.position)}
      />
    </Section>
  );
}

function Hours({ sight }: { sight: ProposalSight }) {
  const { hourlyRateMinor, estimatedHours, weeklyLimitHours, currency, priceMinor } =
    sight.proposal;
  const { page } = words;
  return (
    <Section id="hours" title={page.hourlyTitle}>
      <MoneyLines className="mt-2 max-w-md">
        <MoneyLine label={page.rate}>
          <Money amount={{ amountMinor: hourlyRateMinor ?? 0n, currency }} />
        </MoneyLine>
        <MoneyLine label={page.hours}>{estimatedHours}</MoneyLine>
        <MoneyLine label={page.total} kind="total">
          <Money amount={{ amountMinor: priceMinor, currency }} />
        </MoneyLine>
        <MoneyLine label={page.weekly}>{page.perWeek(weeklyLimitHours ?? 0)}</MoneyLine>
      </MoneyLines>
    </Section>
  );
}
