/** What is agreed upon a contract is written on its home, or not at all. */
import { expect, test } from 'vitest';
import { HOMES, homeOf, newId } from '#domain/kernel/ids.ts';
import { signedContract } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { answerChange } from './commands/answer-change.ts';
import { proposeChange } from './commands/propose-change.ts';

const { run, readDb } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
const freelancer = await castMember(run, 'Ioana Petrescu');
const { contractId } = await signedContract(run, readDb, { client, freelancer });
const change = { kind: 'add' as const, title: 'A night view', amountMinor: 25_000n };
const asked = { actor: freelancer, root: contractId };
const { changeId } = await run(proposeChange, { contractId, change }, asked);
const agree = { changeId, answer: 'agree' as const };

test('an act that was begun on another home fails', async () => {
  const root = newId((homeOf(contractId) + 1) % HOMES);
  const astray = run(answerChange, agree, { actor: client, root });
  await expect(astray).rejects.toThrow('of another home');
});

test('a change is none of another contract', async () => {
  const other = { ...agree, contractId: newId(homeOf(contractId)) };
  const mistaken = run(answerChange, other, { actor: client, root: changeId });
  await expect(mistaken).rejects.toMatchObject({ code: 'not_found' });
  await run(answerChange, { ...agree, contractId }, { actor: client, root: changeId });
});
