/** Qualifications for tests: one with a test that a key grades, others as parts say. */
import type { MemberActor } from '#domain/kernel/actor.ts';
import { type CreateType, createType } from '#domain/qualifications/commands/create-type.ts';
import type { Run } from '#platform/run.ts';

export const SPANISH_TEST = {
  form: {
    kind: 'form',
    instructions: 'Choose the right words.',
    fields: [
      {
        kind: 'choice',
        name: 'house',
        label: 'The house',
        options: [
          { value: 'la', label: 'la casa' },
          { value: 'el', label: 'el casa' },
        ],
      },
      {
        kind: 'choices',
        name: 'verbs',
        label: 'Which are verbs?',
        options: ['comer', 'mesa', 'vivir'],
      },
    ],
  },
  key: {
    questions: [
      { field: 'house', options: [{ values: ['la'], points: 1 }] },
      { field: 'verbs', options: [{ values: ['comer', 'vivir'], points: 1 }] },
    ],
    mapping: { kind: 'percentage', most: 2 },
  },
  durationSeconds: 600,
};

export const RIGHT_ANSWERS = { house: 'la', verbs: ['comer', 'vivir'] };

export const SPANISH: CreateType = {
  name: 'Spanish, written',
  description: 'Reads and writes Spanish well enough to sort messages.',
  keywords: ['spanish', 'language'],
  active: true,
  requestable: true,
  autoValue: null,
  retrySeconds: 604_800,
  grantDays: null,
  test: SPANISH_TEST,
};

/** Makes a type of this client and gives its id. */
export async function castQualification(
  run: Run,
  client: MemberActor,
  parts: Partial<CreateType> = {},
  now?: Date,
): Promise<string> {
  const input = { ...SPANISH, ...parts };
  const options = { actor: client, root: client.partyId, ...(now === undefined ? {} : { now }) };
  return (await run(createType, input, options)).typeId;
}
