/** Which answers are meant: of the list of answers, and of a list of decisions. */
import { z } from '@hono/zod-openapi';
import type { WaitingQuestion } from '#domain/assignments/queries/review-list.ts';
import { id, instantIn } from '../schema.ts';

export const reviewFilters = {
  worker_id: id.optional(),
  task_id: id.optional(),
  gold: z
    .enum(['right', 'wrong'])
    .optional()
    .openapi({ description: 'Only answers to gold tasks that were so.' }),
  agreement: z
    .enum(['most', 'few'])
    .optional()
    .openapi({ description: 'Only answers that most others to the task agree with, or few.' }),
  since: instantIn.optional(),
  until: instantIn.optional(),
  faster_than_seconds: z.coerce
    .number({ error: 'must be a whole number' })
    .int()
    .min(1)
    .max(31_536_000)
    .optional(),
};

type Asked = { [Name in keyof typeof reviewFilters]?: z.output<(typeof reviewFilters)[Name]> };

export function questionOf(asked: Asked): WaitingQuestion {
  const { gold, agreement, since, until } = asked;
  const at = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  return given({
    ...{ workerId: asked.worker_id, taskId: asked.task_id, gold, agreement },
    ...{ since: at(since), until: at(until), fasterThanSeconds: asked.faster_than_seconds },
  });
}

/** Without what was not given. */
export function given<Parts extends object>(
  parts: Parts,
): { [K in keyof Parts]?: NonNullable<Parts[K]> } {
  const named = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as { [K in keyof Parts]?: NonNullable<Parts[K]> };
}
