import { z } from 'zod';
import { NOTE_CHARS, type ReportDecision } from '#domain/reputation/abuse.ts';
import { decideReport } from '#domain/reputation/commands/decide-report.ts';
import { reportPage } from '#domain/reputation/queries/reports.ts';
import { operatorOnly } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase, type Problems } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/report.ts';
import { OperatorArea, placeCrumb } from './area.tsx';

const words = text.reputation.operator;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.place) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = operatorOnly(context);
  return { report: await reportPage(readDb, actor, params.id) };
}

const schema = z.object({ note: z.string().max(NOTE_CHARS) });

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = operatorOnly(context);
  const reportId = params.id;
  const decide = (decision: ReportDecision) =>
    formCase(
      schema,
      async ({ note }, key) => {
        const input = { reportId, decision, note };
        await run(decideReport, input, { actor, root: reportId, key });
        const title = words[decision].done;
        return redirectWithFlash(context, '/operator/reports', { tone: 'go', title });
      },
      { refusedTitle: words.refused },
    );
  return actOnIntent(request, { keep: decide('keep'), hide: decide('hide') });
}

type Report = Route.ComponentProps['loaderData']['report'];

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { report } = loaderData;
  const { subject, state } = report;
  return (
    <OperatorArea
      place="reports"
      title={words.question(
        subject?.what ?? text.reputation.kinds[report.subjectKind],
        report.aboutName,
      )}
      crumbs={[placeCrumb('reports')]}
      state={<StateBadge {...text.reputation.states[state]} boxed />}
      facts={report.others > 0 ? [words.others(report.others)] : []}
    >
      <Content report={report} />
      <History report={report} />
      <div className="grid gap-6 lg:grid-cols-2 items-start">
        {state !== 'kept' && <Decide act="keep" state={state} problems={actionData} />}
        {state !== 'hidden' && <Decide act="hide" state={state} problems={actionData} />}
      </div>
    </OperatorArea>
  );
}

function Content({ report }: { report: Report }) {
  const { subject } = report;
  return (
    <Section id="content" title={words.content}>
      {subject === null ? (
        <p className="mt-2 text-muted">{words.gone}</p>
      ) : (
        <>
          <blockquote className="mt-2 border-s-2 border-base-300 ps-4 max-w-[62ch] whitespace-pre-line wrap-anywhere">
            {subject.excerpt}
          </blockquote>
          <p className="mt-3 text-sm text-muted">
            {subject.shown ? words.shownNow : words.hiddenNow}{' '}
            <a className="lk" href={subject.link}>
              {words.look}
            </a>
          </p>
        </>
      )}
    </Section>
  );
}

function History({ report }: { report: Report }) {
  const { reporterName, reportedAt, reason, note, decidedAt, deciderName, state } = report;
  const why = text.reputation.report.reasons[reason];
  return (
    <Section id="history" title={words.history}>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        <li className="py-2.5">
          <Phrase
            says={words.reported}
            values={{ name: reporterName, time: <Time at={reportedAt} />, reason: <b>{why}</b> }}
          />
          {note !== '' && <p className="mt-1 whitespace-pre-line wrap-anywhere">“{note}”</p>}
        </li>
        {decidedAt !== null && state !== 'open' && (
          <li className="py-2.5">
            <Phrase
              says={words.decidedOn}
              values={{
                name: deciderName,
                time: <Time at={decidedAt} />,
                state: <b>{words.decided[state]}</b>,
              }}
            />
            <p className="mt-1 whitespace-pre-line wrap-anywhere">“{report.decisionNote}”</p>
          </li>
        )}
      </ul>
    </Section>
  );
}

function Decide({
  act,
  state,
  problems,
}: {
  act: ReportDecision;
  state: Report['state'];
  problems: Problems | undefined;
}) {
  const again = act === 'keep' && state === 'hidden';
  const { keep, hide } = words;
  return (
    <Panel id={act} title={words[act].title}>
      <p className="mt-1 mb-3 text-sm">{again ? keep.again : words[act].says}</p>
      <Form intent={act} problems={problems}>
        <TextArea name="note" label={words.note} rows={3} maxLength={NOTE_CHARS} />
        <SubmitButton look="quiet">
          {act === 'hide' ? hide.act : again ? keep.actAgain : keep.act}
        </SubmitButton>
      </Form>
    </Panel>
  );
}
