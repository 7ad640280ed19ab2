import { Fragment, type ReactNode } from 'react';

/** A sentence of the catalogue with its `{names}` filled in: `<Phrase says="{who} paid {sum}" …/>`. */
export function Phrase({
  says,
  values,
}: {
  says: string;
  values: Readonly<Record<string, ReactNode>>;
}) {
  const parts = says.split(/\{(\w+)\}/);
  return (
    <>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence keep their places
        <Fragment key={at}>{at % 2 === 0 ? part : (values[part] ?? null)}</Fragment>
      ))}
    </>
  );
}
