import { z } from 'zod';
import { requireMember } from '#domain/accounts/permission.ts';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money } from '#web/ui/money.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import type { Route } from './+types/award.ts';
import { FeeNote, MoneySides } from './money-sides.tsx';
import { proposalSight } from './proposal-sight.ts';

const words = text.proposals.award;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.crumb) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const around = signedIn(context);
  requireMember(around.actor, 'award');
  const { proposal, side, sides, awardable } = await proposalSight(around, params.id);
  const { id, title, version, freelancerName, milestones, deliveryDays, state } = proposal;
  if (side !== 'client') refuse('not_found', { thing: 'proposal' });
  if (!awardable) refuse('wrong_state', { thing: 'proposal', state, act: 'award' });
  return { id, title, version, freelancerName, slices: milestones.length, deliveryDays, sides };
}

const schema = z.object({ version: z.coerce.number().int().positive() });

export async function action({ request, context, params }: Route.ActionArgs) {
  const around = signedIn(context);
  const proposalId = params.id;
  const award = formCase(
    schema,
    async ({ version }, key) => {
      const { run, actor } = around;
      const { proposal } = await proposalSight(around, proposalId);
      const options = { actor, root: proposalId, key };
      const { contractId, seq } = await run(awardProposal, { proposalId, version }, options);
      return redirectWithFlash(context, `/contracts/${contractId}`, {
        tone: 'go',
        title: words.done,
        text: words.doneText(proposal.freelancerName),
        evidence: { href: eventNumberHref(contractId, seq), label: text.parts.event(seq) },
      });
    },
    { refusedTitle: words.refused },
  );
  return actOn(request, award);
}

export default function Award({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, version, freelancerName, slices, deliveryDays, sides } = loaderData;
  const { preview, currency } = sides;
  const pays = { amountMinor: preview.clientPaysMinor, currency };
  const values = { name: freelancerName, sum: <Money amount={pays} /> };
  const about = [
    ...(slices > 0 ? [words.milestones(slices)] : []),
    text.proposals.page.in(deliveryDays),
    ...(version > 1 ? [text.proposals.page.version(version)] : []),
  ];
  return (
    <div className="wrap pt-8">
      <MoneyQuestion
        title={<Phrase says={words.title} values={values} />}
        lines={
          <>
            <p className="font-semibold">{title}</p>
            <p className="text-muted">{about.join(' · ')}</p>
            <MoneySides sides={sides} />
            <FeeNote />
          </>
        }
        final={<Phrase says={words.final} values={{ name: freelancerName }} />}
        acts={
          <>
            <a className="btn" href={`/proposals/${id}`}>
              {words.back}
            </a>
            <Form problems={actionData} className="contents">
              <input type="hidden" name="version" value={version} />
              <SubmitButton>{words.act(formatMoney(pays))}</SubmitButton>
            </Form>
          </>
        }
      />
    </div>
  );
}
