import { z } from 'zod';
import { retireType } from '#domain/qualifications/commands/retire-type.ts';
import { ownType, typeTallies } from '#domain/qualifications/queries/types.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import type { Route } from './+types/retire-type.ts';

const { retire: words, refused: refusedTitle } = text.qualifications;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.act) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const { id, name } = await ownType(readDb, actor, params.id);
  const tally = (await typeTallies(readDb, [id], now)).get(id);
  return { id, name, ...(tally ?? { holders: 0, waiting: 0 }) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const { id, name } = await ownType(readDb, actor, params.id);
  const retire = formCase(
    z.object({}),
    async (_nothing, key) => {
      const { seq } = await run(retireType, { typeId: id }, { actor, root: actor.partyId, key });
      return redirectWithFlash(context, '/tasks/qualifications', {
        tone: 'go',
        title: words.done(name),
        evidence: { href: eventNumberHref(actor.partyId, seq), label: text.parts.event(seq) },
      });
    },
    { refusedTitle },
  );
  return actOn(request, retire);
}

export default function RetireType({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, waiting, holders } = loaderData;
  return (
    <div className="wrap pt-8">
      <MoneyQuestion
        title={words.title(name)}
        lines={<p>{words.says(waiting, holders)}</p>}
        final={words.final}
        acts={
          <>
            <a className="btn" href={`/tasks/qualifications/${id}`}>
              {words.keep}
            </a>
            <Form problems={actionData} className="contents">
              <SubmitButton look="grave">{words.act}</SubmitButton>
            </Form>
          </>
        }
      />
    </div>
  );
}
