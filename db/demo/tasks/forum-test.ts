/** A test that opens the tasks about forum posts; some of the crowd have passed it. */
import type { MemberActor } from '#domain/kernel/actor.ts';
import { createType } from '#domain/qualifications/commands/create-type.ts';
import { grantQualification } from '#domain/qualifications/commands/grant-qualification.ts';
import { act, type Stage } from '../stage.ts';

const QUESTIONS = [
  ['sale', 'A post sells seeds that nobody asked for. Which rule does it break?', 'advertising'],
  ['street', 'A post tells the street in which somebody lives. Which rule?', 'private'],
  ['fool', 'A post calls the other writer a fool. Which rule?', 'insult'],
] as const;

const OPTIONS = [
  { value: 'advertising', label: 'Advertising' },
  { value: 'insult', label: 'Insult' },
  { value: 'private', label: 'Private data' },
  { value: 'none', label: 'None' },
];

/** Makes the type for this client and grants it to every third worker; gives its id. */
export async function makeForumTest(
  stage: Stage,
  client: MemberActor,
  workers: readonly MemberActor[],
): Promise<string> {
  const form = {
    kind: 'form',
    instructions: 'Read the three rules in the task, then answer. 60 points open the tasks.',
    fields: QUESTIONS.map(([name, label]) => ({ kind: 'choice', name, label, options: OPTIONS })),
  };
  const key = {
    questions: QUESTIONS.map(([field, , right]) => ({
      field,
      options: [{ values: [right], points: 1 }],
    })),
    mapping: { kind: 'percentage', most: QUESTIONS.length },
  };
  const type = {
    name: 'Forum rules',
    description: 'Three short questions about what a post may say.',
    keywords: ['moderation', 'rules'],
    requestable: true,
    autoValue: null,
    retrySeconds: 86_400,
    grantDays: 365,
    active: true,
    test: { form, key, durationSeconds: 600 },
  };
  const scene = { actor: client, root: client.partyId, ago: 11 };
  const { typeId } = await act(stage, scene, [createType, type]);
  const workerIds = workers.filter((_, place) => place % 3 === 1).map((one) => one.memberId);
  const grant = { typeId, workerIds, value: 100, tell: false };
  await act(stage, { ...scene, ago: 10.5 }, [grantQualification, grant]);
  return typeId;
}
