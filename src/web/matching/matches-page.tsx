import type { ReactNode } from 'react';
import { signedIn } from '#web/context.ts';
import type { Problems } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { DecisionPanel, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import type { Route } from './+types/matches-page.ts';
import { AskedList, Score, WhoLine } from './asked-list.tsx';
import { countAsked } from './asked-state.ts';
import { FindByName, NoteForm } from './find-by-name.tsx';
import { matchActs } from './match-acts.ts';
import { type MatchSight, matchSight, type SuggestedRow } from './match-sight.ts';
import { Reasons } from './reasons.tsx';

const words = text.matching.page;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.crumb) }];

/** The list; `?q=` looks somebody up by name, `?who=` is the one to write a note to. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return matchSight(signedIn(context), {
    projectId: params.id,
    text: searchParams.get('q') ?? '',
    freelancerId: searchParams.get('who'),
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return matchActs(context, request, params.id);
}

export default function MatchesPage({ loaderData, actionData }: Route.ComponentProps) {
  const sight = loaderData;
  const { project, chosen, asked } = sight;
  const { id, title } = project;
  const crumbs = [
    { href: '/my/projects', label: text.projects.mine.title },
    { href: `/projects/${id}`, label: title },
  ];
  if (chosen !== undefined) {
    const whom = { field: 'freelancerId' as const, value: chosen.id, name: chosen.name };
    return (
      <WorkPage head={<PageHead crumbs={crumbs} title={text.projects.invite.act(chosen.name)} />}>
        <NoteForm whom={whom} problems={actionData} back={`/projects/${id}/invite`} />
      </WorkPage>
    );
  }
  const waiting = asked.filter((one) => one.look === 'suggested');
  const told = asked.filter((one) => one.look !== 'suggested');
  return (
    <WorkPage head={<Head sight={sight} crumbs={crumbs} />}>
      {waiting.length > 0 && <SendPanel sight={sight} problems={actionData} n={waiting.length} />}
      {waiting.length > 0 && (
        <Section id="list" title={words.onList}>
          <p className="mt-1 text-sm text-muted">{words.newcomerSays}</p>
          <AskedList sight={sight} rows={waiting} />
        </Section>
      )}
      {told.length > 0 && (
        <Section id="told" title={sight.draft ? words.states.draft : words.told}>
          <AskedList sight={sight} rows={told} />
        </Section>
      )}
      {sight.mayAsk && <NextBest sight={sight} problems={actionData} />}
      {sight.mayAsk && (
        <FindByName
          asked={sight.text}
          found={sight.found}
          draft={sight.draft}
          problems={actionData?.intent === '' ? actionData : undefined}
        />
      )}
    </WorkPage>
  );
}

function Head({
  sight,
  crumbs,
}: {
  sight: MatchSight;
  crumbs: readonly { href: string; label: string }[];
}) {
  const { draft, mode, matchedAt, asked } = sight;
  const counts = countAsked(asked.map((one) => one.look));
  const title = draft
    ? words.title.draft
    : counts.told > 0
      ? words.title.told(counts.told)
      : counts.waiting > 0
        ? words.title.waiting(counts.waiting)
        : words.title.none;
  const pending = !draft && mode !== 'off' && matchedAt === null && sight.open;
  const facts: ReactNode[] = [
    ...(counts.told > 0
      ? [words.facts.seen(counts.seen), words.facts.answered(counts.answered)]
      : []),
    draft ? words.draft[mode] : pending ? words.waiting : words.mode[mode],
  ];
  return <PageHead crumbs={crumbs} title={title} facts={facts} />;
}

function SendPanel({
  sight,
  problems,
  n,
}: {
  sight: MatchSight;
  problems: Problems | undefined;
  n: number;
}) {
  return (
    <DecisionPanel
      id="send"
      asked={<StateBadge {...text.states.waitingForYou} boxed />}
      title={words.sendTitle(n)}
      outcomes={
        <>
          <Outcome title={words.ifSend}>{words.ifSendSays}</Outcome>
          <Outcome title={words.ifWait}>{words.ifWaitSays}</Outcome>
        </>
      }
      acts={
        sight.mayAsk && (
          <Form intent="send" problems={problems}>
            <SubmitButton>{words.send(n)}</SubmitButton>
          </Form>
        )
      }
    />
  );
}

/** Those who would come next, to be put on the list. */
function NextBest({ sight, problems }: { sight: MatchSight; problems: Problems | undefined }) {
  const { suggested, draft, full } = sight;
  const refused = problems?.intent === 'add' || problems?.intent === 'remove';
  return (
    <Section id="next" title={draft ? words.nextDraft : words.next}>
      <p className="mt-1 text-sm text-muted">{draft ? words.nextDraftSays : words.nextSays}</p>
      {refused && (
        <p className="mt-2 text-sm text-error font-medium" role="alert">
          {[...Object.values(problems.fields), ...problems.form.map((one) => one.says)].join(' ')}
        </p>
      )}
      {suggested.length === 0 ? (
        <p className="mt-2">{words.nextNone}</p>
      ) : (
        <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
          {suggested.map((one) => (
            <NextRow key={one.freelancerId} sight={sight} one={one} addable={!draft && !full} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function NextRow({
  sight,
  one,
  addable,
}: {
  sight: MatchSight;
  one: SuggestedRow;
  addable: boolean;
}) {
  return (
    <li className="py-3 grid grid-cols-[minmax(0,1fr)] md:grid-cols-[4rem_minmax(0,1fr)_13rem] gap-x-5 gap-y-2">
      <Score score={one.score} />
      <div className="min-w-0">
        <WhoLine sight={sight} one={one} />
        {one.best !== null && <p className="mt-0.5 text-sm">{one.best}</p>}
        <Reasons reasons={one.reasons} score={one.score} />
      </div>
      <div className="md:text-end">
        {addable ? (
          <Form intent="add" className="">
            <input type="hidden" name="freelancerId" value={one.freelancerId} />
            <input type="hidden" name="name" value={one.name} />
            <button
              type="submit"
              className="btn btn-sm max-md:h-11"
              aria-label={words.add(one.name)}
            >
              {words.addShort}
            </button>
          </Form>
        ) : (
          <a className="btn btn-sm max-md:h-11" href={`?who=${one.freelancerId}`}>
            {text.projects.invite.act(one.name)}
          </a>
        )}
      </div>
    </li>
  );
}
