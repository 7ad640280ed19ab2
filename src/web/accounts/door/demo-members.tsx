import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { Panel } from '#web/ui/panel.tsx';

const words = text.accounts.demo;

/** One button per member of the demo marketplace; drawn only where it was loaded. */
export function DemoMembers({ emails }: { emails: readonly string[] }) {
  return (
    <Panel id="demo" title={words.title}>
      <p className="mt-1 text-sm text-muted">{words.text}</p>
      <Form intent="demo" className="mt-4 grid gap-2">
        {emails.map((email) => (
          <button key={email} type="submit" name="email" value={email} className="btn">
            {words.as(words.who[email] ?? email)}
          </button>
        ))}
      </Form>
    </Panel>
  );
}
