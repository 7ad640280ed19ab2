import { attachFiles } from '#domain/files/commands/attach-files.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { mayBeEdited, openedAt, PROJECT_STATES } from '../project.ts';
import { type ProjectTerms, publishProblems } from '../project-terms.ts';
import { acceptTerms, eventTerms, projectColumns } from './accept-terms.ts';
import { type LockedProject, lockOwnProject, projectParties } from './lock-project.ts';

export type EditProject = {
  projectId: string;
  terms: ProjectTerms;
  /** The files the project then has; absent leaves them as they are. */
  fileIds?: readonly string[];
};

/** Replaces the terms of a draft, or of an open project that nobody has offered on. */
export async function editProject(
  ctx: Context,
  input: EditProject,
): Promise<{ projectId: string; seq: number }> {
  const { project } = await lockOwnProject(ctx, input.projectId, 'post');
  const state = nextState(PROJECT_STATES, project.state, { act: 'edit', who: 'client' });
  if (!mayBeEdited(project)) {
    refuse('project_has_proposals', { proposals: project.proposalsCount });
  }
  const terms = await acceptTerms(ctx, input.terms, project.category);
  const lacking = state === 'open' ? publishProblems(terms)[0] : undefined;
  if (lacking !== undefined) throw lacking;
  await assertPricesStay(ctx, project, terms);
  await ctx.tx
    .updateTable('project')
    .set({ ...projectColumns(terms), ...audienceOf(project, terms, ctx.now) })
    .where('id', '=', project.id)
    .execute();
  const subject = { subjectKind: 'project', subjectId: project.id } as const;
  const files = input.fileIds && (await attachFiles(ctx, { ...subject, fileIds: input.fileIds }));
  const event = await appendEvent(ctx, {
    kind: 'project.edited',
    rootKind: 'project',
    rootId: project.id,
    subjectId: project.id,
    parties: await projectParties(ctx, project),
    data: { ...eventTerms(terms), ...(files && { files }) },
  });
  return { projectId: project.id, seq: event.seq };
}

/**
 * What an operator hid stays hidden; the audience asked for is kept until it is shown again. Opened
 * once, a project is not new again for an audience that goes back and forth.
 */
function audienceOf(project: LockedProject, { audience }: ProjectTerms, now: Date) {
  if (project.hiddenAudience !== null) {
    return { audience: 'invited', hiddenAudience: audience } as const;
  }
  if (project.state === 'draft') return {};
  return { openedAt: project.openedAt ?? openedAt({ audience, openedAt: null }, now) };
}

/** Withdrawn proposals keep their sums, so their currency has to stay what it was. */
async function assertPricesStay(
  ctx: Context,
  project: LockedProject,
  terms: ProjectTerms,
): Promise<void> {
  if (terms.currency === project.currency && terms.pricing === project.pricing) return;
  const earlier = await ctx.tx
    .selectFrom('proposal')
    .select('id')
    .where('projectId', '=', project.id)
    .limit(1)
    .executeTakeFirst();
  if (earlier !== undefined) refuse('project_has_proposals', { proposals: 0 }, 'currency');
}
