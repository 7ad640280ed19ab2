import { z } from 'zod';
import { decodeCursor } from '#domain/kernel/cursor.ts';
import { stateWorkerFacts } from '#domain/qualifications/commands/state-worker-facts.ts';
import { stands } from '#domain/qualifications/qualification.ts';
import { ownGrants } from '#domain/qualifications/queries/grants.ts';
import {
  ownComputed,
  ownCounts,
  ownStatement,
} from '#domain/qualifications/queries/own-computed.ts';
import { ownRequests, requestVerdicts } from '#domain/qualifications/queries/requests.ts';
import { findTypes } from '#domain/qualifications/queries/types.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { listQuery } from '#web/operator/list-query.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { withQuery } from '#web/ui/table-controls.tsx';
import { WorkPlaces } from '#web/work/places.tsx';
import type { Route } from './+types/own-page.ts';
import { Available } from './own-available.tsx';
import { HeldTable, History, Measured, Statement } from './own-parts.tsx';

const { own: words, yours, refused: refusedTitle } = text.qualifications;
const ROWS = 25;
const HERE = '/work/qualifications';

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(yours) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  if (actor.role !== 'self') return null;
  const { get, cursor } = listQuery(request);
  const search = get('q') ?? '';
  const heldFrom = get('held');
  const askedFrom = get('asked');
  const after = (text?: string) => (text === undefined ? undefined : decodeCursor(text));
  const [computed, counts, statement, grants, asked, found] = await Promise.all([
    ownComputed(readDb, actor, now),
    ownCounts(readDb, actor),
    ownStatement(readDb, actor),
    ownGrants(readDb, actor, { before: after(heldFrom), limit: ROWS }),
    ownRequests(readDb, actor, { before: after(askedFrom), limit: ROWS }),
    findTypes(readDb, actor, {
      requestable: true,
      words: search,
      before: after(cursor),
      limit: ROWS,
    }),
  ]);
  const question = { workerId: actor.memberId, types: found.rows, now };
  const verdicts = await requestVerdicts(readDb, question);
  const { pathname, search: query } = new URL(request.url);
  const link = (name: string, next: string | null) =>
    next === null ? undefined : withQuery(pathname + query, { [name]: next });
  return {
    computed,
    submitted: Number(counts?.submitted ?? 0n),
    statement,
    held: grants.rows.map((row) => ({
      ...row,
      look: stands(row, now) || row.state === 'revoked' ? row.state : ('expired' as const),
    })),
    asked: asked.rows,
    available: found.rows.map((type) => ({ type, ask: verdicts.get(type.id) })),
    search,
    older: {
      held: link('held', grants.next),
      asked: link('asked', asked.next),
      available: link('cursor', found.next),
    },
  };
}

const statement = z.object({
  subdivision: z.string().max(10).optional(),
  adult: z.literal('yes').optional(),
});

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const state = formCase(
    statement,
    async ({ subdivision = null, adult }, key) => {
      const input = { subdivision, adult: adult === 'yes' };
      await run(stateWorkerFacts, input, { actor, root: actor.memberId, key });
      return redirectWithFlash(context, HERE, { tone: 'go', title: words.stated });
    },
    { refusedTitle },
  );
  return actOn(request, state);
}

export default function OwnPage({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData === null) {
    return (
      <WorkPage head={<PageHead title={words.title} />}>
        <EmptyState title={words.notAWorker}>{words.actForYourself}</EmptyState>
      </WorkPage>
    );
  }
  const { computed, submitted, held, asked, available, search, older } = loaderData;
  return (
    <WorkPage
      head={
        <>
          <WorkPlaces here="qualifications" />
          <PageHead title={words.title} />
          <p className="mt-2 max-w-[62ch]">{words.lead}</p>
        </>
      }
    >
      <Measured computed={computed} submitted={submitted} />
      <Section id="held" title={words.held}>
        <HeldTable rows={held} older={older.held} />
      </Section>
      <Section id="available" title={words.available}>
        <Available rows={available} search={search} older={older.available} />
      </Section>
      <Section id="asked" title={words.history}>
        <History rows={asked} older={older.asked} />
      </Section>
      <Section id="about-you" title={words.statement}>
        <Statement statement={loaderData.statement} problems={actionData} />
      </Section>
    </WorkPage>
  );
}
