import type { SearchKind } from '#domain/directory/saved-search.ts';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { CheckBox } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { useFrame } from '#web/ui/frame/frame.ts';
import { Icon } from '#web/ui/icon.tsx';

const words = text.directory.save;

/** Keeps the question of this address under a name; for visitors the way to an account. */
export function SaveSearch({
  kind,
  name,
  problems,
}: {
  kind: SearchKind;
  name: string;
  problems: Problems | undefined;
}) {
  const { viewer, path } = useFrame();
  if (viewer === null) {
    return (
      <p className="text-sm">
        <a className="lk" href={`/sign-in?next=${encodeURIComponent(path)}`}>
          {words.signIn}
        </a>
      </p>
    );
  }
  return (
    <details open={problems !== undefined} id="save">
      <summary className="btn w-full">
        <Icon name="bell" />
        {words.title}
      </summary>
      <div className="mt-4">
        <Form intent="save" problems={problems} values={{ name, alerts: 'yes' }}>
          <TextField name="name" label={words.name} maxLength={80} />
          <CheckBox name="alerts" label={words.alerts} hint={words.saysOf[kind]} />
          <SubmitButton look="quiet">{words.act}</SubmitButton>
        </Form>
        <p className="mt-4 text-sm">
          <a className="lk inline-block py-1" href="/saved-searches">
            {text.directory.saved.title}
          </a>
        </p>
      </div>
    </details>
  );
}
