import type { z } from '@hono/zod-openapi';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { editProject } from '#domain/projects/commands/edit-project.ts';
import type { ProjectTerms } from '#domain/projects/project-terms.ts';
import { findOwnProject } from '#domain/projects/queries/find-project.ts';
import { myProjects } from '#domain/projects/queries/my-projects.ts';
import { projectPage } from '#domain/projects/queries/project-page.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { IDS } from '../examples.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { type MoneyJson, minorOf } from '../present.ts';
import { id, page, paging } from '../schema.ts';
import { openProjectOperations } from './open-projects.ts';
import {
  cardExample,
  myProjectRow,
  newProject,
  newProjectExample,
  presentMine,
  presentProject,
  projectActed,
  projectActedExample,
  projectChanges,
  projectExample,
  projectState,
  projectView,
} from './project-view.ts';

const { excerpt, category, skills, client, expected_hours, wanted_on, opened_at, ...mineExample } =
  cardExample;

export const projectOperations: Operation[] = [
  ...openProjectOperations,
  operation({
    method: 'get',
    path: '/me/projects',
    id: 'listMyProjects',
    tag: 'Projects',
    summary: 'The projects of the party that the key acts for, newest first',
    scope: 'read',
    query: { ...paging, state: projectState.optional() },
    answer: {
      schema: page(myProjectRow),
      example: {
        items: [
          {
            ...mineExample,
            state: 'open',
            audience: 'everyone',
            created_at: mineExample.published_at,
            ended_at: null,
          },
        ],
        next_cursor: null,
      },
    },
    async handle({ db, actor, query }) {
      const { limit, cursor, state } = query;
      const found = await myProjects(db, actor, {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
        ...(state === undefined ? {} : { states: [state] }),
      });
      return { body: { items: found.rows.map(presentMine), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/projects',
    id: 'draftProject',
    tag: 'Projects',
    summary: 'Write down a requirement that only its client sees yet',
    scope: 'work',
    body: { schema: newProject, example: newProjectExample },
    answer: {
      status: 201,
      schema: projectActed,
      example: { ...projectActedExample, state: 'draft', published_at: null, expires_at: null },
    },
    refuses: ['input_invalid', 'currency_mismatch', 'amount_invalid', 'date_in_past'],
    async handle(call) {
      const { file_ids: fileIds, ...given } = call.body;
      const input = { terms: readTerms(given), fileIds };
      const { projectId, seq } = await call.act(draftProject, input, 'new');
      return {
        body: await presentActed(call, projectId, seq),
        location: `/projects/${projectId}`,
      };
    },
  }),
  openOperation({
    method: 'get',
    path: '/projects/{projectId}',
    id: 'getProject',
    tag: 'Projects',
    summary: 'One project, as the reader may see it',
    params: { projectId: id.openapi({ example: IDS.project }) },
    answer: { schema: projectView, example: projectExample },
    async handle({ db, actor, params }) {
      return { body: presentProject(await projectPage(db, actor, params.projectId)) };
    },
  }),
  operation({
    method: 'patch',
    path: '/projects/{projectId}',
    id: 'editProject',
    tag: 'Projects',
    summary: 'Change a draft, or an open project that nobody has offered on',
    scope: 'work',
    params: { projectId: id },
    body: { schema: projectChanges, example: { title: 'Eight street views of a lighthouse' } },
    answer: { schema: projectActed, example: projectActedExample },
    refuses: ['wrong_state', 'project_has_proposals', 'input_invalid', 'currency_mismatch'],
    async handle(call) {
      const { projectId } = call.params;
      const { file_ids: fileIds, ...changes } = call.body;
      await findOwnProject(call.db, call.sight, projectId);
      const before = presentProject(await projectPage(call.db, call.sight, projectId));
      const merged = { ...newProject.parse(pickTerms(before)), ...given(changes) };
      const input = {
        projectId,
        terms: readTerms(merged),
        ...(fileIds === undefined ? {} : { fileIds }),
      };
      const { seq } = await call.act(editProject, input, projectId);
      return { body: await presentActed(call, projectId, seq) };
    },
  }),
];

type GivenTerms = Omit<z.output<typeof newProject>, 'file_ids'>;

function readTerms(given: GivenTerms): ProjectTerms {
  const { currency } = given;
  const minor = (money: MoneyJson | null, field: string) =>
    money === null ? null : minorOf(money, field, currency);
  return {
    title: given.title,
    requirements: given.requirements,
    category: given.category,
    skills: given.skills,
    pricing: given.pricing,
    currency,
    budgetLowMinor: minor(given.budget_low, 'budget_low'),
    budgetHighMinor: minor(given.budget_high, 'budget_high'),
    expectedHours: given.expected_hours,
    wantedOn: given.wanted_on,
    audience: given.audience,
    matching: given.matching,
  };
}

/** The parts of a project that its client writes. */
function pickTerms(project: ReturnType<typeof presentProject>): object {
  const names = Object.keys(newProject.shape).filter((name) => name !== 'file_ids');
  return Object.fromEntries(names.map((name) => [name, project[name as keyof typeof project]]));
}

/** Without what was not given, so that a spread keeps what was before. */
function given<Parts extends object>(parts: Parts): { [K in keyof Parts]?: NonNullable<Parts[K]> } {
  const named = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as { [K in keyof Parts]?: NonNullable<Parts[K]> };
}

/** The project as it is after an act, with the act's event. */
export async function presentActed(
  call: { db: ReadDb; sight: MemberActor },
  projectId: string,
  seq: number,
) {
  const shown = presentProject(await projectPage(call.db, call.sight, projectId));
  return { ...shown, event: await eventOf(call, projectId, seq) };
}
