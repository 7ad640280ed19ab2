import { sql } from 'kysely';
import { requireWorker } from '#domain/accounts/permission.ts';
import { storedJson } from '#domain/forms/parse-form.ts';
import { FORM_LIMITS } from '#domain/forms/task-form.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { lockAssignment } from './lock-assignments.ts';

/**
 * Keeps what a worker has filled in so far, for another device or a lost line. It is nobody's
 * answer until it is handed in, so no event tells of it.
 */
export async function saveDraft(
  ctx: Context,
  input: {
    assignmentId: string;
    fields: Readonly<Record<string, unknown>>;
    activeSeconds?: number;
  },
): Promise<{ savedAt: string }> {
  requireWorker(ctx.actor);
  const row = await lockAssignment(ctx, input.assignmentId, 'worker');
  const fields = storedJson(input.fields);
  if (fields.length > FORM_LIMITS.answerBytes) {
    refuse('input_invalid', { rule: 'too_long', limit: FORM_LIMITS.answerBytes }, 'fields');
  }
  const repairing = row.state === 'rejected' && row.versions === 1;
  if (row.state !== 'accepted' && row.state !== 'abandoned' && !repairing) {
    refuse('wrong_state', { thing: 'assignment', state: row.state, act: 'save' });
  }
  const activeSeconds = Math.max(0, Math.round(input.activeSeconds ?? 0));
  await sql`
    insert into answer_draft (home, assignment_id, fields, active_seconds, saved_at)
    values (${ctx.home}, ${row.id}, ${fields}, ${activeSeconds}, ${ctx.now})
    on conflict (home, assignment_id) do update
      set fields = excluded.fields, active_seconds = excluded.active_seconds,
        saved_at = excluded.saved_at`.execute(ctx.tx);
  return { savedAt: ctx.now.toISOString() };
}
