import { Phrase } from '#web/evidence/phrase.tsx';
import type { Problems } from '#web/form-act.ts';
import { Happened } from '#web/projects/happened.tsx';
import { text } from '#web/text/catalogue.ts';
import { FlashBand } from '#web/ui/bands.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { DecisionPanel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Time } from '#web/ui/time.tsx';
import { batchHref } from '../addresses.ts';
import { AnswerList } from './answer-list.tsx';
import type { PageSight } from './assignment-sight.ts';
import { NextForm } from './next-form.tsx';

const words = text.work.over;

/** The task went back: because its time ran out, or because the worker gave it back. */
export function OverView({
  sight,
  problems,
}: {
  sight: PageSight;
  problems: Problems | undefined;
}) {
  const { state, title, batchId, draft, decidedAt, deadline } = sight;
  const abandoned = state === 'abandoned';
  const kept = draft !== null && Object.keys(draft).length > 0;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/work', label: text.work.crumb },
            { href: batchHref(batchId), label: title },
          ]}
          title={abandoned ? words.title : words.returnedTitle}
          state={<StateBadge boxed {...text.states.assignment[state]} />}
        />
      }
    >
      <FlashBand />
      <DecisionPanel
        id="then"
        asked={<Phrase says={words.says} values={{ time: <Time at={decidedAt ?? deadline} /> }} />}
        title={title}
        acts={
          <>
            <NextForm label={words.next} />
            {abandoned && (
              <Form intent="again" problems={problems} className="grid gap-3">
                <SubmitButton look="quiet">{kept ? words.again : words.againPlain}</SubmitButton>
              </Form>
            )}
          </>
        }
      />
      {kept && (
        <Section id="draft" title={words.draft}>
          <AnswerList fields={sight.fields} answer={draft} />
        </Section>
      )}
      <Happened events={sight.events} partyId={sight.partyId} />
    </WorkPage>
  );
}
