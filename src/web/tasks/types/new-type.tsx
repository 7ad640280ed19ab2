import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { FORM_TEMPLATES, findTemplate } from '#domain/forms/gallery.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { signedIn } from '#web/context.ts';
import { readForm } from '#web/form-data.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/new-type.ts';
import { rowsIn, sampleCsv } from './sample-rows.ts';
import { actOnType } from './save-type.ts';
import { typeChoices } from './type-choices.ts';
import { typeValues } from './type-form.ts';
import { TypeForm } from './type-page.tsx';

const words = text.tasks.type;

export const handle: PageHandle = { nav: 'tasks', tasks: true, enhance: ['preview-again'] };
export const meta = () => [{ title: text.site.title(words.galleryTitle) }];

const AUTO_APPROVAL = 259_200;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const slug = new URL(request.url).searchParams.get('template') ?? '';
  const template = findTemplate(slug);
  if (template === null) return { kind: 'gallery' as const, templates: gallery() };
  const { baseCurrency } = await marketTerms(readDb);
  const { form, title, description, keywords, timeLimitSeconds, reward } = template;
  const sample = sampleCsv(form, template.samples);
  const terms = {
    ...{ title, description, keywords, timeLimitSeconds, form, requirements: [] },
    currency: baseCurrency === reward.currency ? reward.currency : baseCurrency,
    rewardMinor: reward.amountMinor,
    autoApprovalSeconds: AUTO_APPROVAL,
  };
  return {
    kind: 'form' as const,
    name: template.name,
    slug,
    values: { ...typeValues(terms), sample },
    rows: rowsIn(sample)?.length ?? 0,
    choices: await typeChoices(readDb, actor),
  };
}

function gallery() {
  return FORM_TEMPLATES.map(({ slug, name, purpose, form, reward }) => ({
    ...{ slug, name, purpose },
    asks: form.kind === 'form' ? words.fields(form.fields.length) : words.ownHtml,
    pays: words.about(formatMoney(reward)),
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  return actOnType(context, await readForm(request));
}

export default function NewType({ loaderData, actionData }: Route.ComponentProps) {
  const crumbs = [{ href: '/tasks', label: text.site.places.tasks }];
  if (loaderData.kind === 'gallery') {
    return (
      <WorkPage
        head={<PageHead crumbs={crumbs} title={words.galleryTitle} facts={[words.galleryLead]} />}
      >
        <ul className="grid gap-x-8 sm:grid-cols-2" aria-label={words.gallery}>
          {loaderData.templates.map(({ slug, name, purpose, asks, pays }) => (
            <li key={slug} className="border-t border-base-300 py-4">
              <a className="lk font-semibold text-lg" href={`/tasks/new?template=${slug}`}>
                {name}
              </a>
              <p className="mt-1 max-w-[52ch]">{purpose}</p>
              <p className="mt-1 text-sm text-muted flex flex-wrap gap-x-3">
                <span>{asks}</span>
                <span>{pays}</span>
              </p>
            </li>
          ))}
        </ul>
      </WorkPage>
    );
  }
  const { name, slug, values, rows, choices } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[...crumbs, { href: '/tasks/new', label: words.gallery }]}
          title={words.newTitle(name)}
        />
      }
    >
      <TypeForm
        values={values}
        choices={choices}
        rows={rows}
        preview={`/tasks/preview?template=${slug}`}
        answer={actionData}
      />
    </WorkPage>
  );
}
