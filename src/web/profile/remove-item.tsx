import { z } from 'zod';
import { removePortfolioItem } from '#domain/directory/commands/change-portfolio-item.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import type { Route } from './+types/remove-item.ts';
import { ownItem } from './own-item.ts';

const words = text.profile.item;

export const handle: PageHandle = { nav: 'freelancers' };
export const meta = () => [{ title: text.site.title(words.removeAct) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { title } = await ownItem(context, params.id);
  return { title };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const { title } = await ownItem(context, params.id);
  return actOn(
    request,
    formCase(
      z.object({}),
      async (_nothing, key) => {
        const options = { actor, root: actor.partyId, key };
        const { seq } = await run(removePortfolioItem, { itemId: params.id }, options);
        return redirectWithFlash(context, '/profile#portfolio', {
          tone: 'go',
          title: words.removed(title),
          evidence: { href: eventNumberHref(actor.partyId, seq), label: text.parts.event(seq) },
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function RemoveItem({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="wrap pt-8">
      <MoneyQuestion
        title={words.removeTitle(loaderData.title)}
        lines={<p>{words.removeText}</p>}
        final={null}
        acts={
          <>
            <a className="btn" href="/profile#portfolio">
              {words.keep}
            </a>
            <Form problems={actionData} className="contents">
              <SubmitButton look="grave">{words.removeAct}</SubmitButton>
            </Form>
          </>
        }
      />
    </div>
  );
}
