import { QUESTION_LIMITS } from '#domain/directory/freelancer-question.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';

/** The words of a search; everything that is chosen besides goes along. */
export function WordsForm({
  action,
  label,
  hint,
  asked,
  kept,
}: {
  action: string;
  label: string;
  hint: string;
  asked: string | undefined;
  kept: Readonly<Record<string, string | undefined>>;
}) {
  return (
    <search>
      <form method="get" action={action} className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm font-medium flex-1 basis-52 max-w-xl">
          {label}
          <input
            name="q"
            type="search"
            defaultValue={asked}
            placeholder={hint}
            maxLength={QUESTION_LIMITS.textChars}
            className="input w-full"
            autoComplete="off"
          />
        </label>
        <Kept values={kept} />
        <button type="submit" className="btn btn-primary">
          <Icon name="search" />
          {text.directory.search.submit}
        </button>
      </form>
    </search>
  );
}

/** What a form carries along without showing it. */
export function Kept({ values }: { values: Readonly<Record<string, string | undefined>> }) {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
