import { requireOperator } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { chars, oneLine, storable } from '#domain/kernel/text.ts';
import type { Context, JsonResult } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import {
  INSTRUCTIONS_CHARS,
  MARKET_ROOT,
  MATCH_TERM_NAMES,
  MATCH_TERMS,
  NAME_CHARS,
  TERM_DAY_NAMES,
  TERM_DAYS,
  type Terms,
} from '../market.ts';
import { lockMarket } from './lock-market.ts';

/**
 * Changes the terms that new agreements begin with; run it with MARKET_ROOT as root. Contracts and
 * offers keep the terms of their day. Nothing changed is no event and `seq` null.
 */
export async function changeTerms(
  ctx: Context,
  input: Partial<Terms>,
): Promise<{ changed: string[]; seq: number | null }> {
  requireOperator(ctx.actor);
  const wanted = tidy(input);
  refuseWrong(wanted);
  const before = await lockMarket(ctx);
  const changes: { [name: string]: JsonResult } = {};
  for (const [name, to] of Object.entries(wanted)) {
    const from = before[name as keyof Terms];
    if (from !== to) changes[name] = { from, to };
  }
  const changed = Object.keys(changes);
  if (changed.length === 0) return { changed, seq: null };
  await ctx.tx.updateTable('marketTerms').set(wanted).execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'terms.changed',
    rootKind: 'market',
    rootId: MARKET_ROOT,
    subjectId: MARKET_ROOT,
    parties: [],
    data: changes,
  });
  return { changed, seq };
}

function tidy(input: Partial<Terms>): Partial<Terms> {
  const { name, bankInstructions } = input;
  return {
    ...input,
    ...(name === undefined ? {} : { name: oneLine(name) }),
    ...(bankInstructions === undefined ? {} : { bankInstructions: storable(bankInstructions) }),
  };
}

function refuseWrong(terms: Partial<Terms>): void {
  const limits = { ...TERM_DAYS, ...MATCH_TERMS };
  for (const field of [...TERM_DAY_NAMES, ...MATCH_TERM_NAMES]) {
    const count = terms[field];
    const { least: from, most: to } = limits[field];
    if (count !== undefined && !(Number.isInteger(count) && count >= from && count <= to)) {
      refuse('input_invalid', { rule: 'out_of_range', from, to }, field);
    }
  }
  const { name = 'kept', bankInstructions = '' } = terms;
  if (name === '') refuse('input_invalid', { rule: 'required' }, 'name');
  if (chars(name) > NAME_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: NAME_CHARS }, 'name');
  }
  if (chars(bankInstructions) > INSTRUCTIONS_CHARS) {
    const data = { rule: 'too_long', limit: INSTRUCTIONS_CHARS };
    refuse('input_invalid', data, 'bankInstructions');
  }
}
