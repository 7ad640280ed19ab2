import { z } from '@hono/zod-openapi';
import { partyProfile } from '#domain/accounts/queries/party-profile.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { scoreOf } from '#domain/reputation/queries/score.ts';
import { scoreExport } from '#domain/reputation/queries/score-export.ts';
import { AT, FREELANCER, IDS } from '../examples.ts';
import { type Operation, openOperation } from '../operation.ts';
import { time } from '../present.ts';
import { id, instant, orNull } from '../schema.ts';
import { exportExample, exportView } from './export-view.ts';

export const scoreSide = z.enum(['freelancer', 'client']);
const query = {
  side: scoreSide.default('freelancer').openapi({
    description: 'As what: a party may have a score as a freelancer and one as a client.',
  }),
};

const stars = z.number().min(1).max(5);
const rate = z.number().min(0).max(1);

const score = z
  .strictObject({
    party_id: id,
    side: scoreSide,
    score: stars
      .nullable()
      .openapi({ description: '1 to 5; null while nothing counted. docs/quality-score.md' }),
    low: stars.nullable().openapi({ description: 'The ends of the 95 % interval.' }),
    high: stars.nullable(),
    contracts: z.int().openapi({ description: 'Ended contracts that count.' }),
    on_time: orNull(z.strictObject({ rate, milestones: z.int() })).openapi({
      description: 'Milestones first delivered by their due day, of those that had one.',
    }),
    response: orNull(
      z.strictObject({ rate, median_hours: z.number().nullable(), invitations: z.int() }),
    ).openapi({ description: 'How invitations of the last 180 days were answered.' }),
    counterparties: z.int(),
    repeat_counterparties: z.int(),
    moved: orNull(
      z.strictObject({
        contract_id: id,
        from: stars.nullable(),
        to: stars.nullable(),
        at: instant,
      }),
    ).openapi({ description: 'The outcome that moved the score last, without it and with it.' }),
    as_of: instant.nullable(),
  })
  .openapi('Score');

export const scoreOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/parties/{partyId}/score',
    id: 'getScore',
    tag: 'Reputation',
    summary: 'The quality score of a party with its interval, and the rates that are measured',
    params: { partyId: id },
    query,
    answer: {
      schema: score,
      example: {
        party_id: FREELANCER.id,
        side: 'freelancer',
        score: 4.727,
        low: 4.492,
        high: 4.962,
        contracts: 41,
        on_time: { rate: 0.96, milestones: 52 },
        response: { rate: 0.9, median_hours: 5.5, invitations: 20 },
        counterparties: 25,
        repeat_counterparties: 9,
        moved: { contract_id: IDS.contract, from: 4.713, to: 4.727, at: AT },
        as_of: AT,
      },
    },
    async handle({ db, params, query: { side } }) {
      await partyProfile(db, params.partyId);
      return { body: presentScore(params.partyId, side, await scoreOf(db, params.partyId, side)) };
    },
  }),
  openOperation({
    method: 'get',
    path: '/parties/{partyId}/score/export',
    id: 'exportScore',
    tag: 'Reputation',
    summary: 'The quality score with every input, from which anyone computes it again',
    description: 'docs/recompute-score.mjs does: pipe this answer into it.',
    params: { partyId: id },
    query,
    answer: { schema: exportView, example: exportExample },
    async handle({ db, params, query: { side } }) {
      await partyProfile(db, params.partyId);
      const body = await scoreExport(db, params.partyId, side);
      return { body: body ?? refuse('not_found', { thing: 'party' }) };
    },
  }),
];

function presentScore(
  partyId: string,
  side: z.output<typeof scoreSide>,
  row: Awaited<ReturnType<typeof scoreOf>>,
): z.input<typeof score> {
  const moved = row?.moved ?? null;
  return {
    party_id: partyId,
    side,
    score: row?.score ?? null,
    low: row?.low ?? null,
    high: row?.high ?? null,
    contracts: row?.contracts ?? 0,
    on_time:
      row === null || row.onTime === null
        ? null
        : { rate: row.onTime, milestones: row.onTimeCount },
    response:
      row === null || row.responseRate === null
        ? null
        : {
            rate: row.responseRate,
            median_hours: row.responseHours,
            invitations: row.responseCount,
          },
    counterparties: row?.clients ?? 0,
    repeat_counterparties: row?.repeatClients ?? 0,
    moved:
      moved === null
        ? null
        : { contract_id: moved.contractId, from: moved.from, to: moved.to, at: moved.at },
    as_of: row === null ? null : time(row.asOf),
  };
}
