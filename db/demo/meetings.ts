/** Where the cast meets the crowd: proposals to compare, marks, a report on the operator's desk. */
import { type SaveSearch, saveSearch } from '#domain/directory/commands/save-search.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { markProposal } from '#domain/projects/commands/mark-proposal.ts';
import { reportAbuse } from '#domain/reputation/commands/report-abuse.ts';
import type { Cast } from './cast.ts';
import type { Crowd } from './crowd/load-crowd.ts';
import { offer, slices } from './projects.ts';
import { lighthouse } from './requirements.ts';
import { act, nth, type Stage } from './stage.ts';

export async function meetCrowd(stage: Stage, cast: Cast, crowd: Crowd): Promise<void> {
  const projectId = await projectCalled(stage, lighthouse.title);
  await proposeToo(stage, crowd, projectId);
  await markSome(stage, cast, projectId);
  await reportOne(stage, crowd);
  await keepSearches(stage, cast);
}

async function projectCalled(stage: Stage, title: string): Promise<string> {
  const { id } = await stage.readDb
    .selectFrom('project')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  return id;
}

/** A dear one from Spain and one from the client's own country, beside those of the cast. */
async function proposeToo(stage: Stage, crowd: Crowd, projectId: string): Promise<void> {
  const spanish = illustrator(crowd, 'ES', 5);
  const british = illustrator(crowd, 'GB', 0);
  await offer(
    stage,
    { freelancer: spanish, ago: 2.1 },
    {
      projectId,
      terms: slices(
        'People and light are what I do. Two views after a week, so that you can change your mind.',
        ['Two views by day', 80_000n, 8],
        ['Dusk and inside', 116_000n, 21],
      ),
    },
  );
  await offer(
    stage,
    { freelancer: british, ago: 1.9 },
    {
      projectId,
      terms: slices('I could come by and look at the light on the spot.', [
        'Six views',
        168_000n,
        16,
      ]),
    },
  );
}

function illustrator({ people, actors }: Crowd, country: string, place: number): MemberActor {
  const found = people.filter(
    (one) => one.place.country === country && one.categories.includes(lighthouse.category),
  );
  return nth(
    [actors.get(nth(found, place))].filter((actor) => actor !== undefined),
    0,
  );
}

async function markSome(stage: Stage, cast: Cast, projectId: string): Promise<void> {
  const proposals = await stage.readDb
    .selectFrom('proposal')
    .select(['id', 'freelancerId'])
    .where('projectId', '=', projectId)
    .orderBy('id')
    .execute();
  const of = (freelancerId: string) =>
    proposals.find((one) => one.freelancerId === freelancerId)?.id ?? '';
  const scene = { actor: cast.mara, root: projectId, ago: 1.5 };
  const grace = { proposalId: of(cast.grace.partyId), shortlisted: true };
  const note = 'Fast. Ask whether the dusk views can come first.';
  await act(stage, scene, [markProposal, { ...grace, note }]);
  const ioana = { proposalId: of(cast.ioana.partyId), shortlisted: true };
  await act(stage, { ...scene, ago: 1.4 }, [markProposal, ioana]);
}

/** Somebody holds a poor rating for revenge, and the operator will have to look. */
async function reportOne(stage: Stage, crowd: Crowd): Promise<void> {
  const actors = new Map(
    crowd.people.flatMap((person) => {
      const actor = crowd.actors.get(person);
      return actor === undefined ? [] : [[actor.partyId, actor] as const];
    }),
  );
  const { id, contractId, aboutParty } = await stage.readDb
    .selectFrom('feedback')
    .select(['id', 'contractId', 'aboutParty'])
    .where('aboutParty', 'in', [...actors.keys()])
    .where('stars', '<=', 2)
    .where('comment', '!=', '')
    .where('revealedAt', 'is not', null)
    .orderBy('givenAt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const actor = actors.get(aboutParty);
  if (actor === undefined) return;
  const note = 'It was written an hour after I asked for the payment that was due.';
  const report = {
    subjectKind: 'feedback' as const,
    subjectId: id,
    reason: 'retaliation' as const,
  };
  await act(stage, { actor, root: contractId, ago: 0.6 }, [reportAbuse, { ...report, note }]);
}

async function keepSearches(stage: Stage, cast: Cast): Promise<void> {
  const searches: [MemberActor, SaveSearch][] = [
    [
      cast.mara,
      {
        kind: 'freelancers',
        name: 'Illustrators in Spain below USD 50',
        query: 'category=architectural-illustration&place=ES&rate_to=50&score=4',
      },
    ],
    [
      cast.ioana,
      { kind: 'projects', name: 'Views to draw', query: 'category=architectural-illustration' },
    ],
    [cast.chidi, { kind: 'projects', name: 'Typing', query: 'category=data-entry' }],
  ];
  for (const [actor, search] of searches) {
    await act(stage, { actor, root: actor.partyId, ago: 0.9 }, [saveSearch, search]);
  }
}
