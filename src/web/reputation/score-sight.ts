/** All behind one score, for its page and its JSON. Server only. */

import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ScoreSide } from '#domain/reputation/quality-score.ts';
import { scoreSheet } from '#domain/reputation/queries/score-sheet.ts';
import type { Web } from '#web/context.ts';

export type ScoreSight = Awaited<ReturnType<typeof scoreSight>>;

const ROWS = 50;

/** Which score an address asks for: `/freelancers/…` or `/clients/…`. */
export function sideOfAddress(request: Request): ScoreSide {
  return new URL(request.url).pathname.startsWith('/clients/') ? 'client' : 'freelancer';
}

export async function scoreSight(
  { readDb, viewer }: Pick<Web, 'readDb' | 'viewer'>,
  { partyId, side, from }: { partyId: string; side: ScoreSide; from: number },
) {
  const sheet = isId(partyId)
    ? await scoreSheet(readDb, partyId, side, viewer?.actor.partyId)
    : null;
  if (sheet === null) return refuse('not_found', { thing: side });
  const { outcomes, ...rest } = sheet;
  const first = Math.min(Math.max(1, from), Math.max(1, outcomes.length));
  const moved = outcomes.find((one) => one.contractId === sheet.moved?.contractId);
  return {
    ...rest,
    movedBy: moved === undefined ? null : { title: moved.title, endedAt: moved.endedAt },
    outcomes: outcomes.slice(first - 1, first - 1 + ROWS),
    span: { from: first, to: Math.min(outcomes.length, first - 1 + ROWS), of: outcomes.length },
    /** Whether the reader is the party itself, who may open the events. */
    isOwn: viewer?.actor.partyId === partyId,
    base: `/${side}s/${partyId}`,
  };
}
