/** Counting guesses: before the guess is made, per account and per address. */
import { addressGroup } from '#platform/attempt-limits.ts';
import type { Web } from '#web/context.ts';

type Counted = Pick<Web, 'limits' | 'address'>;

/** Makes one attempt to sign in with a password; only a wrong guess stays counted. */
export async function countedSignIn<Value>(
  { limits, address }: Counted,
  email: string,
  attempt: () => Promise<Value>,
): Promise<Value> {
  const group = addressGroup(address);
  await limits.take('sign_in_address', group);
  await limits.take('sign_in_account', email);
  const value = await attempt();
  await limits.clear('sign_in_account', email);
  await limits.giveBack('sign_in_address', group);
  return value;
}

/** Lets a signed-in member prove itself again with its password or a code. */
export async function countedProof<Value>(
  { limits }: Counted,
  memberId: string,
  attempt: () => Promise<Value>,
): Promise<Value> {
  await limits.take('confirm_account', memberId);
  const value = await attempt();
  await limits.clear('confirm_account', memberId);
  return value;
}

/** Counts a mail that a stranger can cause. */
export async function countMail({ limits, address }: Counted, email: string): Promise<void> {
  await limits.take('mail_address', addressGroup(address));
  await limits.take('mail_account', email);
}
