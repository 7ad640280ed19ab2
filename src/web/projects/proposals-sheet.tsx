import { Fragment } from 'react';
import { proposalTally } from '#domain/projects/queries/proposal-tally.ts';
import { web } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { EventLink, EvidenceSheet } from '#web/ui/evidence.tsx';
import type { Route } from './+types/proposals-sheet.ts';

const words = text.projects.evidence;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.name) }];

/** What is behind the number of proposals on a project. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, viewer } = web(context);
  return proposalTally(readDb, viewer?.actor ?? null, params.id);
}

export default function ProposalsSheet({ loaderData }: Route.ComponentProps) {
  const { projectId, title, sent, withdrawn, failed, earlier, counted } = loaderData;
  return (
    <div className="wrap pt-8">
      <EvidenceSheet
        name={`${words.name} · ${title}`}
        value={counted}
        formula={words.formula}
        terms={[
          { label: words.sent, value: sent },
          { label: words.withdrawn, value: withdrawn },
          { label: words.failed, value: failed },
          { label: words.earlier, value: earlier },
          { label: words.counted, value: counted, kind: 'total' },
        ]}
        origin={<Origin tally={loaderData} />}
        acts={
          <a className="btn" href={`/projects/${projectId}`}>
            {words.back}
          </a>
        }
      />
    </div>
  );
}

function Origin({ tally }: { tally: Route.ComponentProps['loaderData'] }) {
  const { projectId, first, last, failedEvents, isClient } = tally;
  const event = (seq: number, rootId = projectId) =>
    isClient ? <EventLink href={eventNumberHref(rootId, seq)} seq={seq} /> : text.parts.event(seq);
  return (
    <>
      {words.origin}{' '}
      {first !== null && last !== null && (
        <Phrase says={words.events} values={{ first: event(first), last: event(last) }} />
      )}
      {failedEvents.map(({ contractId, seq }) => (
        <Fragment key={contractId}>
          {' '}
          <Phrase says={words.failedEvent} values={{ event: event(seq, contractId) }} />
        </Fragment>
      ))}
    </>
  );
}
