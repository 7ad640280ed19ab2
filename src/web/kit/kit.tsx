import { text } from '#web/text/catalogue.ts';
import { renderMarkdown } from '#web/ui/markdown.ts';
import type { Route } from './+types/kit.ts';
import { FeedbackParts } from './feedback-parts.tsx';
import { FormParts } from './form-parts.tsx';
import { LookParts } from './look-parts.tsx';
import { MoneyParts } from './money-parts.tsx';
import { TableParts } from './table-parts.tsx';

export function meta() {
  return [{ title: text.site.title(text.kit.title) }];
}

export function loader() {
  return { html: renderMarkdown(text.kit.text.source) };
}

/** Every part once, as it is to be used. */
export default function Kit({ loaderData }: Route.ComponentProps) {
  return (
    <div className="wrap pt-6">
      <h1 className="text-2xl">{text.kit.title}</h1>
      <p className="mt-2 mb-6 text-muted max-w-[62ch]">{text.kit.lead}</p>
      <LookParts />
      <MoneyParts />
      <TableParts />
      <FormParts />
      <FeedbackParts html={loaderData.html} />
    </div>
  );
}
