import { randomBytes } from 'node:crypto';
import { setOperator } from '#domain/accounts/commands/set-operator.ts';
import { memberIdByEmail } from '#domain/accounts/queries/members-of-parties.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { enrolAccount } from '#platform/auth.ts';
import { MIN_PASSWORD_CHARACTERS } from '#platform/auth-limits.ts';
import { type CliCommand, optional, required, UsageError } from './command.ts';

export const memberCreate: CliCommand = {
  summary: 'make a member who can sign in at once',
  usage: '--email ADDRESS --name NAME [--password PASSWORD] [--operator]',
  details: [
    '--password PASSWORD  twelve characters or more; one is made up and shown when it is missing',
    '--operator           may run this marketplace',
  ],
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    password: { type: 'string' },
    operator: { type: 'boolean' },
  },
  async run(words, services) {
    const email = required(words, 'email').toLowerCase();
    const name = required(words, 'name');
    const given = optional(words, 'password');
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new UsageError('--email is no mail address.');
    if (given !== undefined && given.length < MIN_PASSWORD_CHARACTERS) {
      throw new UsageError(`--password needs ${MIN_PASSWORD_CHARACTERS} characters or more.`);
    }
    const { auth, readDb, run } = await services.open();
    if (await memberIdByEmail(readDb, email)) refuse('email_taken');
    const password = given ?? randomBytes(12).toString('base64url');
    const { id } = await enrolAccount(auth, { name, email, password });
    const operator = words.operator === true;
    if (operator) {
      const actor = systemActor('command-line');
      await run(setOperator, { memberId: id, operator }, { actor, root: id });
    }
    const shown = given === undefined ? { password } : {};
    return {
      json: { memberId: id, email, operator, ...shown },
      lines: [
        `made ${operator ? 'operator' : 'member'} ${id} for ${email}`,
        ...(given === undefined ? [`password: ${password}`] : []),
      ],
    };
  },
};
