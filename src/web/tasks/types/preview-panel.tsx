/** The task as its worker sees it, beside the form that says so. */
import { text } from '#web/text/catalogue.ts';
import { TextArea } from '#web/ui/form/text-fields.tsx';

const words = text.tasks.type;

/** The name of the frame that a form's preview is sent to. */
export const PREVIEW = 'preview';

/**
 * A frame that the form around is sent to by its own button, so that nothing typed is lost; the
 * script preview-again sends it after each change.
 */
export function PreviewPanel({ rows, src }: { rows: number; src: string }) {
  return (
    <section aria-labelledby="preview-head" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id="preview-head" className="text-lg">
        {words.previewTitle}
      </h2>
      <iframe
        name={PREVIEW}
        src={src}
        title={words.previewFrame}
        height={560}
        className="w-full border border-edge rounded-box bg-base-100"
      />
      <div className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm font-medium">
          {words.row}
          <select name="row" className="select w-24" defaultValue="1">
            {Array.from({ length: Math.max(1, rows) }, (_none, at) => at + 1).map((row) => (
              <option key={row}>{row}</option>
            ))}
          </select>
        </label>
        <button
          type="submit"
          className="btn"
          formAction="/tasks/preview"
          formTarget={PREVIEW}
          data-preview-again=""
        >
          {words.preview}
        </button>
      </div>
      <TextArea name="sample" label={words.sample} hint={words.sampleHint} rows={4} optional />
    </section>
  );
}
