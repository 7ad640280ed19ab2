import { ownCounts } from '#domain/qualifications/queries/own-computed.ts';
import { signedIn } from '#web/context.ts';
import { SheetPage } from '#web/evidence/sheet-page.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { EvidenceSheet } from '#web/ui/evidence.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/rate-sheet.ts';

const words = text.qualifications.sheet;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.name) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  return { counts: await ownCounts(readDb, actor) };
}

/** The counts behind a worker's approval rate. */
export default function RateSheet({ loaderData }: Route.ComponentProps) {
  const { counts } = loaderData;
  const number = (count: bigint | undefined) => (count ?? 0n).toLocaleString('en');
  const rate = `${counts?.rate ?? 100}%`;
  return (
    <SheetPage crumbs={[{ href: '/work/qualifications', label: words.crumb }]}>
      <EvidenceSheet
        name={words.name}
        value={rate}
        formula={words.formula}
        terms={[
          { label: words.submitted, value: number(counts?.submitted), kind: 'left out' },
          { label: words.approved, value: number(counts?.approved) },
          { label: words.rejected, value: number(counts?.rejected) },
          { label: words.rate, value: rate, kind: 'total' },
        ]}
        origin={
          counts === null ? (
            words.none
          ) : (
            <>
              {words.origin}, {words.at} <Time at={counts.refreshedAt} />
            </>
          )
        }
      />
    </SheetPage>
  );
}
