import type { ReactNode } from 'react';

type Look = 'primary' | 'quiet' | 'grave';

/** Names the outcome and, where money moves, the sum. One primary button per page or panel. */
export function SubmitButton({
  look = 'primary',
  name,
  value,
  children,
}: {
  look?: Look;
  name?: string;
  value?: string;
  children: ReactNode;
}) {
  return (
    <button type="submit" name={name} value={value} className={LOOK[look]}>
      {children}
    </button>
  );
}

const LOOK: Record<Look, string> = {
  primary: 'btn btn-primary justify-self-start',
  quiet: 'btn justify-self-start',
  grave: 'btn btn-error justify-self-start',
};
