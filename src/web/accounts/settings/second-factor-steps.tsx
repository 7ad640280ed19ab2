import { ShownOnce } from '#web/accounts/shown-once.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';

const words = text.settings.twoFactor;

type Told = { problems: Problems | undefined };

export function StartFactor({ problems }: Told) {
  return (
    <>
      <p className="max-w-[62ch]">
        {words.offText} {words.startLead}
      </p>
      <Form intent="start" problems={problems}>
        <PasswordField />
        <SubmitButton>{words.start}</SubmitButton>
      </Form>
    </>
  );
}

export function ScanCode({
  uri,
  svg,
  secret,
  problems,
}: Told & { uri: string; svg: string; secret: string }) {
  return (
    <Section id="scan" title={words.scanTitle}>
      <p className="mt-1">{words.scanLead}</p>
      <div
        className="mt-4 w-56 max-w-full border border-edge rounded-box overflow-hidden bg-white"
        role="img"
        aria-label={words.qr}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from squares alone
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <p className="mt-4 text-sm text-muted">{words.byHand}</p>
      <p className="mt-1 font-mono break-all">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <Form intent="confirm" problems={problems} className="mt-6 grid gap-5">
        <input type="hidden" name="uri" value={uri} />
        <TextField
          name="totp"
          label={words.code}
          hint={text.accounts.twoFactor.codeHint}
          autoComplete="one-time-code"
          inputMode="numeric"
        />
        <SubmitButton>{words.confirm}</SubmitButton>
      </Form>
    </Section>
  );
}

export function RecoveryCodes({ codes, renewed }: { codes: readonly string[]; renewed: boolean }) {
  return (
    <>
      <p className="font-medium">{renewed ? words.renewed : words.turnedOn}</p>
      <ShownOnce
        id="recovery-codes"
        title={words.codesTitle}
        about={words.codesText}
        done={{ href: '/settings/security', label: words.codesDone }}
      >
        <ul className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono max-w-xs">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </ShownOnce>
    </>
  );
}

export function ManageFactor({ problems }: Told) {
  return (
    <>
      <Section id="renew" title={words.renew}>
        <p className="mt-1 mb-4">{words.renewText}</p>
        <Form intent="renew" problems={problems}>
          <PasswordField />
          <SubmitButton look="quiet">{words.renewSubmit}</SubmitButton>
        </Form>
      </Section>
      <Section id="off" title={words.turnOff}>
        <p className="mt-1 mb-4">{words.turnOffText}</p>
        <Form intent="off" problems={problems}>
          <PasswordField />
          <SubmitButton look="grave">{words.turnOffSubmit}</SubmitButton>
        </Form>
      </Section>
    </>
  );
}

function PasswordField() {
  return (
    <TextField
      name="password"
      label={words.password}
      type="password"
      autoComplete="current-password"
    />
  );
}
