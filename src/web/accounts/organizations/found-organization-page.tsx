import { z } from 'zod';
import { foundOrganization } from '#domain/accounts/commands/found-organization.ts';
import { COUNTRIES } from '#domain/accounts/country.ts';
import { ORGANIZATION_KINDS, PROFILE_LIMITS, profileProblems } from '#domain/accounts/profile.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { RadioGroup, Select } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/found-organization-page.ts';

const words = text.organizations;

export const meta = () => [{ title: text.site.title(words.foundTitle) }];

export function loader({ context }: Route.LoaderArgs) {
  signedIn(context);
  return { countries: COUNTRIES.map(({ code, name }) => ({ value: code, label: name })) };
}

const schema = z.object({
  name: z.string().max(PROFILE_LIMITS.nameChars),
  kind: z.enum(ORGANIZATION_KINDS),
  country: z.string().optional(),
  about: z.string().max(PROFILE_LIMITS.aboutChars).optional(),
});

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  return actOn(
    request,
    formCase(
      schema,
      async ({ name, kind, country, about }, key) => {
        const input = { name, kind, country: country ?? null, about: about ?? '' };
        const options = { actor, root: 'new', key };
        const { organizationId } = await run(foundOrganization, input, options);
        const flash = { tone: 'go', title: words.founded(name), text: words.foundedText } as const;
        return redirectWithFlash(context, `/organizations/${organizationId}`, flash);
      },
      {
        refusedTitle: words.notFounded,
        check: ({ name, country }) => profileProblems({ name, country: country ?? null }),
      },
    ),
  );
}

const KINDS = ORGANIZATION_KINDS.map((kind) => ({ value: kind, ...words.kinds[kind] }));

export default function FoundOrganizationPage({ loaderData, actionData }: Route.ComponentProps) {
  const crumbs = [{ href: '/organizations', label: words.title }];
  return (
    <WorkPage head={<PageHead crumbs={crumbs} title={words.foundTitle} />}>
      <div className="grid gap-6">
        <p className="text-muted max-w-[62ch]">{words.foundLead}</p>
        <Form problems={actionData}>
          <TextField name="name" label={words.name} autoComplete="organization" />
          <RadioGroup name="kind" label={words.kind} options={KINDS} />
          <Select
            name="country"
            label={words.country}
            options={loaderData.countries}
            blank={text.settings.profile.noCountry}
            optional
          />
          <TextArea name="about" label={words.about} optional />
          <SubmitButton>{words.foundSubmit}</SubmitButton>
        </Form>
      </div>
    </WorkPage>
  );
}
