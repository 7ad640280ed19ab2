import { ConfirmAct } from '#web/accounts/confirm-act.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.organizations.members;

export function Leave({ problems }: { problems: Problems | undefined }) {
  return (
    <ConfirmAct
      label={words.leave}
      question={words.leaveQuestion}
      submit={words.leaveSubmit}
      intent="leave"
      problems={problems}
    />
  );
}
