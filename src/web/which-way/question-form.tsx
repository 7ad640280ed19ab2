import type { CategoryRates } from '#domain/directory/queries/rate-overview.ts';
import { FAMILIES } from '#domain/directory/taxonomy.ts';
import { SHAPES } from '#domain/market/which-way.ts';
import { text } from '#web/text/catalogue.ts';
import type { WorkAsked } from './work-asked.ts';

const words = text.whichWay.form;

/** Plain questions as a GET form: the answer has an address, and the way back keeps what was said. */
export function QuestionForm({
  asked,
  categories,
}: {
  asked: WorkAsked | null;
  categories: readonly CategoryRates[];
}) {
  return (
    <form method="get" action="/which-way#answer" className="grid gap-7 max-w-xl">
      <Shapes value={asked?.shape ?? 'one'} />
      <fieldset className="min-w-0">
        <legend className="font-medium">{words.size}</legend>
        <div className="mt-2 grid grid-cols-2 gap-3">
          <Count name="pieces" label={words.pieces} value={asked?.pieces} />
          <Count name="minutes" label={words.minutes} value={asked?.minutes} />
          <Count name="hours" label={words.hours} value={asked?.hours} wide />
          <label className="grid gap-1 text-sm font-medium col-span-2 min-w-0">
            <span>
              {words.category} <Optional />
            </span>
            <select name="category" className="select w-full" defaultValue={asked?.category ?? ''}>
              <option value="">{words.anyCategory}</option>
              {FAMILIES.map((family) => (
                <optgroup key={family} label={text.rates.families[family]}>
                  {categories
                    .filter((one) => one.family === family)
                    .map(({ slug, name }) => (
                      <option key={slug} value={slug}>
                        {name}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </label>
        </div>
      </fieldset>
      <YesNo name="knows" label={words.knows} value={asked?.knowsYou ?? false} />
      <YesNo
        name="level"
        label={words.level}
        hint={words.levelHint}
        value={asked?.level ?? false}
      />
      <YesNo name="secret" label={words.secret} value={asked?.secret ?? false} />
      <p>
        <button type="submit" className="btn btn-primary">
          {words.show}
        </button>
      </p>
    </form>
  );
}

function Shapes({ value }: { value: string }) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{words.shape}</legend>
      {SHAPES.map((shape) => (
        <label key={shape} className="flex gap-3 py-2.5 min-h-11 cursor-pointer">
          <input
            type="radio"
            className="radio mt-0.5"
            name="shape"
            value={shape}
            defaultChecked={shape === value}
          />
          <span className="min-w-0">
            {words.shapes[shape].label}
            <span className="block text-sm text-muted">{words.shapes[shape].hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function YesNo({
  name,
  label,
  hint,
  value,
}: {
  name: string;
  label: string;
  hint?: string;
  value: boolean;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{label}</legend>
      {hint !== undefined && <p className="text-sm text-muted">{hint}</p>}
      <div className="flex gap-8">
        {(['no', 'yes'] as const).map((answer) => (
          <label key={answer} className="flex gap-3 py-2.5 min-h-11 cursor-pointer">
            <input
              type="radio"
              className="radio mt-0.5"
              name={name}
              value={answer}
              defaultChecked={(answer === 'yes') === value}
            />
            {words[answer]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Count({
  name,
  label,
  value,
  wide = false,
}: {
  name: string;
  label: string;
  value: number | null | undefined;
  wide?: boolean;
}) {
  return (
    <label
      className={`grid gap-1 text-sm font-medium content-start min-w-0 ${wide ? 'col-span-2' : ''}`}
    >
      <span>
        {label} <Optional />
      </span>
      <input
        name={name}
        className="input w-full text-end"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={value ?? ''}
      />
    </label>
  );
}

function Optional() {
  return <span className="font-normal text-muted">{words.optional}</span>;
}
