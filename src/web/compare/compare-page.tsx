import type { ReactNode } from 'react';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { ProjectBadge } from '#web/projects/project-facts.tsx';
import { text } from '#web/text/catalogue.ts';
import { Band } from '#web/ui/bands.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Deadline } from '#web/ui/time.tsx';
import { ViewLinks } from '#web/ui/timeline.tsx';
import type { Route } from './+types/compare-page.ts';
import { Cards } from './cards.tsx';
import { Columns } from './columns.tsx';
import { compareHref, parseCompare, type View } from './compare-question.ts';
import { type CompareSight, compareSight } from './compare-sight.ts';
import { EmptyComparison } from './empty.tsx';
import { Formula } from './formula.tsx';
import { HiddenList } from './hidden-list.tsx';
import { markActs } from './mark-acts.ts';
import { Rows } from './rows.tsx';
import { VerdictSentence } from './verdict.tsx';
import { WeightsForm } from './weights-form.tsx';

const words = text.compare;

export const handle: PageHandle = { nav: 'projects', enhance: ['rank-again'] };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData === undefined ? words.crumb : titleOf(loaderData)) },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const question = parseCompare(new URL(request.url).searchParams);
  return compareSight(signedIn(context), params.id, question);
}

export async function action({ context, request, params }: Route.ActionArgs) {
  return markActs(signedIn(context), { context, request, projectId: params.id });
}

export default function ComparePage({ loaderData, actionData }: Route.ComponentProps) {
  const sight = loaderData;
  const { question, shown } = sight;
  const isHidden = question.view === 'hidden' && question.show.length === 0;
  return (
    <div className="wrap pt-5">
      <Head sight={sight} />
      {actionData !== undefined && (
        <div className="mt-4">
          <Band tone="miss" title={actionData.title}>
            {[...Object.values(actionData.fields), ...actionData.form.map((one) => one.says)].join(
              ' ',
            )}
          </Band>
        </div>
      )}
      {sight.counts.all + sight.counts.hidden === 0 ? (
        <EmptyComparison sight={sight} />
      ) : (
        <>
          {!isHidden && <WeightsForm question={question} percents={sight.percents} />}
          <div className="mt-5 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
            <div id="verdict" role="status">
              {!isHidden && <VerdictSentence sight={sight} />}
            </div>
            <Views sight={sight} />
          </div>
          <div id="ranking" className="mt-5">
            {isHidden ? (
              <HiddenList sight={sight} />
            ) : shown.length === 0 ? (
              <EmptyComparison sight={sight} />
            ) : (
              <Ranking sight={sight} />
            )}
          </div>
          <p className="mt-5 text-sm text-muted max-w-[75ch]">
            {sight.project.state === 'open' ? words.foot : words.decided} {words.note.hint}
          </p>
          <div id="formula" className="mt-9">
            {shown.length > 0 && !isHidden && <Formula sight={sight} />}
          </div>
        </>
      )}
    </div>
  );
}

function Ranking({ sight }: { sight: CompareSight }): ReactNode {
  if (!sight.beside) return <Rows sight={sight} />;
  return (
    <>
      <div className="hidden lg:block">
        <Columns sight={sight} />
      </div>
      <div className="lg:hidden">
        <Cards sight={sight} />
      </div>
    </>
  );
}

function titleOf({ project, counts }: CompareSight): string {
  return words.title(counts.all + counts.hidden, project.title);
}

function Head({ sight }: { sight: CompareSight }) {
  const { project, counts } = sight;
  const { id, title, state, expiresAt } = project;
  const open = state === 'open' && expiresAt !== null;
  return (
    <PageHead
      crumbs={[
        { href: '/my/projects', label: text.projects.mine.title },
        { href: `/projects/${id}`, label: title },
      ]}
      title={titleOf(sight)}
      state={<ProjectBadge project={project} isClient boxed />}
      facts={[
        ...(open
          ? [
              <Phrase
                key="t"
                says={words.openUntil}
                values={{ time: <Deadline at={expiresAt} /> }}
              />,
            ]
          : []),
        <Evidence key="n" href={`/projects/${id}/evidence/proposals`}>
          {text.projects.client.proposals(project.proposalsCount)}
        </Evidence>,
        ...(counts.hidden > 0 ? [words.hiddenCount(counts.hidden)] : []),
      ]}
    />
  );
}

function Views({ sight }: { sight: CompareSight }) {
  const { project, question, counts } = sight;
  const href = (view: View) => compareHref(project.id, question, { view, show: [], from: 1 });
  const beside = question.show.length > 0;
  const links = (['all', 'shortlist', 'hidden'] as const).map((view) => ({
    href: href(view),
    label: LABEL[view](counts[view]),
    current: !beside && question.view === view,
  }));
  return <ViewLinks label={words.views.label} links={links} />;
}

const LABEL: Record<View, (n: number) => string> = {
  all: words.views.all,
  shortlist: words.views.shortlisted,
  hidden: words.views.hidden,
};
