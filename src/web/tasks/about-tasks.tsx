import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';

const words = text.tasks.about;

/** What tasks are, how they go and what they cost: the way in, for clients and for workers. */
export function AboutTasks({
  fee,
  signedIn,
  children,
}: {
  fee: { share: string; least: string };
  signedIn: boolean;
  /** What is said before all else. */
  children?: ReactNode;
}) {
  return (
    <WorkPage head={<PageHead title={words.title} />}>
      {children}
      <div>
        <p className="text-lg max-w-[62ch]">{words.lead}</p>
        <div className="mt-5 flex flex-wrap gap-3">
          <a className="btn btn-primary" href="/tasks/new">
            {words.firstAct}
          </a>
          <a className="btn" href="/work">
            {words.work}
          </a>
        </div>
        {!signedIn && <p className="mt-3 text-sm text-muted">{words.signUp}</p>}
      </div>
      <Section id="how" title={words.howTitle}>
        <ol className="mt-3 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
          {words.steps.map(([title, says], at) => (
            <li key={title} className="border-t border-edge py-3">
              <h3 className="font-semibold">
                {at + 1}. {title}
              </h3>
              <p className="mt-1">{says}</p>
            </li>
          ))}
        </ol>
      </Section>
      <div className="grid gap-8 sm:grid-cols-2">
        <Section id="cost" title={words.costTitle}>
          <p className="mt-2 max-w-[52ch]">{words.cost(fee.share, fee.least)}</p>
          <p className="mt-2">
            <a className="lk" href="/fees">
              {text.site.places.fees}
            </a>
          </p>
        </Section>
        <Section id="fair" title={words.fairTitle}>
          <p className="mt-2 max-w-[52ch]">{words.fair}</p>
        </Section>
      </div>
    </WorkPage>
  );
}
