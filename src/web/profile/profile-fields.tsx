import { AVAILABILITIES, LANGUAGE_LEVELS } from '#domain/directory/freelancer-profile.ts';
import { text } from '#web/text/catalogue.ts';
import { CheckBox, type Option, RadioGroup, Select } from '#web/ui/form/choice-fields.tsx';
import { MoneyField, NumberField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';

const words = text.profile;
const fields = words.form;

/** The sections of the form: in words, rate, time and place, languages. */
export function ProfileFields({
  currency,
  countries,
  timeZones,
  languages,
  lines,
}: {
  currency: string;
  countries: readonly Option[];
  timeZones: readonly Option[];
  languages: readonly Option[];
  /** How many lines for languages. */
  lines: number;
}) {
  return (
    <>
      <h3 className="font-semibold">{fields.words}</h3>
      <TextField name="headline" label={fields.headline} hint={fields.headlineHint} wide />
      <TextArea name="about" label={fields.about} hint={fields.aboutHint} rows={9} />
      <h3 className="font-semibold mt-3">{fields.rate}</h3>
      <div className="grid gap-5 sm:grid-cols-2 max-w-2xl items-end">
        <MoneyField
          name="rateLow"
          label={fields.rateLow}
          hint={fields.rateLowHint}
          currency={currency}
        />
        <MoneyField
          name="rateHigh"
          label={fields.rateHigh}
          hint={fields.rateHighHint}
          currency={currency}
          optional
        />
      </div>
      <h3 className="font-semibold mt-3">{fields.time}</h3>
      <RadioGroup
        name="availability"
        label={fields.availability}
        options={AVAILABILITIES.map((value) => ({ value, ...words.availability[value] }))}
      />
      <TextField
        name="awayUntil"
        type="date"
        label={fields.awayUntil}
        hint={fields.awayUntilHint}
        optional
      />
      <NumberField name="hoursAWeek" label={fields.hoursAWeek} unit={fields.hours} optional />
      <Select
        name="country"
        label={fields.country}
        hint={fields.countryHint}
        options={countries}
        blank={fields.noCountry}
      />
      <Select
        name="timeZone"
        label={fields.timeZone}
        hint={fields.timeZoneHint}
        options={timeZones}
        blank={fields.zoneOfCountry}
      />
      <h3 className="font-semibold mt-3">{fields.languages}</h3>
      <LanguageLines languages={languages} lines={lines} />
      <CheckBox name="matchNotices" label={fields.matchNotices} hint={fields.matchNoticesHint} />
    </>
  );
}

function LanguageLines({ languages, lines }: { languages: readonly Option[]; lines: number }) {
  const levels = LANGUAGE_LEVELS.map((value) => ({ value, label: words.levels[value] }));
  return (
    <div className="grid gap-4 max-w-2xl">
      {Array.from({ length: lines }, (_, at) => (
        <div key={`language ${String(at)}`} className="grid gap-x-5 gap-y-2 sm:grid-cols-2">
          <Select
            name={`languages.${at}.code`}
            label={fields.language(at + 1)}
            options={languages}
            blank={fields.noLanguage}
            optional={at > 0}
          />
          <Select
            name={`languages.${at}.level`}
            label={fields.level(at + 1)}
            options={levels}
            blank=""
            optional={at > 0}
          />
        </div>
      ))}
    </div>
  );
}
