import { text } from '#web/text/catalogue.ts';

const words = text.tasks.order;
type Step = keyof typeof words.steps;

const HREFS: Record<Step, string> = { terms: '/change', rows: '/rows', order: '/order' };

/** Where a draft stands: its terms, its rows, its cost. All three can be gone back to. */
export function OrderSteps({ batchId, here }: { batchId: string; here: Step }) {
  const steps = Object.keys(words.steps) as Step[];
  return (
    <nav aria-label={words.stepsLabel} className="mt-4 border-y border-base-300 text-sm">
      <ol className="flex flex-wrap gap-x-6">
        {steps.map((step, at) => (
          <li key={step} className="flex items-center gap-2 py-1">
            <span className="text-muted">{at + 1}</span>
            <a
              href={`/tasks/batches/${batchId}${HREFS[step]}`}
              aria-current={step === here ? 'step' : undefined}
              className={step === here ? 'font-semibold border-b-2 border-primary py-2' : 'lk py-2'}
            >
              {words.steps[step]}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
