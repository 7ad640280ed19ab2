import { myContracts } from '#domain/contracts/queries/my-contracts.ts';
import { waitingActs } from '#domain/contracts/queries/waiting-acts.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { myInvitations } from '#domain/projects/queries/my-invitations.ts';
import { projectsToChoose } from '#domain/projects/queries/projects-to-choose.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { EvidenceSheet } from '#web/ui/evidence.tsx';
import type { Route } from './+types/count-sheet.ts';
import { SheetPage } from './sheet-page.tsx';

const MOST = 200;

type Counted = { key: string; href: string; label: string };

export const handle: PageHandle = { nav: 'home' };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  if (params.count === 'in-progress') {
    const { rows } = await myContracts(readDb, actor, { state: 'active', limit: MOST });
    const counted: Counted[] = rows.map(({ id, title }) => ({
      key: id,
      href: `/contracts/${id}`,
      label: title,
    }));
    return { count: 'in-progress' as const, counted };
  }
  if (params.count !== 'waiting') return refuse('not_found', { thing: 'count' });
  const acts = await waitingActs(readDb, actor, now);
  const counted: Counted[] = acts.map((act) => ({
    key: `${act.kind} ${act.contractId} ${act.milestoneId ?? ''} ${act.milestoneTitle ?? ''}`,
    href: `/contracts/${act.contractId}`,
    label: text.dashboard.waiting[act.kind].short(act.contractTitle),
  }));
  const choices = await projectsToChoose(readDb, actor, now);
  const chosen: Counted[] = choices.map(({ id, title }) => ({
    key: id,
    href: `/projects/${id}`,
    label: text.dashboard.choose.short(title),
  }));
  const invitations = await myInvitations(readDb, actor, now);
  const invited: Counted[] = invitations.map(({ projectId, title }) => ({
    key: projectId,
    href: `/projects/${projectId}`,
    label: text.dashboard.invitations.short(title),
  }));
  return { count: 'waiting' as const, counted: [...counted, ...chosen, ...invited] };
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? text.evidence.sheets.counts[loaderData.count].name : '') },
];

export default function CountSheet({ loaderData }: Route.ComponentProps) {
  const { count, counted } = loaderData;
  const { name, formula } = text.evidence.sheets.counts[count];
  return (
    <SheetPage crumbs={[{ href: '/dashboard', label: text.dashboard.crumb }]}>
      <EvidenceSheet
        name={name}
        value={counted.length}
        formula={formula}
        terms={[{ label: text.evidence.sheets.total, value: counted.length, kind: 'total' }]}
        origin={
          <ul className="grid">
            {counted.map(({ key, href, label }) => (
              <li key={key} className="py-1.5">
                <a className="lk" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        }
      />
    </SheetPage>
  );
}
