import { expect, test } from 'vitest';
import { ALL_SCOPES, type MemberActor, type Role, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import {
  may,
  PERMISSIONS,
  type Permission,
  requireMember,
  requireOperator,
  requireWorker,
  requireWorkerReader,
  scopesOfRole,
} from './permission.ts';

const ROLES: readonly Role[] = ['self', 'owner', 'manager', 'member'];

/** Who may, role by role in the order above. Written out, so that a change here is a decision. */
const MATRIX: Record<Permission, string> = {
  see_work: 'yes yes yes yes',
  see_money: 'yes yes yes no',
  post: 'yes yes yes yes',
  invite: 'yes yes yes no',
  award: 'yes yes yes no',
  propose: 'yes yes yes no',
  sign: 'yes yes yes no',
  deliver: 'yes yes yes yes',
  rate: 'yes yes yes no',
  fund: 'yes yes yes no',
  accept: 'yes yes yes no',
  refund: 'yes yes yes no',
  move_money: 'yes yes no no',
  manage_members: 'yes yes no no',
  do_tasks: 'yes no no no',
};

const CASES = (Object.keys(MATRIX) as Permission[]).flatMap((permission) =>
  ROLES.map((role, place) => ({
    permission,
    role,
    allowed: MATRIX[permission].split(' ')[place] === 'yes',
  })),
);

function actor(role: Role, scopes = ALL_SCOPES): MemberActor {
  const memberId = newId(drawHome());
  return { kind: 'member', memberId, partyId: memberId, role, scopes, operator: false };
}

test('the matrix covers every permission', () => {
  expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(PERMISSIONS).sort());
});

test.each(CASES)('$role: $permission is $allowed', ({ permission, role, allowed }) => {
  expect(may(actor(role), permission)).toBe(allowed);
  const ask = () => requireMember(actor(role), permission);
  if (allowed) expect(ask().role).toBe(role);
  else expect(ask).toThrow(expect.objectContaining({ code: 'not_allowed' }));
});

test.each(Object.keys(PERMISSIONS) as Permission[])('%s needs its scope', (permission) => {
  const { scope } = PERMISSIONS[permission];
  const without = actor(
    'owner',
    ALL_SCOPES.filter((one) => one !== scope),
  );
  expect(may(without, permission)).toBe(false);
  expect(() => requireMember(without, permission)).toThrow(
    expect.objectContaining({ code: 'scope_missing', data: { scope } }),
  );
});

test('a rule may act, but is nobody to ask', () => {
  expect(may(systemActor('sweep'), 'accept')).toBe(true);
  expect(() => requireMember(systemActor('sweep'), 'accept')).toThrow('not_allowed');
});

test('only a member acting for itself works on tasks', () => {
  expect(requireWorker(actor('self')).role).toBe('self');
  expect(() => requireWorker(actor('owner'))).toThrow('not_allowed');
  expect(() => requireWorker(systemActor('sweep'))).toThrow('not_allowed');
  expect(requireWorkerReader(actor('self', ['read'])).role).toBe('self');
  expect(() => requireWorkerReader(actor('owner'))).toThrow('not_allowed');
  expect(() => requireWorkerReader(actor('self', ['work']))).toThrow('scope_missing');
});

test('only an operator operates, whatever its role', () => {
  expect(() => requireOperator(actor('self'))).toThrow('not_allowed');
  expect(() => requireOperator(systemActor('cli'))).toThrow('not_allowed');
  expect(requireOperator({ ...actor('self'), operator: true }).operator).toBe(true);
});

test('a plain member of an organization has no use for the scope money', () => {
  expect(scopesOfRole('member')).toEqual(['read', 'work']);
  expect(scopesOfRole('manager')).toEqual(['read', 'work', 'money']);
  expect(scopesOfRole('self')).toEqual(['read', 'work', 'money']);
});
