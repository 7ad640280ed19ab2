import { redirect } from 'react-router';
import { z } from 'zod';
import { requestQualification } from '#domain/qualifications/commands/request-qualification.ts';
import { heldQualifications } from '#domain/qualifications/queries/held-qualifications.ts';
import { requestVerdicts } from '#domain/qualifications/queries/requests.ts';
import { qualificationType } from '#domain/qualifications/queries/types.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState, Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { retryOf, wayWords } from '../way-words.ts';
import type { Route } from './+types/ask-page.ts';
import { WhyNot } from './own-available.tsx';

const {
  ask: words,
  own,
  again,
  lasts,
  grantStates,
  refused,
  type: typeWords,
} = text.qualifications;
const LIST = '/work/qualifications';

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.type.name ?? own.title) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const type = await qualificationType(readDb, params.id);
  if (actor.role !== 'self') return { type, ask: undefined, value: null, worker: false };
  const question = { workerId: actor.memberId, types: [type], now };
  const ask = (await requestVerdicts(readDb, question)).get(type.id);
  const { values } = await heldQualifications(readDb, actor.memberId, now);
  return { type, ask, value: values[type.id] ?? null, worker: true };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const { id: typeId, name, autoValue } = await qualificationType(readDb, params.id);
  const ask = formCase(
    z.object({}),
    async (_nothing, key) => {
      const { memberId } = actor;
      const done = await run(requestQualification, { typeId }, { actor, root: memberId, key });
      if (done.state === 'open') return redirect(`/work/tests/${done.requestId}`, 303);
      const got = done.state === 'granted' && autoValue !== null;
      return redirectWithFlash(context, LIST, {
        tone: 'go',
        title: got ? words.granted(name, autoValue) : words.asked(name),
        evidence: { href: eventNumberHref(memberId, done.seq), label: text.parts.event(done.seq) },
      });
    },
    { refusedTitle: refused },
  );
  return actOn(request, ask);
}

export default function AskPage({ loaderData, actionData }: Route.ComponentProps) {
  const { type, ask, value, worker } = loaderData;
  const held = value === null ? undefined : <StateBadge {...grantStates.granted} boxed />;
  const facts = [
    words.by(type.ownerName),
    ...(value === null ? [] : [`${typeWords.value} ${value}`]),
    wayWords(type),
    again(retryOf(type)),
    lasts(type.grantDays),
  ];
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: LIST, label: own.title }]}
          title={type.name}
          state={held}
          facts={facts}
        />
      }
    >
      <p className="max-w-[62ch] whitespace-pre-line [overflow-wrap:anywhere]">
        {type.description}
      </p>
      {worker ? (
        <div className="max-w-md">
          <Panel id="ask" title={text.qualifications.ask.get}>
            <Ask type={type} ask={ask} problems={actionData} />
          </Panel>
        </div>
      ) : (
        <EmptyState title={own.notAWorker}>{own.actForYourself}</EmptyState>
      )}
    </WorkPage>
  );
}

type AskProps = Pick<Route.ComponentProps['loaderData'], 'type' | 'ask'> & {
  problems: Route.ComponentProps['actionData'];
};

function Ask({ type, ask, problems }: AskProps) {
  if (ask?.verdict.may !== true) {
    return (
      <>
        <p className="mt-1">
          <WhyNot verdict={ask?.verdict} />
        </p>
        {ask?.verdict.may === false && ask.verdict.why === 'begun' && (
          <p className="mt-3">
            <a className="btn btn-primary" href={`/work/tests/${ask.requestId}`}>
              {words.goOn}
            </a>
          </p>
        )}
      </>
    );
  }
  const { testSeconds, autoValue } = type;
  const says =
    testSeconds !== null
      ? words.clock(testSeconds)
      : autoValue === null
        ? words.noTest
        : words.atOnce;
  return (
    <>
      <p className="mt-1 mb-4">{says}</p>
      <Form problems={problems}>
        <SubmitButton>{testSeconds === null ? words.get : words.take(testSeconds)}</SubmitButton>
      </Form>
    </>
  );
}
