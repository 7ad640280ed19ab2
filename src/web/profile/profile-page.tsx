import { z } from 'zod';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { COUNTRIES } from '#domain/accounts/country.ts';
import { may } from '#domain/accounts/permission.ts';
import { TIME_ZONES } from '#domain/accounts/profile.ts';
import { movePortfolioItem } from '#domain/directory/commands/change-portfolio-item.ts';
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { listFreelancer, unlistFreelancer } from '#domain/directory/commands/list-freelancer.ts';
import { locateAgency } from '#domain/directory/commands/locate-agency.ts';
import { LANGUAGES } from '#domain/directory/language.ts';
import { ownFreelancer } from '#domain/directory/queries/own-freelancer.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { type FormCase, formCase } from '#web/form-act.ts';
import { readForm } from '#web/form-data.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import type { Route } from './+types/profile-page.ts';
import { Cannot, whyNot } from './cannot.tsx';
import { CompletenessMeter, NextStep } from './completeness-meter.tsx';
import { ListingPanel } from './listing-panel.tsx';
import { Offer } from './offer.tsx';
import { PortfolioList } from './portfolio-list.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { editOf, languageLines, profileForm, profileValues } from './profile-form.ts';

const words = text.profile;
const HERE = '/profile';

export const handle: PageHandle = { nav: 'freelancers' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, viewer } = signedIn(context);
  const own = await ownFreelancer(readDb, actor);
  const { profile, currency } = own;
  // Who never said a zone of its work is asked about the one of its account, and where that was
  // never said either, its country says it.
  const zone = own.page === null ? viewer.timeZone : profile.timeZone;
  const unsaid = own.page === null && zone === 'UTC';
  return {
    own: { ...own, page: null, written: own.page !== null },
    offer: {
      categories: own.page?.categories ?? [],
      skills: own.page?.skills ?? [],
    },
    values: profileValues(
      { ...profile, timeZone: unsaid ? '' : zone },
      { currency, country: own.country },
    ),
    lines: languageLines(profile),
    self: actor.role === 'self',
    cannot: whyNot(own.organizationKind, may(actor, 'propose')),
    timeZones: [...new Set([zone, ...TIME_ZONES])].map((value) => ({
      value,
      label: value.replaceAll('_', ' '),
    })),
    countries: COUNTRIES.map(({ code, name }) => ({ value: code, label: name })),
    languages: LANGUAGES.map(({ code, name }) => ({ value: code, label: name })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request);
  const intent = String(form.get('_intent') ?? '');
  const acts = casesOf(context);
  if (intent === 'list') return acts.list.act(form);
  if (intent === 'unlist') return acts.unlist.act(form);
  return form.has('move') ? acts.move.act(form) : acts.save.act(form);
}

function casesOf(context: Route.ActionArgs['context']) {
  const { run, readDb, actor } = signedIn(context);
  const options = (key: string) => ({ actor, root: actor.partyId, key });
  const evidence = (seq: number) => ({
    href: eventNumberHref(actor.partyId, seq),
    label: text.parts.event(seq),
  });
  const { listing, form: saving, portfolio } = words;
  const refused = { refusedTitle: listing.refused };
  return {
    save: formCase(
      profileForm,
      async (form, key) => {
        const { currency, country } = await ownFreelancer(readDb, actor);
        const edit = editOf(form, currency);
        const moved = (form.country ?? null) !== country;
        if (moved) await nameCountry(context, form.country, key);
        const { seq } = await run(editFreelancer, edit, options(key));
        return redirectWithFlash(context, HERE, {
          tone: 'go',
          title: seq === null && !moved ? saving.same : saving.saved,
          ...(seq === null ? {} : { evidence: evidence(seq) }),
        });
      },
      { refusedTitle: saving.refused },
    ),
    list: formCase(
      z.object({}),
      async (_nothing, key) => {
        const { seq } = await run(listFreelancer, {}, options(key));
        const { listedNow: title, listedText } = listing;
        const flash = { tone: 'go', title, text: listedText, evidence: evidence(seq) } as const;
        return redirectWithFlash(context, HERE, flash);
      },
      refused,
    ),
    unlist: formCase(
      z.object({}),
      async (_nothing, key) => {
        const { seq } = await run(unlistFreelancer, {}, options(key));
        const flash = { tone: 'go', title: listing.unlistedNow, evidence: evidence(seq) } as const;
        return redirectWithFlash(context, HERE, flash);
      },
      refused,
    ),
    move: formCase(
      z.object({ itemId: z.string(), move: z.enum(['up', 'down']) }),
      async ({ itemId, move: to }, key) => {
        await run(movePortfolioItem, { itemId, to }, options(key));
        return redirectWithFlash(context, `${HERE}#portfolio`, {
          tone: 'go',
          title: portfolio.moved,
        });
      },
      refused,
    ),
  } satisfies Record<string, FormCase>;
}

/** A country belongs to the account of a member, and to an agency itself. */
async function nameCountry(
  context: Route.ActionArgs['context'],
  country: string | undefined,
  key: string,
): Promise<void> {
  const { run, actor } = signedIn(context);
  const options = { actor, root: actor.partyId, key: `${key}-country` };
  const input = { country: country ?? null };
  if (actor.role === 'self') await run(changeProfile, input, options);
  else await run(locateAgency, input, options);
}

export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { own, cannot, self, values, offer } = loaderData;
  const { completeness, name, portfolio } = own;
  const listed = own.listedAt !== null;
  if (cannot === 'client') return <Cannot why={cannot} />;
  return (
    <WorkPage
      head={
        <PageHead
          title={words.finding(completeness.points)}
          state={<StateBadge {...(listed ? words.listed : words.unlisted)} boxed />}
          facts={[
            words.forParty(name),
            ...(completeness.next === null
              ? []
              : [<NextStep key="next" part={completeness.next} />]),
          ]}
          acts={
            own.written && (
              <a className="btn" href={`/freelancers/${own.id}`}>
                {words.preview}
              </a>
            )
          }
        />
      }
      aside={
        <>
          <CompletenessMeter completeness={completeness} />
          {cannot === null && (
            <ListingPanel listed={listed} missing={completeness.missing} problems={actionData} />
          )}
        </>
      }
      asideLabel={words.meter.title}
    >
      {cannot !== null && <Cannot why={cannot} />}
      <Apart self={self} />
      <Offer {...offer} mayChange={cannot === null} />
      {cannot === null && (
        <>
          <Section id="words" title={words.form.title}>
            <Form problems={actionData} values={values} className="grid gap-5 mt-4">
              <ProfileFields
                currency={own.currency}
                countries={loaderData.countries}
                timeZones={loaderData.timeZones}
                languages={loaderData.languages}
                lines={loaderData.lines}
              />
              <SubmitButton>{words.form.submit}</SubmitButton>
            </Form>
          </Section>
          <PortfolioList items={portfolio} />
        </>
      )}
    </WorkPage>
  );
}

/** How this differs from what a member says about itself. */
function Apart({ self }: { self: boolean }) {
  if (!self) return <p className="max-w-[62ch]">{words.apartAgency}</p>;
  return (
    <p className="max-w-[62ch]">
      {words.apart}{' '}
      <a className="lk" href="/settings">
        {words.apartLink}
      </a>
      .
    </p>
  );
}
