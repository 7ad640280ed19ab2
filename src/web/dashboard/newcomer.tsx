import { text } from '#web/text/catalogue.ts';
import { EmptyState } from '#web/ui/panel.tsx';

const words = text.dashboard.newcomer;

/** The first visit: the two ways to begin. */
export function Newcomer({ self }: { self: boolean }) {
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2 items-start">
        <EmptyState
          title={words.clientTitle}
          acts={
            <a className="btn btn-primary" href="/projects/new">
              {words.clientAct}
            </a>
          }
        >
          {words.client}
        </EmptyState>
        <EmptyState
          title={words.freelancerTitle}
          acts={
            <>
              <a className="btn" href="/profile">
                {words.sellAct}
              </a>
              <a className="btn" href="/projects">
                {words.freelancerAct}
              </a>
            </>
          }
        >
          {words.freelancer}
        </EmptyState>
      </div>
      {self && (
        <p>
          <a className="lk" href="/settings">
            {words.profile}
          </a>
          {': '}
          {words.profileSays}
        </p>
      )}
    </>
  );
}
