/** The cast. Nobody here is a real person or firm. */
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { foundOrganization } from '#domain/accounts/commands/found-organization.ts';
import { inviteToOrganization } from '#domain/accounts/commands/invite-to-organization.ts';
import { joinOrganization } from '#domain/accounts/commands/join-organization.ts';
import { registerMember } from '#domain/accounts/commands/register-member.ts';
import { setOperator } from '#domain/accounts/commands/set-operator.ts';
import { DEMO_PASSWORD } from '#domain/accounts/demo.ts';
import { hashToken, mintToken } from '#domain/accounts/secret-token.ts';
import { ALL_SCOPES, type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import { type Auth, enrolAccount } from '#platform/auth.ts';
import { act, daysAgo, type Stage } from './stage.ts';

type Person = {
  name: string;
  email: string;
  country: string;
  timeZone: string;
  headline: string;
  about?: string;
};

const SIGN_INS = {
  mara: {
    name: 'Mara Oduya',
    email: 'client@demo.test',
    country: 'GB',
    timeZone: 'Europe/London',
    headline: 'Architect, buys drawings and models',
  },
  ioana: {
    name: 'Ioana Petrescu',
    email: 'freelancer@demo.test',
    country: 'RO',
    timeZone: 'Europe/Bucharest',
    headline: 'Architectural illustration, exteriors and rain',
    about: 'Eleven years of **street views**, mostly housing. I answer the same day.',
  },
  chidi: {
    name: 'Chidi Okafor',
    email: 'worker@demo.test',
    country: 'NG',
    timeZone: 'Africa/Lagos',
    headline: 'Data entry and transcripts, English and Igbo',
  },
  wei: {
    name: 'Tan Wei Ling',
    email: 'vendor@demo.test',
    country: 'SG',
    timeZone: 'Asia/Singapore',
    headline: 'Runs Brightwater Records',
  },
  sam: {
    name: 'Sam Whitlock',
    email: 'operator@demo.test',
    country: 'IE',
    timeZone: 'Europe/Dublin',
    headline: 'Operates this marketplace',
  },
} as const satisfies Record<string, Person>;

const OTHERS = {
  lucia: {
    name: 'Lucía Fernández',
    email: 'lucia@demo.test',
    country: 'UY',
    timeZone: 'America/Montevideo',
    headline: 'Leads Estudio Pocitos',
  },
  diego: {
    name: 'Diego Silva',
    email: 'diego@demo.test',
    country: 'UY',
    timeZone: 'America/Montevideo',
    headline: 'Modeller at Estudio Pocitos',
  },
  rahul: {
    name: 'Rahul Menon',
    email: 'rahul@demo.test',
    country: 'IN',
    timeZone: 'Asia/Kolkata',
    headline: 'Patent drawings and searches',
  },
  grace: {
    name: 'Grace Santos',
    email: 'grace@demo.test',
    country: 'PH',
    timeZone: 'Asia/Manila',
    headline: 'Visualisation, fast and exact',
  },
  nuria: {
    name: 'Núria Vidal',
    email: 'nuria@demo.test',
    country: 'ES',
    timeZone: 'Europe/Madrid',
    headline: 'Gardens that need little water',
  },
  tom: {
    name: 'Tom Becker',
    email: 'tom@demo.test',
    country: 'US',
    timeZone: 'America/Chicago',
    headline: 'TypeScript, interfaces, accessibility',
  },
  keiko: {
    name: 'Keiko Mori',
    email: 'keiko@demo.test',
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    headline: 'Translates manuals, English to Japanese',
  },
  elena: {
    name: 'Elena Rossi',
    email: 'elena@demo.test',
    country: 'IT',
    timeZone: 'Europe/Rome',
    headline: 'A garden in Lucca',
  },
  fahad: {
    name: 'Fahad Al-Rashid',
    email: 'fahad@demo.test',
    country: 'KW',
    timeZone: 'Asia/Kuwait',
    headline: 'Imports kitchen machines',
  },
} as const satisfies Record<string, Person>;

export type Cast = Record<keyof typeof SIGN_INS | keyof typeof OTHERS, MemberActor> & {
  /** Mara for her firm of architects, Lucía for her agency, Wei Ling for her vendor. */
  harrow: MemberActor;
  pocitos: MemberActor;
  records: MemberActor;
};

/** Everybody arrives, and the firms are founded. */
export async function gatherCast(stage: Stage, auth: Auth): Promise<Cast> {
  const password = DEMO_PASSWORD;
  const people: Partial<Record<string, MemberActor>> = {};
  for (const [key, person] of Object.entries({ ...SIGN_INS, ...OTHERS })) {
    const { name, email } = person;
    const now = daysAgo(stage, 530);
    const memberId = newId(drawHome(email), now);
    const options = { actor: systemActor('demo'), root: memberId, now };
    await stage.run(registerMember, { memberId, name, email }, options);
    if (key in SIGN_INS) await enrolAccount(auth, { id: memberId, name, email, password });
    people[key] = await introduce(stage, memberId, person);
  }
  const cast = people as Omit<Cast, 'harrow' | 'pocitos' | 'records'>;
  const { memberId } = cast.sam;
  const options = { actor: systemActor('demo'), root: memberId, now: daysAgo(stage, 529) };
  await stage.run(setOperator, { memberId, operator: true }, options);
  cast.sam = { ...cast.sam, operator: true };
  const harrow = await found(stage, cast.mara, {
    name: 'Harrow & Lane',
    kind: 'client',
    country: 'GB',
  });
  const studio = { name: 'Estudio Pocitos', kind: 'agency', country: 'UY' } as const;
  const pocitos = await found(stage, cast.lucia, studio);
  const vendor = { name: 'Brightwater Records', kind: 'vendor', country: 'SG' } as const;
  const records = await found(stage, cast.wei, vendor);
  await join(stage, pocitos, { member: cast.diego, email: OTHERS.diego.email });
  return { ...cast, harrow, pocitos, records };
}

async function introduce(stage: Stage, memberId: string, person: Person): Promise<MemberActor> {
  const actor: MemberActor = {
    kind: 'member',
    memberId,
    partyId: memberId,
    role: 'self',
    scopes: ALL_SCOPES,
    operator: false,
  };
  const { country, timeZone, headline, about = '' } = person;
  const profile = { country, timeZone, headline, about };
  await act(stage, { actor, root: memberId, ago: 525 }, [changeProfile, profile]);
  return actor;
}

async function found(
  stage: Stage,
  owner: MemberActor,
  firm: { name: string; kind: 'client' | 'agency' | 'vendor'; country: string },
): Promise<MemberActor> {
  const scene = { actor: owner, root: 'new', ago: 520 };
  const { organizationId } = await act(stage, scene, [foundOrganization, firm]);
  return { ...owner, partyId: organizationId, role: 'owner' };
}

async function join(
  stage: Stage,
  owner: MemberActor,
  invited: { member: MemberActor; email: string },
): Promise<void> {
  const organizationId = owner.partyId;
  const token = mintToken();
  const tokenHash = hashToken(token);
  const linkStart = 'http://localhost:3000/invitations/';
  const role = 'member' as const;
  const invitation = { organizationId, email: invited.email, role, token, tokenHash, linkStart };
  const scene = { actor: owner, root: organizationId, ago: 519 };
  await act(stage, scene, [inviteToOrganization, invitation]);
  const arrival = { actor: invited.member, root: organizationId, ago: 518 };
  await act(stage, arrival, [joinOrganization, { organizationId, tokenHash }]);
}
