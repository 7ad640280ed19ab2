import { z } from 'zod';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { COUNTRIES } from '#domain/accounts/country.ts';
import { PROFILE_LIMITS, THEMES, TIME_ZONES } from '#domain/accounts/profile.ts';
import { profileOf } from '#domain/accounts/queries/profile.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { themeCookie, themeOf } from '#web/theme-cookie.ts';
import { CheckBox, RadioGroup, Select } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import type { Route } from './+types/profile-page.ts';
import { SettingsPage } from './settings-page.tsx';

const words = text.settings.profile;

export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  return {
    profile: await profileOf(readDb, actor.memberId),
    countries: COUNTRIES.map(({ code, name }) => ({ value: code, label: name })),
    timeZones: TIME_ZONES.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  };
}

const schema = z.object({
  name: z.string().max(PROFILE_LIMITS.nameChars),
  country: z.string().optional(),
  headline: z.string().max(PROFILE_LIMITS.headlineChars).optional(),
  about: z.string().max(PROFILE_LIMITS.aboutChars).optional(),
  timeZone: z.string(),
  theme: z.enum(THEMES),
  mailNotices: z.literal('yes').optional(),
});

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  return actOn(
    request,
    formCase(
      schema,
      async ({ country, headline, about, mailNotices, ...rest }, key) => {
        const profile = {
          ...rest,
          country: country ?? null,
          headline: headline ?? '',
          about: about ?? '',
          mailNotices: mailNotices === 'yes',
        };
        const { changed } = await run(changeProfile, profile, {
          actor,
          root: actor.memberId,
          key,
        });
        const title = changed.length === 0 ? words.same : words.saved;
        const response = redirectWithFlash(context, '/settings', { tone: 'go', title });
        response.headers.append('Set-Cookie', themeCookie(themeOf(rest.theme)));
        return response;
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { profile, countries, timeZones } = loaderData;
  const values = {
    ...profile,
    country: profile.country ?? '',
    mailNotices: profile.mailNotices ? 'yes' : '',
    createdAt: undefined,
  };
  return (
    <SettingsPage place="profile" title={words.title} lead={words.lead}>
      <Form problems={actionData} values={values}>
        <TextField name="name" label={words.name} autoComplete="name" />
        <Select
          name="country"
          label={words.country}
          hint={words.countryHint}
          options={countries}
          blank={words.noCountry}
          optional
        />
        <TextField name="headline" label={words.headline} hint={words.headlineHint} optional wide />
        <TextArea name="about" label={words.about} hint={words.aboutHint} optional />
        <Select
          name="timeZone"
          label={words.timeZone}
          hint={words.timeZoneHint}
          options={timeZones}
        />
        <RadioGroup
          name="theme"
          label={words.theme}
          options={THEMES.map((theme) => ({ value: theme, label: words.themes[theme] }))}
        />
        <CheckBox name="mailNotices" label={words.mailNotices} />
        <p className="text-sm text-muted">{words.email(profile.email)}</p>
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </SettingsPage>
  );
}
