import { data } from 'react-router';
import { type AnswerProblem, checkAnswer } from '#domain/forms/check-answer.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { submitTest } from '#domain/qualifications/commands/submit-test.ts';
import { testIsOver } from '#domain/qualifications/qualification.ts';
import { ownRequest } from '#domain/qualifications/queries/requests.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { readForm } from '#web/form-data.ts';
import { readAnswer, type TypedAnswer } from '#web/forms/read-answer.ts';
import { TaskFormView } from '#web/forms/task-form-view.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Deadline } from '#web/ui/time.tsx';
import { AnswersList, answerLines } from '../answers-list.tsx';
import { drawnOf } from '../type-preview.tsx';
import type { Route } from './+types/test-page.ts';

const { test: words, own, ask, requestStates } = text.qualifications;
const LIST = '/work/qualifications';

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.title(loaderData?.name ?? '')) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const { test, answers, ...request } = await ownRequest(readDb, actor, params.id);
  const { deadline, state } = request;
  const over = state === 'lapsed' || (deadline !== null && testIsOver(deadline, now));
  const open = state === 'open' && !over;
  return {
    ...request,
    over: over && (state === 'open' || state === 'lapsed'),
    drawn: open ? drawnOf(test?.form) : null,
    lines: answers === null ? [] : answerLines(test, answers),
  };
}

type Refused = { problems: Readonly<Record<string, AnswerProblem>>; typed: TypedAnswer };

export async function action({ context, request, params }: Route.ActionArgs) {
  const { readDb, run, actor } = signedIn(context);
  const form = await readForm(request);
  const { test, name, id: requestId } = await ownRequest(readDb, actor, params.id);
  if (test === null) throw data(null, 404);
  const typed = readAnswer(test.form, form);
  const checked = checkAnswer(test.form, typed);
  if (!checked.ok) return data({ problems: checked.problems, typed } satisfies Refused, 422);
  const { memberId } = actor;
  const key = String(form.get('_key') ?? '').slice(0, 64) || crypto.randomUUID();
  try {
    const input = { requestId, answers: checked.answer };
    const { value, seq } = await run(submitTest, input, { actor, root: memberId, key });
    return redirectWithFlash(context, LIST, {
      tone: 'go',
      title: value === null ? words.waits : ask.granted(name, value),
      evidence: { href: eventNumberHref(memberId, seq), label: text.parts.event(seq) },
    });
  } catch (error) {
    if (!isRefusal(error) || !['deadline_passed', 'wrong_state'].includes(error.code)) throw error;
    return redirectWithFlash(context, `/work/tests/${requestId}`, {
      tone: 'miss',
      title: words.over.title,
      text: words.over.text,
    });
  }
}

export default function TestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { name, ownerName, state, deadline, drawn, over, lines } = loaderData;
  const facts = [
    ask.by(ownerName),
    ...(drawn === null || deadline === null
      ? []
      : [
          <b key="until" className="text-base-content">
            {words.until} <Deadline at={deadline} />
          </b>,
        ]),
  ];
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: LIST, label: own.title }]}
          title={words.title(name)}
          state={<StateBadge {...requestStates[over ? 'lapsed' : state]} boxed />}
          facts={facts}
        />
      }
    >
      {drawn !== null && (
        <Form>
          <TaskFormView
            drawn={drawn}
            values={actionData?.typed ?? {}}
            problems={actionData?.problems}
            autoFocus
          >
            <p className="flex flex-wrap items-center gap-3">
              <SubmitButton>{words.send}</SubmitButton>
              <span className="text-sm text-muted">{words.final}</span>
            </p>
          </TaskFormView>
        </Form>
      )}
      {over && (
        <EmptyState
          title={words.over.title}
          acts={
            <a className="btn" href={LIST}>
              {words.back}
            </a>
          }
        >
          {words.over.text}
        </EmptyState>
      )}
      {lines.length > 0 && (
        <Section id="answers" title={words.your}>
          <AnswersList lines={lines} />
          {state === 'submitted' && <p className="mt-3">{words.waits}</p>}
        </Section>
      )}
    </WorkPage>
  );
}
