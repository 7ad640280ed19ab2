/** What one side of a contract asks of the other: a milestone changed, or the contract ended. */
import { z } from '@hono/zod-openapi';
import type { ContractPage, EndingSight } from '#domain/contracts/queries/contract-page.ts';
import { AT, IDS, usd } from '../examples.ts';
import { moneyJson, moneyOrNull, time } from '../present.ts';
import { day, id, instant, money, orNull, text } from '../schema.ts';

const milestoneTerms = {
  title: text(120, 1),
  details: text(2_000).default(''),
  amount: money,
  due_on: day.nullable().default(null),
};

export const newChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('add'), ...milestoneTerms }),
    z.strictObject({ kind: z.literal('change'), milestone_id: id, ...milestoneTerms }),
    z.strictObject({ kind: z.literal('drop'), milestone_id: id }),
  ])
  .openapi('NewMilestoneChange');

export const newChangeExample = {
  kind: 'add' as const,
  title: 'One more view from the pier',
  amount: usd('250.00'),
};

export const changeView = z
  .strictObject({
    id,
    kind: z.enum(['add', 'change', 'drop']),
    milestone_id: id.nullable(),
    title: z.string(),
    details: z.string(),
    amount: orNull(money),
    due_on: z.string().nullable(),
    proposed_by: id,
    proposed_at: instant,
  })
  .openapi('MilestoneChange');

export const changeExample = {
  id: IDS.change,
  kind: 'add' as const,
  milestone_id: null,
  title: newChangeExample.title,
  details: '',
  amount: usd('250.00'),
  due_on: null,
  proposed_by: IDS.client,
  proposed_at: AT,
};

const endingLine = z
  .strictObject({ milestone_id: id, to_freelancer: money, to_client: money })
  .openapi('EndingLine');

export const newEnding = z
  .strictObject({ lines: z.array(endingLine).min(1).max(200), note: text(2_000).default('') })
  .openapi('NewEnding');

export const newEndingExample = {
  lines: [{ milestone_id: IDS.milestone, to_freelancer: usd('200.00'), to_client: usd('400.00') }],
  note: 'We change our plans. A third of it is done.',
};

export const endingView = z
  .strictObject({
    id,
    lines: z.array(endingLine),
    note: z.string(),
    proposed_by: id,
    proposed_at: instant,
  })
  .openapi('Ending');

export const endingExample = {
  id: IDS.ending,
  ...newEndingExample,
  proposed_by: IDS.client,
  proposed_at: AT,
};

export function presentChange(row: ContractPage['changes'][number], currency: string) {
  return {
    id: row.id,
    kind: row.kind,
    milestone_id: row.milestoneId,
    title: row.title,
    details: row.details,
    amount: moneyOrNull(row.amountMinor, currency),
    due_on: row.dueOn,
    proposed_by: row.proposedBy,
    proposed_at: time(row.proposedAt),
  };
}

export function presentEnding(row: EndingSight, currency: string) {
  return {
    id: row.id,
    lines: row.lines.map((line) => ({
      milestone_id: line.milestoneId,
      to_freelancer: moneyJson(line.toFreelancerMinor, currency),
      to_client: moneyJson(line.toClientMinor, currency),
    })),
    note: row.note,
    proposed_by: row.proposedBy,
    proposed_at: time(row.proposedAt),
  };
}
