/** Anyone recomputes a score from its export, with a program that shares nothing with ours. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#domain/kernel/ids.ts';
import { offeredContract } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { scoreParty } from '../commands/score-party.ts';
import type { OutcomeInputs } from '../outcome.ts';
import type { Component, ScoreSide } from '../quality-score.ts';
import { type ScoreExport, scoreExport } from './score-export.ts';

const { run, db, readDb } = await testDatabase();
const SCRIPT = new URL('../../../../docs/recompute-score.mjs', import.meta.url).pathname;

function recompute(exported: unknown): { status: number | null; says: Record<string, number> } {
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, '--json'], {
    input: JSON.stringify(exported),
    encoding: 'utf8',
  });
  return { status, says: JSON.parse(stdout) };
}

const system = { kind: 'system', name: 'test' } as const;
const client = await castMember(run, 'Mara Oduya');
const cast = await castMember(run, 'Ioana Petrescu');
const contractId = await offeredContract(run, { client, freelancer: cast });
const contract = await readDb
  .selectFrom('contract')
  .selectAll()
  .where('id', '=', contractId)
  .executeTakeFirstOrThrow();
const parties: string[] = [];
for (let made = 0; made < 8; made += 1) {
  parties.push((await castMember(run, `Party ${made}`)).partyId);
}

type Row = {
  other: number;
  days: number;
  minor: number;
  values: Partial<Record<Component, number>>;
};

/** A party of its own with these outcomes, written as the command would, and scored. */
async function scored(rows: readonly Row[], side: ScoreSide): Promise<ScoreExport> {
  const { partyId } = await castMember(run, `Scored ${Math.random()}`);
  const now = new Date('2026-11-22T12:00:00.123Z');
  for (const { other, days, minor, values } of rows) {
    const id = newId(7);
    const { feeRules, ...copied } = contract;
    const again = { ...copied, id, state: 'declined' as const, feeRules: JSON.stringify(feeRules) };
    await db.insertInto('contract').values(again).execute();
    const seen = Object.fromEntries(
      Object.entries(values).map(([component, value]) => [
        component,
        { value: Math.round(value * 1e4) / 1e4, part: 1, whole: 2, evidence: [] },
      ]),
    );
    const inputs: OutcomeInputs = { fundedMinor: String(minor), seen, evidence: [] };
    await db
      .insertInto('outcome')
      .values({
        contractId: id,
        side,
        partyId,
        otherId: parties[other] ?? client.partyId,
        category: 'software',
        currency: 'USD',
        paidMinor: BigInt(minor),
        endedAt: new Date(now.getTime() - days * 86_400_000),
        inputs: JSON.stringify(inputs),
        readAt: now,
      })
      .execute();
  }
  await run(scoreParty, { partyId, side }, { actor: system, root: partyId, now });
  const exported = await scoreExport(readDb, partyId, side, partyId);
  if (exported === null) throw new Error('The party was just made');
  return exported;
}

const value = fc.double({ min: 0, max: 1, noNaN: true });
const values = fc.record(
  { stars: value, onTime: value, kept: value, decides: value, scope: value },
  { requiredKeys: ['kept'] },
);
const rows = fc.array(
  fc.record({
    other: fc.nat({ max: 7 }),
    days: fc.integer({ min: 0, max: 2_000 }),
    minor: fc.constantFrom(0, 4_999, 160_000, 12_345_678),
    values,
  }),
  { minLength: 1, maxLength: 25 },
);

test('the export recomputes to the same score', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('client', 'freelancer'), async (some, side) => {
      const exported = JSON.parse(JSON.stringify(await scored(some, side)));
      const { status, says } = recompute(exported);
      expect(status).toBe(0);
      for (const name of ['score', 'low', 'high', 'weight'] as const) {
        expect(Math.abs((says[name] ?? 0) - exported[name])).toBeLessThan(1e-9);
      }
    }),
    { numRuns: 25 },
  );
});

test('a number that was touched is found out', async () => {
  const some = [{ other: 1, days: 10, minor: 160_000, values: { stars: 1, onTime: 1, kept: 1 } }];
  const exported = await scored(some, 'freelancer');
  expect(recompute({ ...exported, score: (exported.score ?? 0) + 1e-8 }).status).toBe(1);
});

test('nobody is named who is a person, and no exact sum', async () => {
  const some = [{ other: 1, days: 10, minor: 163_789, values: { kept: 1 } }];
  const text = JSON.stringify(await scored(some, 'freelancer'));
  expect(text).toContain('"stake_in_base":1600');
  expect(text).not.toContain('Party 1');
  expect(text).not.toContain(parties[1]);
});
