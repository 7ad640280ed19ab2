import { CRITERIA, type Criterion, type Weights } from '#domain/projects/best-value.ts';
import { text } from '#web/text/catalogue.ts';
import { type CompareQuestion, compareFields } from './compare-question.ts';

const words = text.compare.weights;

/** Three sliders in a GET form: the address keeps them. A script ranks again while they move. */
export function WeightsForm({
  question,
  percents,
}: {
  question: CompareQuestion;
  percents: Weights;
}) {
  const kept = compareFields({ ...question, from: 1 }).filter(
    ([name]) => !CRITERIA.some((one) => one === name),
  );
  return (
    <form
      method="get"
      data-rank-again=""
      aria-label={words.label}
      className="mt-6 border-y border-base-300 py-5 grid gap-x-8 gap-y-5 md:grid-cols-[1fr_1fr_1fr_auto] items-start"
    >
      {CRITERIA.map((one) => (
        <Slider key={one} name={one} value={question.weights[one]} percent={percents[one]} />
      ))}
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="btn md:mt-4">
        {words.act}
      </button>
    </form>
  );
}

function Slider({ name, value, percent }: { name: Criterion; value: number; percent: number }) {
  const id = `weight-${name}`;
  return (
    <div className="grid gap-1.5 min-w-0">
      <span className="flex justify-between text-sm">
        <label htmlFor={id} className="font-medium flex items-center gap-2">
          <span className={`size-2.5 ${SWATCH[name]}`} />
          {words[name]}
        </label>
        <output htmlFor={id} data-share={name} aria-live="off">
          {words.share(percent)}
        </output>
      </span>
      <input
        id={id}
        type="range"
        name={name}
        min={0}
        max={100}
        step={5}
        defaultValue={value}
        aria-valuetext={words.shareSays(percent)}
        aria-describedby={`${id}-hint`}
        className={`rg ${FILLED[value / 5] ?? ''}`}
      />
      <span id={`${id}-hint`} className="text-[0.8125rem] text-muted">
        {words[`${name}Hint`]}
      </span>
    </div>
  );
}

const SWATCH: Record<Criterion, string> = { price: 'bg-c1', time: 'bg-c2', quality: 'bg-c3' };

/** How far the track is filled. Pages carry no style attributes, so every step is a class. */
const FILLED = [
  '[--v:0%]',
  '[--v:5%]',
  '[--v:10%]',
  '[--v:15%]',
  '[--v:20%]',
  '[--v:25%]',
  '[--v:30%]',
  '[--v:35%]',
  '[--v:40%]',
  '[--v:45%]',
  '[--v:50%]',
  '[--v:55%]',
  '[--v:60%]',
  '[--v:65%]',
  '[--v:70%]',
  '[--v:75%]',
  '[--v:80%]',
  '[--v:85%]',
  '[--v:90%]',
  '[--v:95%]',
  '[--v:100%]',
];
