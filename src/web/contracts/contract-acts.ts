/** The answers that the page of a contract itself takes: to its offer, its changes, its ending. */
import { z } from 'zod';
import { answerChange, type ChangeAnswer } from '#domain/contracts/commands/answer-change.ts';
import { answerEnding } from '#domain/contracts/commands/answer-ending.ts';
import { declineOffer, withdrawOffer } from '#domain/contracts/commands/close-offer.ts';
import { signContract } from '#domain/contracts/commands/sign-contract.ts';
import { contractPage } from '#domain/contracts/queries/contract-page.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, type FormCase, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import type { Route } from './+types/contract.ts';
import { peopleOf, sumIn } from './contract-view.ts';

type Args = Route.ActionArgs;
type Done = { title: string; text: string };

const LONGEST_NOTE = 2_000;
const noteSchema = z.object({ note: z.string().max(LONGEST_NOTE).optional() });
const changeSchema = z.object({ changeId: z.uuid() });
const endingSchema = z.object({ endingId: z.uuid() });

export async function contractActs(args: Args) {
  return actOnIntent(args.request, {
    sign: signCase(args),
    decline: closeCase(args, declineOffer, text.contracts.offer.declined),
    'withdraw-offer': closeCase(args, withdrawOffer, text.contracts.offer.withdrawn),
    'change-agree': changeCase(args, 'agree'),
    'change-refuse': changeCase(args, 'refuse'),
    'change-withdraw': changeCase(args, 'withdraw'),
    'ending-agree': endingCase(args, 'agree'),
    'ending-refuse': endingCase(args, 'refuse'),
    'ending-withdraw': endingCase(args, 'withdraw'),
  });
}

function signCase(args: Args): FormCase {
  const { run, actor, readDb } = signedIn(args.context);
  const words = text.contracts.offer;
  return formCase(
    z.object({}),
    async (_value, key) => {
      const contractId = args.params.id;
      const page = await contractPage(readDb, actor, contractId);
      const hourly = page.contract.pricing === 'hourly';
      const says = hourly ? words.signedHourlyText : words.signedText(peopleOf(page).client.name);
      const { seq } = await run(signContract, { contractId }, { actor, root: contractId, key });
      return done(args, seq, { title: words.signed, text: says });
    },
    { refusedTitle: words.refused },
  );
}

function closeCase(args: Args, command: typeof declineOffer, title: string): FormCase {
  const { run, actor } = signedIn(args.context);
  const words = text.contracts.offer;
  return formCase(
    noteSchema,
    async ({ note }, key) => {
      const contractId = args.params.id;
      const input = note === undefined ? { contractId } : { contractId, note };
      const { seq } = await run(command, input, { actor, root: contractId, key });
      return done(args, seq, { title, text: words.declinedText });
    },
    { refusedTitle: words.refused },
  );
}

function changeCase(args: Args, answer: ChangeAnswer): FormCase {
  const { run, actor } = signedIn(args.context);
  const { change } = text.contracts;
  const titles = { agree: change.agreed, refuse: change.refusedDone, withdraw: change.withdrawn };
  return formCase(
    changeSchema,
    async ({ changeId }, key) => {
      const input = { changeId, contractId: args.params.id, answer };
      const { seq } = await run(answerChange, input, { actor, root: changeId, key });
      return done(args, seq, { title: titles[answer], text: change.doneNothing });
    },
    { refusedTitle: change.refused },
  );
}

function endingCase(args: Args, answer: ChangeAnswer): FormCase {
  const { run, actor, readDb } = signedIn(args.context);
  const { ending } = text.contracts;
  const titles = { agree: ending.agreed, refuse: ending.refusedDone, withdraw: ending.withdrawn };
  return formCase(
    endingSchema,
    async ({ endingId }, key) => {
      const contractId = args.params.id;
      const page = await contractPage(readDb, actor, contractId);
      const input = { endingId, contractId, answer };
      const { seq } = await run(answerEnding, input, { actor, root: endingId, key });
      const lines = page.ending?.lines ?? [];
      const divided = lines.reduce(
        (sum, one) => sum + one.toFreelancerMinor + one.toClientMinor,
        0n,
      );
      const agreed = ending.agreedText(sumIn(page, divided));
      const says = answer === 'agree' ? agreed : ending.stays;
      return done(args, seq, { title: titles[answer], text: says });
    },
    { refusedTitle: ending.refused },
  );
}

function done({ context, params }: Args, seq: number, words: Done): Response {
  return redirectWithFlash(context, `/contracts/${params.id}`, {
    tone: 'go',
    ...words,
    evidence: { href: eventNumberHref(params.id, seq), label: text.parts.event(seq) },
  });
}
