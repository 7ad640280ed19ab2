import { text } from '#web/text/catalogue.ts';
import { DecisionPanel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Deadline, Time } from '#web/ui/time.tsx';
import type { ContractData } from '../contract-data.ts';

/** After the end: how it ended, and the feedback that is still open. */
export function EndedPanel({ data }: { data: ContractData }) {
  const { page, people, partyId, rights, feedback, feedbackUntil } = data;
  const { contract } = page;
  const words = text.contracts.ended;
  const own = feedback.find((one) => one.fromParty === partyId);
  const mayRate = rights.rate && own === undefined && feedbackUntil !== null;
  const hidden = own !== undefined && own.revealedAt === null && feedbackUntil !== null;
  return (
    <DecisionPanel
      id="ended"
      asked={
        <>
          <StateBadge
            {...(mayRate
              ? { ...text.states.waitingForYou, word: text.feedback.asked }
              : text.states.contract.ended)}
            boxed
          />
          {contract.endedAt !== null && (
            <span className="text-sm text-muted">
              <Time at={contract.endedAt} />
            </span>
          )}
        </>
      }
      title={words.title[contract.endReason ?? 'completed']}
      about={
        mayRate ? (
          <p>
            {text.feedback.about(people.other.name)} {text.parts.until}{' '}
            <Deadline at={feedbackUntil} />.
          </p>
        ) : (
          <p>{hidden ? text.feedback.givenHidden : text.feedback.over}</p>
        )
      }
      acts={
        mayRate && (
          <a className="btn btn-primary" href={`/contracts/${contract.id}/feedback`}>
            {text.feedback.act(people.other.name)}
          </a>
        )
      }
    />
  );
}
