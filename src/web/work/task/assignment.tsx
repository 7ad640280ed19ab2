import { signedIn } from '#web/context.ts';
import type { HandleOf } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import type { Route } from './+types/assignment.ts';
import { actOnAssignment } from './assignment-acts.ts';
import { assignmentSight, type PageSight } from './assignment-sight.ts';
import { OverView } from './over-view.tsx';
import { SentView } from './sent-view.tsx';
import { WorkView } from './work-view.tsx';

/** While the task is held it is the only thing on the page; afterwards a page like others. */
export const handle: HandleOf<PageSight> = (sight) => {
  if (sight === undefined) return { nav: 'tasks' };
  const { phase, shown } = sight;
  const frame = phase === 'work' ? ({ bare: true } as const) : {};
  if (shown === null) return { nav: 'tasks', flash: 'own', ...frame };
  const own = { nav: 'tasks', tasks: true, flash: 'own', ...frame } as const;
  // A repair has days.
  const time = phase === 'work' ? (['task-time'] as const) : [];
  if (shown.kind === 'html') return { ...own, enhance: ['task-frame', ...time] };
  const draw = shown.boxes ? (['draw-boxes'] as const) : [];
  return { ...own, enhance: ['task-keys', 'task-draft', 'task-line', ...time, ...draw] };
};

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.title ?? text.work.crumb) },
];

export async function loader({ context, params }: Route.LoaderArgs): Promise<PageSight> {
  return assignmentSight(signedIn(context), params.id);
}

export async function action({ context, request, params }: Route.ActionArgs) {
  return actOnAssignment(context, request, params.id);
}

/** One assignment from the first look to the money: the address stays the same. */
export default function Assignment({ loaderData, actionData }: Route.ComponentProps) {
  const wrong = actionData !== undefined && 'wrong' in actionData ? actionData : undefined;
  const problems = actionData !== undefined && 'fields' in actionData ? actionData : undefined;
  if (loaderData.phase === 'work') return <WorkView sight={loaderData} wrong={wrong} />;
  if (loaderData.phase === 'over') return <OverView sight={loaderData} problems={problems} />;
  return <SentView sight={loaderData} wrong={wrong} problems={problems} />;
}
