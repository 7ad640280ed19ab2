/** Who acts. A party is whoever can own work and money: a member, or an organization it acts for. */
export type Role = 'self' | 'owner' | 'manager' | 'member';
export type Scope = 'read' | 'work' | 'money';

export type MemberActor = {
  kind: 'member';
  memberId: string;
  partyId: string;
  role: Role;
  scopes: readonly Scope[];
  operator: boolean;
};

/** A rule that acts by itself: a sweep, a job, the command line. */
export type SystemActor = { kind: 'system'; name: string };

export type Actor = MemberActor | SystemActor;

export const ALL_SCOPES: readonly Scope[] = ['read', 'work', 'money'];

export function systemActor(name: string): SystemActor {
  return { kind: 'system', name };
}
