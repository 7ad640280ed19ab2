/** What the client does with the list of a project. Server only. */
import { z } from 'zod';
import { addMatch } from '#domain/matching/commands/add-match.ts';
import { removeMatch } from '#domain/matching/commands/remove-match.ts';
import { sendMatches } from '#domain/matching/commands/send-matches.ts';
import { inviteAddress } from '#domain/projects/commands/invite-address.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { PROJECT_LIMITS } from '#domain/projects/project-terms.ts';
import { findOwnProject } from '#domain/projects/queries/find-project.ts';
import { signedIn, type web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, type FormCase, formCase } from '#web/form-act.ts';
import { showDone } from '#web/projects/acted-on.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.matching.done;

type Context = Parameters<typeof web>[0];

const one = z.object({ freelancerId: z.string(), name: z.string().default('') });
const asked = z.object({
  freelancerId: z.string().default(''),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  note: z.string().max(PROJECT_LIMITS.invitationNoteChars).optional(),
});

export async function matchActs(context: Context, request: Request, projectId: string) {
  return actOnIntent(request, {
    '': inviteByName(context, projectId),
    add: changeList(context, projectId, 'add'),
    remove: changeList(context, projectId, 'remove'),
    send: sendList(context, projectId),
  });
}

function inviteByName(context: Context, projectId: string): FormCase {
  const { run, actor, readDb, config } = signedIn(context);
  const { done, invite } = text.projects;
  return formCase(
    asked,
    async ({ freelancerId, email, note = '' }, key) => {
      const { state } = await findOwnProject(readDb, actor, projectId);
      const options = { actor, root: projectId, key };
      const linkStart = `${config.url}/projects/`;
      const { seq, name } =
        email === ''
          ? await run(inviteFreelancer, { projectId, freelancerId, note }, options)
          : await run(inviteAddress, { projectId, email, note, linkStart }, options);
      const says = state === 'draft' ? done.invitedDraft : done.invitedText;
      const told = { seq, title: done.invited(name), text: says };
      return showDone(context, { to: `/projects/${projectId}`, projectId, done: told });
    },
    { refusedTitle: invite.refused },
  );
}

function changeList(context: Context, projectId: string, act: 'add' | 'remove'): FormCase {
  const { run, actor } = signedIn(context);
  const to = `/projects/${projectId}/invite`;
  return formCase(one, async ({ freelancerId, name }, key) => {
    // The page has a form like this for everybody on it.
    const options = { actor, root: projectId, key: `${key}-${freelancerId.slice(-12)}` };
    const command = act === 'add' ? addMatch : removeMatch;
    const { seq } = await run(command, { projectId, freelancerId }, options);
    const title = act === 'add' ? words.added(name) : words.removed(name);
    if (seq === null) return redirectWithFlash(context, to, { tone: 'go', title });
    const more = act === 'add' ? { text: words.addedText } : {};
    return showDone(context, { to, projectId, done: { seq, title, ...more } });
  });
}

function sendList(context: Context, projectId: string): FormCase {
  const { run, actor } = signedIn(context);
  return formCase(z.object({}), async (_nothing, key) => {
    const { told, held } = await run(sendMatches, { projectId }, { actor, root: projectId, key });
    return redirectWithFlash(context, `/projects/${projectId}/invite`, {
      tone: 'go',
      title: words.sent(told.length),
      ...(held.length > 0 && { text: words.held(held.length) }),
      evidence: { href: `/projects/${projectId}#happened`, label: words.all },
    });
  });
}
