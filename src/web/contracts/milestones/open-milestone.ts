/** What every question about one milestone reads before it asks. */
import { may, type Permission } from '#domain/accounts/permission.ts';
import { MILESTONE_STATES, type MilestoneAct } from '#domain/contracts/milestone.ts';
import { type MilestonePage, milestonePage } from '#domain/contracts/queries/milestone-page.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { mayAct } from '#domain/kernel/state-table.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { text } from '#web/text/catalogue.ts';
import { type People, peopleOf } from '../contract-view.ts';

type Context = Parameters<typeof signedIn>[0];

export type OpenMilestone = MilestonePage & { people: People };

/**
 * The milestone for a reader who may do `act` on it now; refuses `not_allowed` for another role or
 * side, and `wrong_state` when it cannot be done (any more).
 */
export async function openMilestone(
  context: Context,
  milestoneId: string,
  asked: { act: MilestoneAct; permission: Permission },
): Promise<OpenMilestone> {
  const { readDb, actor } = signedIn(context);
  const found = await milestonePage(readDb, actor, milestoneId);
  const { side, contract } = found.page;
  if (side === null || !may(actor, asked.permission)) refuse('not_allowed', { act: asked.act });
  const { state } = found.milestone;
  if (contract.state !== 'active') refuse('contract_not_active', { state: contract.state });
  if (!mayAct(MILESTONE_STATES, state, { act: asked.act, who: side })) {
    refuse('wrong_state', { thing: 'milestone', state, act: asked.act });
  }
  return { ...found, people: peopleOf(found.page) };
}

/** The milestone whose terms are still open, for a side that may propose others. */
export async function changeableMilestone(
  context: Context,
  milestoneId: string,
): Promise<OpenMilestone> {
  const { readDb, actor } = signedIn(context);
  const found = await milestonePage(readDb, actor, milestoneId);
  if (found.page.side === null || !may(actor, 'sign')) refuse('not_allowed', { act: 'change' });
  const { state } = found.milestone;
  if (state !== 'agreed') refuse('wrong_state', { thing: 'milestone', state, act: 'change' });
  return { ...found, people: peopleOf(found.page) };
}

/** Back to the contract, with what happened and the event that proves it. */
export function backToContract(
  context: Context,
  contractId: string,
  done: { seq: number; title: string; text: string },
): Response {
  const { seq, ...words } = done;
  return redirectWithFlash(context, `/contracts/${contractId}`, {
    tone: 'go',
    ...words,
    evidence: { href: eventNumberHref(contractId, seq), label: text.parts.event(seq) },
  });
}
