import { data } from 'react-router';
import { addPortfolioItem } from '#domain/directory/commands/add-portfolio-item.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { formCase, type Problems } from '#web/form-act.ts';
import { typedIn } from '#web/form-data.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { refusalText } from '#web/refusals.ts';
import { text } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/form/field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/new-item.ts';
import { ItemFields } from './item-fields.tsx';
import { categoryOptions, itemForm, textsOf } from './item-form.ts';
import { KEPT_FIELD, keptText, PICTURE_FIELD, receivePicture } from './receive-picture.ts';

const words = text.profile.item;

export const handle: PageHandle = { nav: 'freelancers' };
export const meta = () => [{ title: text.site.title(words.newTitle) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb } = signedIn(context);
  return { categories: await categoryOptions(readDb) };
}

type ProblemsWithPicture = Problems & { kept: string };

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const { form, kept, refused } = await receivePicture(context, request);
  const add = formCase(
    itemForm,
    async (value, key) => {
      const itemId = kept?.id ?? newId(homeOf(actor.partyId));
      const input = { ...textsOf(value), itemId, picture: kept?.shape ?? null };
      try {
        const { seq } = await run(addPortfolioItem, input, { actor, root: itemId, key });
        return redirectWithFlash(context, '/profile#portfolio', {
          tone: 'go',
          title: words.added,
          evidence: { href: eventNumberHref(actor.partyId, seq), label: text.parts.event(seq) },
        });
      } catch (error) {
        // A second press sent the picture again, under another id: the first one is added.
        if (!isRefusal(error) || error.code !== 'idempotency_key_reused') throw error;
        return redirectWithFlash(context, '/profile#portfolio', { tone: 'go', title: words.added });
      }
    },
    { refusedTitle: words.refused },
  );
  const answer = refused === null ? await add.act(form) : data(pictureProblem(form, refused), 422);
  if (answer instanceof Response) return answer;
  const problems: ProblemsWithPicture = {
    ...answer.data,
    kept: kept === null ? '' : keptText(kept),
  };
  return data(problems, answer.init ?? undefined);
}

function pictureProblem(form: FormData, refusal: Refusal): Problems {
  return {
    intent: '',
    title: text.form.summary(1),
    form: [],
    fields: { [PICTURE_FIELD]: refusalText(refusal.code, refusal.data).says },
    typed: typedIn(form),
  };
}

export default function NewItem({ loaderData, actionData }: Route.ComponentProps) {
  const kept = actionData?.kept ?? '';
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/profile', label: text.profile.title }]}
          title={words.newTitle}
        />
      }
    >
      <Form problems={actionData} files>
        <TextField name="title" label={words.title} hint={words.titleHint} wide />
        <Field
          name={PICTURE_FIELD}
          label={words.picture}
          hint={kept === '' ? words.pictureHint : words.kept}
          wide
        >
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              className="file-in"
              accept="image/jpeg,image/png,image/webp,image/avif"
            />
          )}
        </Field>
        {kept !== '' && <input type="hidden" name={KEPT_FIELD} value={kept} />}
        <ItemFields categories={loaderData.categories} />
        <SubmitButton>{words.add}</SubmitButton>
      </Form>
    </WorkPage>
  );
}
