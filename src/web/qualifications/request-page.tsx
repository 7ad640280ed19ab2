import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { gradeTest } from '#domain/qualifications/answer-key.ts';
import { acceptRequest, rejectRequest } from '#domain/qualifications/commands/decide-request.ts';
import { QUALIFICATION_LIMITS } from '#domain/qualifications/qualification.ts';
import { requestOfClient } from '#domain/qualifications/queries/requests.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { NumberField, TextArea } from '#web/ui/form/text-fields.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/request-page.ts';
import { AnswersList, answerLines } from './answers-list.tsx';

const { request: words, list, requestStates, waiting, refused, type } = text.qualifications;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.title(loaderData?.workerName ?? '', loaderData?.name ?? '')) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const { test, answers, ...request } = await requestOfClient(readDb, actor, params.id);
  const key = test?.key ?? null;
  const graded = key === null || answers === null ? null : gradeTest(key, answers).value;
  const waits = request.state === 'submitted';
  const mayDecide = waits && may(actor, 'award');
  return { ...request, waits, mayDecide, graded, lines: answerLines(test, answers) };
}

const { reasonChars } = QUALIFICATION_LIMITS;

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const { typeId, workerName, id: requestId } = await requestOfClient(readDb, actor, params.id);
  const back = (title: string, seq: number) =>
    redirectWithFlash(context, `/tasks/qualifications/${typeId}/requests`, {
      tone: 'go',
      title,
      evidence: { href: eventNumberHref(actor.partyId, seq), label: text.parts.event(seq) },
    });
  const options = (key: string) => ({ actor, root: actor.partyId, key });
  const grant = formCase(
    z.object({ value: z.coerce.number() }),
    async ({ value }, key) => {
      const { seq } = await run(acceptRequest, { requestId, value }, options(key));
      return back(words.granted(workerName), seq);
    },
    { refusedTitle: refused },
  );
  const reject = formCase(
    z.object({ reason: z.string().max(reasonChars).optional() }),
    async ({ reason = '' }, key) => {
      const { seq } = await run(rejectRequest, { requestId, reason }, options(key));
      return back(words.rejected(workerName), seq);
    },
    { refusedTitle: refused },
  );
  return actOnIntent(request, { grant, reject });
}

export default function RequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id: _id, typeId, name, workerName, state, waits, graded, lines } = loaderData;
  const crumbs = [
    { href: '/tasks/qualifications', label: list.title },
    { href: `/tasks/qualifications/${typeId}`, label: name },
    { href: `/tasks/qualifications/${typeId}/requests`, label: type.requests },
  ];
  const facts = [
    <span key="asked">
      {words.asked} <Time at={loaderData.requestedAt} />
    </span>,
    ...(loaderData.submittedAt === null || lines.length === 0
      ? []
      : [
          <span key="handed">
            {words.handedIn} <Time at={loaderData.submittedAt} />
          </span>,
        ]),
  ];
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={crumbs}
          title={words.title(workerName, name)}
          state={<StateBadge {...(waits ? waiting : requestStates[state])} boxed />}
          facts={facts}
        />
      }
      aside={loaderData.mayDecide ? <Decide graded={graded} problems={actionData} /> : undefined}
      asideLabel={words.decided}
    >
      <Section id="answers" title={words.answers}>
        {lines.length === 0 ? (
          <p className="mt-1">{words.noAnswers}</p>
        ) : (
          <AnswersList lines={lines} />
        )}
        {loaderData.reason !== '' && (
          <p className="mt-3">{text.qualifications.own.why(loaderData.reason)}</p>
        )}
      </Section>
    </WorkPage>
  );
}

function Decide({
  graded,
  problems,
}: {
  graded: number | null;
  problems: Route.ComponentProps['actionData'];
}) {
  return (
    <>
      <Panel id="grant" title={words.grantTitle}>
        {graded !== null && <p className="mt-1 text-sm">{words.graded(graded)}</p>}
        <Form
          intent="grant"
          problems={problems}
          values={{ value: graded ?? 1 }}
          className="mt-3 grid gap-4"
        >
          <NumberField name="value" label={type.value} hint={type.valueHint} />
          <SubmitButton>{words.grant}</SubmitButton>
        </Form>
      </Panel>
      <Panel id="reject" title={words.rejectTitle}>
        <Form intent="reject" problems={problems} className="mt-3 grid gap-4">
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            rows={3}
            maxLength={reasonChars}
            optional
          />
          <SubmitButton look="quiet">{words.reject}</SubmitButton>
        </Form>
      </Panel>
    </>
  );
}
