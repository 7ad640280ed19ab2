import type { DrawnForm } from '#web/forms/draw-form.ts';
import { TaskFormPreview } from '#web/forms/task-form-preview.tsx';
import { TaskFrame } from '#web/forms/task-frame.tsx';
import { text } from '#web/text/catalogue.ts';

export type TaskSight = {
  drawn: DrawnForm | null;
  frame: { src: string; height: number } | null;
};

/** One task as its worker sees it; it can be tried and sends nothing. */
export function TaskSightView({ sight }: { sight: TaskSight }) {
  if (sight.drawn !== null) return <TaskFormPreview drawn={sight.drawn} />;
  if (sight.frame === null) return null;
  const { src, height } = sight.frame;
  return <TaskFrame src={src} title={text.tasks.type.previewFrame} height={height} next={null} />;
}
