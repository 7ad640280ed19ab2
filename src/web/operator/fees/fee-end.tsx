import { z } from 'zod';
import { refuse } from '#domain/kernel/refusal.ts';
import { endFeeRule } from '#domain/market/commands/end-fee-rule.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { type FeeRuleRow, feeRuleList } from '#domain/market/queries/fee-rule-list.ts';
import { operatorOnly } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { OperatorArea, placeCrumb } from '../area.tsx';
import type { Route } from './+types/fee-end.ts';
import { shareWords } from './fee-words.ts';

const words = text.operator.fees.ending;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(text.operator.places.fees) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, now } = operatorOnly(context);
  const rules = await feeRuleList(readDb, now);
  const rule = rules.find((one) => one.id === params.id);
  if (rule === undefined || rule.state === 'ended')
    return refuse('not_found', { thing: 'fee rule' });
  return { rule, next: nextOf(rules, rule, now) };
}

/** The rule that takes the place of this one: of its currency first, then one for all of them. */
function nextOf(rules: readonly FeeRuleRow[], ended: FeeRuleRow, now: Date): FeeRuleRow | null {
  const { contractKind, payer, currency } = ended;
  const left = rules.filter((one) => {
    const open = one.endsAt === null || one.endsAt > now;
    const same = one.contractKind === contractKind && one.payer === payer;
    return one.id !== ended.id && same && open && one.startsAt <= now;
  });
  const own = left.find((one) => one.currency === currency);
  return own ?? left.find((one) => one.currency === null) ?? null;
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = operatorOnly(context);
  return actOn(
    request,
    formCase(
      z.object({}),
      async (_none, key) => {
        const options = { actor, root: MARKET_ROOT, key };
        const { withdrawn, seq } = await run(endFeeRule, { ruleId: params.id }, options);
        return redirectWithFlash(context, '/operator/fees', {
          tone: 'go',
          title: withdrawn ? words.takenBack : words.done,
          evidence: { href: eventNumberHref(MARKET_ROOT, seq), label: text.parts.event(seq) },
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function FeeEnd({ loaderData, actionData }: Route.ComponentProps) {
  const { rule, next } = loaderData;
  const { contractKinds, payers, allCurrencies } = text.operator.fees;
  const kind = contractKinds[rule.contractKind].toLowerCase();
  const what = `${kind}, ${payers[rule.payer].toLowerCase()}, ${shareWords(rule, rule.currency)}`;
  const coming = rule.state === 'coming';
  return (
    <OperatorArea
      place="fees"
      title={coming ? words.takeBackTitle(what) : words.title(what)}
      crumbs={[placeCrumb('fees')]}
      facts={[rule.currency ?? allCurrencies]}
    >
      <div className="grid gap-4 max-w-[62ch]">
        {coming ? (
          <p>{words.takeBackText}</p>
        ) : (
          <p>
            {words.text}{' '}
            <b>
              {next === null
                ? words.nothing
                : words.instead(shareWords(next, next.currency), next.currency ?? allCurrencies)}
            </b>
            .
          </p>
        )}
        <div className="flex flex-wrap gap-3 items-start">
          <Form problems={actionData}>
            <SubmitButton look="grave">{coming ? words.takeBack : words.act}</SubmitButton>
          </Form>
          <a className="btn" href="/operator/fees">
            {words.keep}
          </a>
        </div>
      </div>
    </OperatorArea>
  );
}
