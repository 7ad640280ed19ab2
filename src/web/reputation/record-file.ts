import { redirect } from 'react-router';
import { z } from 'zod';
import { signRecord } from '#domain/reputation/commands/sign-record.ts';
import { createRecordSigner } from '#platform/keys/record-signer.ts';
import { signedIn } from '#web/context.ts';
import { readForm } from '#web/form-data.ts';
import type { Route } from './+types/record-file.ts';

const schema = z.object({
  side: z.enum(['freelancer', 'client']).catch('freelancer'),
  since: z.iso.date().optional().catch(undefined),
});

/** There is nothing to read here: a record is made by the form of the page. */
export async function loader() {
  return redirect('/record');
}

/** Signs the record of the party that the member acts for, and hands the file over. */
export async function action({ request, context }: Route.ActionArgs) {
  const { run, actor, config } = signedIn(context);
  const form = await readForm(request);
  const selection = schema.parse({
    side: form.get('side') ?? undefined,
    since: form.get('since') || undefined,
  });
  const signer = createRecordSigner(config.secret);
  const input = { ...selection, signer, issuer: config.url };
  const { jws } = await run(signRecord, input, { actor, root: actor.partyId });
  return new Response(`${jws}\n`, {
    headers: {
      'Content-Type': 'application/jose',
      'Content-Disposition': 'attachment; filename="record.jws"',
      'Cache-Control': 'no-store',
    },
  });
}
