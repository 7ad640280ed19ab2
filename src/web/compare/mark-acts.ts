/** Shortlist, hide, note; then the same address again with what happened. Server only. */
import { z } from 'zod';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { type MarkProposal, markProposal } from '#domain/projects/commands/mark-proposal.ts';
import { proposalPage } from '#domain/projects/queries/proposal-page.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Run } from '#platform/run.ts';
import type { web } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';

const { done } = text.compare;
const schema = z.object({ proposalId: z.string(), note: z.string().optional() });

type Around = { run: Run; readDb: ReadDb; actor: MemberActor };
type Sent = { context: Parameters<typeof web>[0]; request: Request; projectId: string };

export async function markActs(around: Around, { context, request, projectId }: Sent) {
  const { run, readDb, actor } = around;
  const { pathname, search } = new URL(request.url);
  const act = (
    mark: Omit<MarkProposal, 'proposalId' | 'projectId'>,
    says: (name: string) => string,
  ) =>
    formCase(
      schema,
      async ({ proposalId, note }, key) => {
        const input = { proposalId, projectId, ...('note' in mark ? { note: note ?? '' } : mark) };
        // One page has many of these forms: what it did to which is part of its key.
        const options = { actor, root: proposalId, key: `${key}-${proposalId.slice(-12)}` };
        const { seq } = await run(markProposal, input, options);
        const { proposal } = await proposalPage(readDb, actor, proposalId);
        return redirectWithFlash(context, pathname + search, {
          tone: 'go',
          title: seq === null ? done.unchanged : says(proposal.freelancerName),
          ...(seq === null
            ? {}
            : {
                evidence: { href: eventNumberHref(projectId, seq), label: text.parts.event(seq) },
              }),
        });
      },
      { refusedTitle: text.compare.note.refused },
    );
  return actOnIntent(request, {
    shortlist: act({ shortlisted: true }, done.shortlisted),
    unlist: act({ shortlisted: false }, done.unlisted),
    hide: act({ hidden: true }, done.hidden),
    unhide: act({ hidden: false }, done.unhidden),
    note: act({ note: '' }, done.noted),
  });
}
