import type { ReactNode } from 'react';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { Problems } from '#web/form-act.ts';
import { Happened } from '#web/projects/happened.tsx';
import { text } from '#web/text/catalogue.ts';
import { FlashBand } from '#web/ui/bands.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Deadline, Time } from '#web/ui/time.tsx';
import { batchHref } from '../addresses.ts';
import { AnswerList } from './answer-list.tsx';
import type { WrongAnswer } from './assignment-acts.ts';
import type { PageSight } from './assignment-sight.ts';
import { NextForm } from './next-form.tsx';
import { Rejection } from './rejection.tsx';

const words = text.work.sent;

/** What came of an answer: who decides and until when, the money, the answer, what happened. */
export function SentView({
  sight,
  wrong,
  problems,
}: {
  sight: PageSight;
  wrong: WrongAnswer | undefined;
  problems: Problems | undefined;
}) {
  const { state, title, batchId, clientName, answer, versions, activeSeconds } = sight;
  const crumbs = [
    { href: '/work/submissions', label: text.work.places.submissions },
    { href: batchHref(batchId), label: title },
  ];
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={crumbs}
          title={<Finding sight={sight} />}
          state={<StateBadge boxed {...text.states.assignment[state]} />}
          facts={[
            <Phrase key="by" says={text.work.batch.by} values={{ client: clientName }} />,
            ...(activeSeconds === null ? [] : [words.took(activeSeconds)]),
          ]}
        />
      }
      aside={<MoneyPanel sight={sight} />}
      asideLabel={words.money}
    >
      <FlashBand />
      {state === 'rejected' && <Rejection sight={sight} wrong={wrong} problems={problems} />}
      {state !== 'rejected' && sight.feedback !== '' && (
        <Section id="feedback" title={words.feedback}>
          <p className="mt-2 max-w-[62ch] whitespace-pre-wrap">{sight.feedback}</p>
        </Section>
      )}
      {answer !== null && (
        <Section id="answer" title={versions > 1 ? words.answerSecond : words.answer}>
          <AnswerList fields={sight.fields} answer={answer} />
        </Section>
      )}
      <Happened events={sight.events} partyId={sight.partyId} />
    </WorkPage>
  );
}

function Finding({ sight }: { sight: PageSight }) {
  const { state, appeal, clientName: client, rewardMinor: amountMinor, currency } = sight;
  const { title } = words;
  const says =
    state === 'approved'
      ? title.approved
      : state === 'submitted'
        ? title.submitted
        : appeal === 'open'
          ? title.held
          : title.rejected;
  return (
    <Phrase says={says} values={{ client, sum: <Money amount={{ amountMinor, currency }} /> }} />
  );
}

function MoneyPanel({ sight }: { sight: PageSight }) {
  const { state, currency, rewardMinor, bonusMinor, dueAt, decidedAt, decidedByRule } = sight;
  const reward = <Money amount={{ amountMinor: rewardMinor, currency }} />;
  return (
    <>
      <Panel id="money" title={words.money}>
        <MoneyLines className="mt-2 text-sm">
          <MoneyLine label={words.reward}>{reward}</MoneyLine>
          {bonusMinor > 0n && (
            <>
              <MoneyLine label={words.bonus}>
                <Money amount={{ amountMinor: bonusMinor, currency }} />
              </MoneyLine>
              <MoneyLine label={words.total} kind="total">
                <Money amount={{ amountMinor: rewardMinor + bonusMinor, currency }} />
              </MoneyLine>
            </>
          )}
        </MoneyLines>
        <p className="mt-3 text-sm empty:hidden">
          {state === 'rejected' && <Held sight={sight} sum={reward} />}
          {state === 'submitted' && dueAt !== null && (
            <Phrase
              says={words.bySilence}
              values={{ time: <Deadline at={dueAt} />, sum: reward }}
            />
          )}
          {state === 'approved' && decidedAt !== null && (
            <Paid>
              <Phrase
                says={decidedByRule ? words.paidByRule : words.paidAt}
                values={{ time: <Time at={decidedAt} /> }}
              />
            </Paid>
          )}
        </p>
      </Panel>
      {sight.batchState === 'open' && <NextForm label={words.next} />}
    </>
  );
}

/** Where the money of a rejected answer is. */
function Held({ sight, sum }: { sight: PageSight; sum: ReactNode }) {
  const { heldMinor, appeal, dueAt } = sight;
  if (heldMinor === 0n) return words.back;
  if (appeal === 'open' || dueAt === null) return <Phrase says={words.heldOpen} values={{ sum }} />;
  return <Phrase says={words.held} values={{ sum, time: <Deadline at={dueAt} /> }} />;
}

function Paid({ children }: { children: ReactNode }) {
  return (
    <>
      {children} {words.walletSays}{' '}
      <a className="lk" href="/money">
        {words.wallet}
      </a>
    </>
  );
}
