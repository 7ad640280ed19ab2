import { text } from '#web/text/catalogue.ts';
import { MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import type { ReasonSight } from './reason-words.ts';

const words = text.matching.reasons;

/** All reasons of a match with their points, behind a summary; their sum is the score. */
export function Reasons({
  reasons,
  score,
  label = words.why,
  open = false,
}: {
  reasons: readonly ReasonSight[];
  score: number;
  label?: string;
  open?: boolean;
}) {
  if (reasons.length === 0) return null;
  return (
    <details open={open}>
      <summary className="sm text-sm">{label}</summary>
      <MoneyLines className="text-sm max-w-xl">
        {reasons.map((one) => (
          <MoneyLine
            key={one.part}
            label={
              <>
                {one.label}
                <span className="block text-muted">{one.says}</span>
              </>
            }
          >
            {words.points(one.points, one.of)}
          </MoneyLine>
        ))}
        <MoneyLine kind="total" label={words.total}>
          {score.toFixed(1)}
        </MoneyLine>
      </MoneyLines>
    </details>
  );
}
