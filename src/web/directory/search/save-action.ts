/** Keeps the question of a list's address. Server only. */
import { z } from 'zod';
import { saveSearch } from '#domain/directory/commands/save-search.ts';
import type { SearchKind } from '#domain/directory/saved-search.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.directory.save;

type Context = Parameters<typeof signedIn>[0];

const schema = z.object({ name: z.string().max(80), alerts: z.enum(['yes']).optional() });

export async function saveAction(context: Context, request: Request, kind: SearchKind) {
  const { run, actor } = signedIn(context);
  const { pathname, search, searchParams } = new URL(request.url);
  searchParams.delete('cursor');
  const save = formCase(
    schema,
    async ({ name, alerts }, key) => {
      const query = searchParams.toString();
      const input = { kind, name, query, alerts: alerts === 'yes' };
      await run(saveSearch, input, { actor, root: actor.memberId, key });
      return redirectWithFlash(context, pathname + search, {
        tone: 'go',
        title: words.done(name),
        text: alerts === 'yes' ? words.doneAlerts : words.doneQuiet,
        evidence: { href: '/saved-searches', label: text.directory.saved.title },
      });
    },
    { refusedTitle: words.refused },
  );
  return actOnIntent(request, { save });
}
