import type { Scope } from '#domain/kernel/actor.ts';
import { ShownOnce } from '#web/accounts/shown-once.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { CheckGroup, Select } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';

const words = text.settings.apiKeys;

const LIVES = [
  { value: '30', label: words.lives[30] },
  { value: '90', label: words.lives[90] },
  { value: '365', label: words.lives[365] },
  { value: '0', label: words.lives[0] },
];

export function MakeKey({
  scopes,
  party,
  problems,
}: {
  scopes: readonly Scope[];
  party: string;
  problems: Problems | undefined;
}) {
  return (
    <Section id="make" title={words.makeTitle}>
      <p className="mt-1 mb-4 text-muted">{words.makeFor(party)}</p>
      <Form intent="make" problems={problems} values={{ 'scopes[]': ['read'], days: '90' }}>
        <TextField name="name" label={words.name} hint={words.nameHint} autoComplete="off" />
        <CheckGroup
          name="scopes[]"
          label={words.scopes}
          options={scopes.map((scope) => ({ value: scope, ...words.scope[scope] }))}
        />
        <Select name="days" label={words.ends} options={LIVES} />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Section>
  );
}

export function MadeKey({ secret, name }: { secret: string; name: string }) {
  return (
    <ShownOnce
      id="made-key"
      title={`${words.madeTitle}: ${name}`}
      about={words.madeText}
      done={{ href: '/settings/api-keys', label: words.madeDone }}
    >
      <textarea
        className="textarea w-full min-h-0 font-mono break-all"
        aria-label={words.madeLabel}
        rows={2}
        value={secret}
        readOnly
      />
    </ShownOnce>
  );
}
