/** The price of a contract that was signed, as its page, its row in a list and REST say it. */
import { expect, test } from 'vitest';
import { signedContract } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { answerChange } from './commands/answer-change.ts';
import { proposeChange } from './commands/propose-change.ts';
import { contractPage } from './queries/contract-page.ts';
import { contractsOfParty } from './queries/contracts-of-party.ts';

const { run, readDb } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
const freelancer = await castMember(run, 'Ioana Petrescu');

async function prices(contractId: string): Promise<(bigint | undefined)[]> {
  const { contract } = await contractPage(readDb, client, contractId);
  const [row] = await contractsOfParty(readDb, { partyId: client.partyId, limit: 1 });
  return [contract.priceMinor, row?.priceMinor];
}

test('it falls with each milestone that is dropped, to nothing with the last', async () => {
  const { contractId, milestones } = await signedContract(run, readDb, { client, freelancer });
  expect(await prices(contractId)).toEqual([160_000n, 160_000n]);
  const left = [100_000n, 0n];
  for (const [index, milestoneId] of milestones.entries()) {
    const change = { kind: 'drop' as const, milestoneId };
    const options = { actor: freelancer, root: contractId };
    const { changeId } = await run(proposeChange, { contractId, change }, options);
    await run(answerChange, { changeId, answer: 'agree' }, { actor: client, root: changeId });
    expect(await prices(contractId)).toEqual([left[index], left[index]]);
  }
});
