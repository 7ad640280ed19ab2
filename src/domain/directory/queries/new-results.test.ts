import { describe, expect, test } from 'vitest';
import { systemActor } from '#domain/kernel/actor.ts';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { editProject } from '#domain/projects/commands/edit-project.ts';
import { expireProject } from '#domain/projects/commands/expire-project.ts';
import { extendProject } from '#domain/projects/commands/extend-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { showProject } from '#domain/projects/commands/show-project.ts';
import type { Context } from '#platform/context.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { castMember } from '#test/cast/members.ts';
import { LIGHTHOUSE } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { listFreelancer, unlistFreelancer } from '../commands/list-freelancer.ts';
import type { SearchKind } from '../saved-search.ts';
import { newResults } from './new-results.ts';

const { readDb, run } = await testDatabase();
const mara = await castMember(run, 'Mara Oduya');
const begun = Date.now();

const day = (count: number) => new Date(begun + count * 86_400_000);

/** How many came within the day that ends then. */
async function cameBy(count: number, kind: SearchKind, query: string): Promise<number> {
  const look = { kind, query, memberId: mara.memberId, since: day(count - 1), until: day(count) };
  return (await newResults(readDb, look)).count;
}

test('who is listed again is not new again', async () => {
  const ioana = await castFreelancer(run, 'Ioana Petrescu');
  const own = (count: number) => ({ actor: ioana, root: ioana.partyId, now: day(count) });
  expect(await cameBy(1, 'freelancers', 'place=RO')).toBe(1);
  await run(unlistFreelancer, {}, own(1.4));
  await run(listFreelancer, {}, own(1.5));
  expect(await cameBy(2, 'freelancers', 'place=RO')).toBe(0);
});

describe('a project', () => {
  let projects = 0;

  /** Published within the first day. */
  async function published(audience: 'everyone' | 'invited') {
    projects += 1;
    const title = `Views of lighthouse ${'abcdefg'[projects]}${projects}`;
    const terms = { ...LIGHTHOUSE, title, wantedOn: null, audience };
    const { projectId } = await run(draftProject, { terms }, { actor: mara, root: 'new' });
    const at = (count: number) => ({ actor: mara, root: projectId, now: day(count) });
    await run(publishProject, { projectId }, at(0.5));
    const edit = (to: 'everyone' | 'invited', count: number) =>
      run(editProject, { projectId, terms: { ...terms, audience: to } }, at(count));
    const show = async (ctx: Context, shown: boolean) => {
      await showProject(ctx, projectId, shown);
      return null;
    };
    const came = (count: number) =>
      cameBy(count, 'projects', new URLSearchParams({ q: title }).toString());
    return { projectId, at, edit, show, came };
  }

  test('is new once everybody may see it, and not again when that goes back and forth', async () => {
    const { edit, came } = await published('invited');
    expect(await came(1)).toBe(0);
    await edit('everyone', 1.5);
    expect(await came(2)).toBe(1);
    await edit('invited', 2.4);
    await edit('everyone', 2.5);
    expect(await came(3)).toBe(0);
  });

  test('that was hidden is new when it is shown again', async () => {
    const { at, show, came } = await published('everyone');
    await run(show, false, at(0.6));
    expect(await came(1)).toBe(0);
    await run(show, true, at(1.5));
    expect(await came(2)).toBe(1);
  });

  test('that expired is new when it is extended, and one that is open is not', async () => {
    const { projectId, at, came } = await published('everyone');
    await run(extendProject, { projectId }, at(1.5));
    expect([await came(1), await came(2)]).toEqual([1, 0]);
    const rule = { ...at(40), actor: systemActor('sweep') };
    expect(await run(expireProject, { projectId }, rule)).toMatchObject({ expired: true });
    await run(extendProject, { projectId }, at(40.5));
    expect(await came(41)).toBe(1);
  });
});
