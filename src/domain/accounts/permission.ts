/** What each role in an organization may do. A member acting for itself may do everything. */
import {
  type Actor,
  ALL_SCOPES,
  type MemberActor,
  type Role,
  type Scope,
} from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';

/** An act that needs a permission, and the API key scope that it needs besides. */
export const PERMISSIONS = {
  see_work: { roles: ['owner', 'manager', 'member'], scope: 'read' },
  see_money: { roles: ['owner', 'manager'], scope: 'read' },
  post: { roles: ['owner', 'manager', 'member'], scope: 'work' },
  invite: { roles: ['owner', 'manager'], scope: 'work' },
  award: { roles: ['owner', 'manager'], scope: 'work' },
  propose: { roles: ['owner', 'manager'], scope: 'work' },
  sign: { roles: ['owner', 'manager'], scope: 'work' },
  deliver: { roles: ['owner', 'manager', 'member'], scope: 'work' },
  rate: { roles: ['owner', 'manager'], scope: 'work' },
  fund: { roles: ['owner', 'manager'], scope: 'money' },
  accept: { roles: ['owner', 'manager'], scope: 'money' },
  refund: { roles: ['owner', 'manager'], scope: 'money' },
  move_money: { roles: ['owner'], scope: 'money' },
  manage_members: { roles: ['owner'], scope: 'work' },
  // A person does tasks, never a company: of the roles, only the member acting for itself.
  do_tasks: { roles: [], scope: 'work' },
} as const satisfies Record<string, { roles: readonly Role[]; scope: Scope }>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether the actor may do this for the party it acts for. Rules that act by themselves may. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  return hasRole(actor, permission) && actor.scopes.includes(PERMISSIONS[permission].scope);
}

/** The member behind the act, when it may; refuses `scope_missing` or `not_allowed` otherwise. */
export function requireMember(actor: Actor, permission: Permission): MemberActor {
  if (actor.kind === 'system') return refuse('not_allowed', { permission });
  const { scope } = PERMISSIONS[permission];
  if (!actor.scopes.includes(scope)) return refuse('scope_missing', { scope });
  if (!hasRole(actor, permission)) {
    return refuse('not_allowed', { permission, role: actor.role });
  }
  return actor;
}

/** The worker behind the act: a member acting for itself; refuses as `requireMember` does. */
export function requireWorker(actor: Actor): MemberActor {
  return requireMember(actor, 'do_tasks');
}

/** The same for reads of what belongs to it as a worker: the scope read will do. */
export function requireWorkerReader(actor: Actor): MemberActor {
  const member = requireMember(actor, 'see_work');
  if (member.role === 'self') return member;
  return refuse('not_allowed', { permission: 'do_tasks', role: member.role });
}

/** The operator behind the act; refuses `not_allowed` for everybody else. */
export function requireOperator(actor: Actor): MemberActor {
  if (actor.kind === 'member' && actor.operator) return actor;
  return refuse('not_allowed', { permission: 'operate' });
}

/** The scopes that some act of this role needs; a key of that role can carry no other. */
export function scopesOfRole(role: Role): Scope[] {
  const rows = Object.values(PERMISSIONS);
  return ALL_SCOPES.filter((scope) =>
    rows.some((row) => row.scope === scope && roleHas(role, row.roles)),
  );
}

function hasRole(actor: MemberActor, permission: Permission): boolean {
  return roleHas(actor.role, PERMISSIONS[permission].roles);
}

function roleHas(role: Role, roles: readonly Role[]): boolean {
  return role === 'self' || roles.includes(role);
}
