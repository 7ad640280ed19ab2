import { z } from 'zod';
import type { TaxonomyKind } from '#domain/directory/commands/change-taxonomy.ts';
import type { operatorOnly } from '#web/context.ts';
import { formCase } from '#web/form-act.ts';
import { readForm } from '#web/form-data.ts';
import { text } from '#web/text/catalogue.ts';
import { actOnTaxonomy } from './act-on-taxonomy.ts';

type Context = Parameters<typeof operatorOnly>[0];

const rowAct = z.object({ act: z.enum(['restore', 'up', 'down']), slug: z.string() });

/** The acts that the rows of a list have: they come back to it. */
export async function actOnRow(
  context: Context,
  request: Request,
  { kind, to }: { kind: TaxonomyKind; to: string },
) {
  const only = formCase(
    rowAct,
    ({ act, slug }, key) => actOnTaxonomy(context, { kind, act, slug }, { to, key }),
    {
      refusedTitle: text.taxonomy.form.refused,
    },
  );
  return only.act(await readForm(request));
}
