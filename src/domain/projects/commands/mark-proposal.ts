import { requireMember } from '#domain/accounts/permission.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { chars, storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { MARK_LIMITS, NO_MARK, type ProposalMark } from '../mark.ts';
import { lockOwnProject } from './lock-project.ts';

export type MarkProposal = {
  proposalId: string;
  /** The project that the caller takes it for one of; of another it is `not_found`. */
  projectId?: string;
  /** What is not given stays as it is. */
  shortlisted?: boolean;
  hidden?: boolean;
  note?: string;
};

/**
 * Shortlists, hides or notes a proposal for the client's side alone: its author never hears of it.
 * Hidden and shortlisted exclude each other; the newer word counts. `seq` is null where nothing
 * changed. Run it with the proposal's id as root.
 */
export async function markProposal(
  ctx: Context,
  input: MarkProposal,
): Promise<{ proposalId: string; projectId: string; mark: ProposalMark; seq: number | null }> {
  const { partyId } = requireMember(ctx.actor, 'post');
  const { proposalId } = input;
  const projectId = await ownProjectOf(ctx, { proposalId, clientId: partyId });
  if (projectId !== (input.projectId ?? projectId)) refuse('not_found', { thing: 'proposal' });
  const { project, actor } = await lockOwnProject(ctx, projectId, 'post');
  const old = await ctx.tx
    .selectFrom('proposalMark')
    .select(['shortlisted', 'hidden', 'note'])
    .where('proposalId', '=', proposalId)
    .executeTakeFirst();
  const mark = nextMark(old ?? NO_MARK, input);
  if (same(mark, old ?? NO_MARK)) return { proposalId, projectId, mark, seq: null };
  const changed = { ...mark, changedBy: actor.memberId, changedAt: ctx.now };
  await ctx.tx
    .insertInto('proposalMark')
    .values({ proposalId, projectId, ...changed })
    .onConflict((conflict) => conflict.column('proposalId').doUpdateSet(changed))
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'proposal.marked',
    rootKind: 'project',
    rootId: projectId,
    subjectId: proposalId,
    parties: [project.clientId],
    data: {
      title: project.title,
      shortlisted: mark.shortlisted,
      hidden: mark.hidden,
      noted: mark.note !== '',
    },
  });
  return { proposalId, projectId, mark, seq: event.seq };
}

/** The project that a proposal was sent to; to everybody but its client there is no proposal. */
async function ownProjectOf(
  ctx: Context,
  { proposalId, clientId }: { proposalId: string; clientId: string },
): Promise<string> {
  const found = isId(proposalId)
    ? await ctx.tx
        .selectFrom('proposal')
        .innerJoin('project', 'project.id', 'proposal.projectId')
        .select('project.id')
        .where('proposal.id', '=', proposalId)
        .where('project.clientId', '=', clientId)
        .executeTakeFirst()
    : undefined;
  return found?.id ?? refuse('not_found', { thing: 'proposal' });
}

type Mark = ProposalMark;

function nextMark(old: Mark, input: MarkProposal): Mark {
  const note = input.note === undefined ? old.note : storable(input.note).trim();
  const limit = MARK_LIMITS.noteChars;
  if (chars(note) > limit) refuse('input_invalid', { rule: 'too_long', limit }, 'note');
  const shortlisted = input.shortlisted ?? (input.hidden === true ? false : old.shortlisted);
  const hidden = input.hidden ?? (input.shortlisted === true ? false : old.hidden);
  if (shortlisted && hidden) refuse('input_invalid', { rule: 'out_of_range' }, 'hidden');
  return { shortlisted, hidden, note };
}

function same(a: Mark, b: Mark): boolean {
  return a.shortlisted === b.shortlisted && a.hidden === b.hidden && a.note === b.note;
}
