import { z } from 'zod';
import { changeTerms } from '#domain/market/commands/change-terms.ts';
import {
  INSTRUCTIONS_CHARS,
  MARKET_ROOT,
  MATCH_TERM_NAMES,
  MATCH_TERMS,
  type MatchTerm,
  NAME_CHARS,
  TERM_DAY_NAMES,
  TERM_DAYS,
  type TermDays,
} from '#domain/market/market.ts';
import { termsNow } from '#domain/market/queries/terms.ts';
import { operatorOnly } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import type { Route } from './+types/terms.ts';
import { OperatorArea } from './area.tsx';

const words = text.operator.terms;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(text.operator.places.terms) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb } = operatorOnly(context);
  return { terms: await termsNow(readDb) };
}

const days = (name: TermDays) =>
  z.coerce.number().int().min(TERM_DAYS[name].least).max(TERM_DAYS[name].most);

const matchTerm = (name: MatchTerm) =>
  z.coerce.number().int().min(MATCH_TERMS[name].least).max(MATCH_TERMS[name].most);

const schema = z.object({
  name: z.string().max(NAME_CHARS),
  bankInstructions: z.string().max(INSTRUCTIONS_CHARS).default(''),
  acceptanceDays: days('acceptanceDays'),
  securityDays: days('securityDays'),
  offerDays: days('offerDays'),
  projectDays: days('projectDays'),
  feedbackDays: days('feedbackDays'),
  matchesPerProject: matchTerm('matchesPerProject'),
  matchesPerWeek: matchTerm('matchesPerWeek'),
  newcomerPercent: matchTerm('newcomerPercent'),
});

export async function action({ request, context }: Route.ActionArgs) {
  const { run, actor } = operatorOnly(context);
  return actOn(
    request,
    formCase(
      schema,
      async (input, key) => {
        const { changed, seq } = await run(changeTerms, input, { actor, root: MARKET_ROOT, key });
        const here = '/operator/terms';
        if (seq === null)
          return redirectWithFlash(context, here, { tone: 'hold', title: words.same });
        return redirectWithFlash(context, here, {
          tone: 'go',
          title: words.done(changed.map((name) => words.names[name] ?? name).join(', ')),
          text: words.doneText,
          evidence: { href: eventNumberHref(MARKET_ROOT, seq), label: text.parts.event(seq) },
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function Terms({ loaderData, actionData }: Route.ComponentProps) {
  const { terms } = loaderData;
  return (
    <OperatorArea place="terms" title={words.title}>
      <div>
        <p className="mb-5">{words.lead}</p>
        <Form problems={actionData} values={terms}>
          <TextField name="name" label={words.name} hint={words.nameHint} maxLength={NAME_CHARS} />
          {TERM_DAY_NAMES.map((name) => (
            <NumberField key={name} name={name} {...words.words[name]} unit={words.days} />
          ))}
          {MATCH_TERM_NAMES.map((name) => (
            <NumberField key={name} name={name} {...words.matchWords[name]} />
          ))}
          <TextArea
            name="bankInstructions"
            label={words.bankInstructions}
            hint={words.bankHint}
            optional
            maxLength={INSTRUCTIONS_CHARS}
          />
          <SubmitButton>{words.save}</SubmitButton>
        </Form>
      </div>
    </OperatorArea>
  );
}
