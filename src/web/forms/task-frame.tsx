/** A client's free form in its closed frame. */
import { text } from '#web/text/catalogue.ts';

/**
 * The page around needs `handle = { tasks: true, enhance: ['task-frame'] }`, and makes `src` with
 * `framePath`. When the answer was taken the page goes on to `next` by itself; without script by
 * the link below.
 */
export function TaskFrame({
  src,
  title,
  height,
  next,
}: {
  src: string;
  title: string;
  /** `form.height`, in CSS pixels. */
  height: number;
  /** Null in a preview. */
  next: string | null;
}) {
  return (
    <div>
      <iframe
        src={src}
        title={title}
        height={height}
        sandbox="allow-scripts allow-forms"
        referrerPolicy="no-referrer"
        className="w-full border border-base-300 md:rounded-box bg-white"
        data-task-frame={next ?? undefined}
      />
      {next === null ? (
        <p className="mt-2 text-sm text-muted">{text.forms.previewNote}</p>
      ) : (
        <noscript>
          <p className="mt-2 text-sm">
            <a className="lk py-1" href={next}>
              {text.forms.frame.goOn}
            </a>
          </p>
        </noscript>
      )}
    </div>
  );
}
