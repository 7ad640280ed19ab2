import { changePortfolioItem } from '#domain/directory/commands/change-portfolio-item.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/edit-item.ts';
import { ItemFields } from './item-fields.tsx';
import { categoryOptions, itemForm, textsOf } from './item-form.ts';
import { ownItem } from './own-item.ts';

const words = text.profile.item;

export const handle: PageHandle = { nav: 'freelancers' };
export const meta = () => [{ title: text.site.title(text.profile.portfolio.title) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb } = signedIn(context);
  const item = await ownItem(context, params.id);
  return { item, categories: await categoryOptions(readDb, item.category) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  return actOn(
    request,
    formCase(
      itemForm,
      async (value, key) => {
        const options = { actor, root: actor.partyId, key };
        const input = { ...textsOf(value), itemId: params.id };
        const { seq } = await run(changePortfolioItem, input, options);
        return redirectWithFlash(context, '/profile#portfolio', {
          tone: 'go',
          title: seq === null ? words.same : words.changed,
          ...(seq === null
            ? {}
            : {
                evidence: {
                  href: eventNumberHref(actor.partyId, seq),
                  label: text.parts.event(seq),
                },
              }),
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function EditItem({ loaderData, actionData }: Route.ComponentProps) {
  const { item, categories } = loaderData;
  const { title, about, alt, link, category, width, height, hiddenAt } = item;
  const values = { title, about, alt, link, category: category ?? '' };
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/profile', label: text.profile.title }]}
          title={words.changeTitle(title)}
          facts={width === null ? [] : [words.samePicture]}
        />
      }
    >
      <div className="grid gap-6">
        {width !== null && height !== null && hiddenAt === null && (
          <img
            src={`/portfolio/${item.id}/400.webp`}
            alt={alt}
            width={Math.min(400, width)}
            height={Math.round((Math.min(400, width) * height) / width)}
            className="rounded-field max-w-full h-auto"
          />
        )}
        <Form problems={actionData} values={values}>
          <TextField name="title" label={words.title} hint={words.titleHint} wide />
          <ItemFields categories={categories} />
          <SubmitButton>{words.save}</SubmitButton>
        </Form>
      </div>
    </WorkPage>
  );
}
