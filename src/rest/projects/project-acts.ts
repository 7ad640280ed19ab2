import { closeProject } from '#domain/projects/commands/close-project.ts';
import { extendProject } from '#domain/projects/commands/extend-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { LATER } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { id } from '../schema.ts';
import { projectActed, projectActedExample } from './project-view.ts';
import { presentActed } from './projects.ts';

export const projectActOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/projects/{projectId}/publication',
    id: 'publishProject',
    tag: 'Projects',
    summary: 'Open a draft for proposals; whoever was invited is told now',
    scope: 'work',
    params: { projectId: id },
    answer: { schema: projectActed, example: projectActedExample },
    refuses: ['wrong_state', 'input_invalid'],
    async handle(call) {
      const { projectId } = call.params;
      const { seq } = await call.act(publishProject, { projectId }, projectId);
      return { body: await presentActed(call, projectId, seq) };
    },
  }),
  operation({
    method: 'post',
    path: '/projects/{projectId}/extension',
    id: 'extendProject',
    tag: 'Projects',
    summary: 'Take proposals for longer; an expired project opens again',
    scope: 'work',
    params: { projectId: id },
    answer: { schema: projectActed, example: { ...projectActedExample, expires_at: LATER } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { projectId } = call.params;
      const { seq } = await call.act(extendProject, { projectId }, projectId);
      return { body: await presentActed(call, projectId, seq) };
    },
  }),
  operation({
    method: 'post',
    path: '/projects/{projectId}/closure',
    id: 'closeProject',
    tag: 'Projects',
    summary: 'End a project without hire; whoever proposed is told',
    scope: 'work',
    params: { projectId: id },
    answer: {
      schema: projectActed,
      example: { ...projectActedExample, state: 'closed', ended_at: LATER },
    },
    refuses: ['wrong_state'],
    async handle(call) {
      const { projectId } = call.params;
      const { seq } = await call.act(closeProject, { projectId }, projectId);
      return { body: await presentActed(call, projectId, seq) };
    },
  }),
];
