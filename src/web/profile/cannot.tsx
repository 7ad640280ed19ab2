import { text } from '#web/text/catalogue.ts';
import { EmptyState } from '#web/ui/panel.tsx';

const words = text.profile.cannot;

/** Why this party's profile is not written here: it sells nothing, or the role may not. */
export type WhyNot = 'client' | 'role' | null;

export function whyNot(organizationKind: string | null, mayPropose: boolean): WhyNot {
  if (organizationKind === 'client') return 'client';
  return mayPropose ? null : 'role';
}

export function Cannot({ why }: { why: Exclude<WhyNot, null> }) {
  if (why === 'role') {
    return (
      <EmptyState title={words.role}>
        <p>{words.roleText}</p>
      </EmptyState>
    );
  }
  return (
    <div className="wrap pt-8">
      <h1 className="text-2xl mb-5">{words.client}</h1>
      <p className="max-w-[62ch]">{words.clientText}</p>
      <p className="mt-4">
        <a className="btn" href="/organizations">
          {words.clientAct}
        </a>
      </p>
    </div>
  );
}
