import type { ReactNode } from 'react';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { categoryName, changed, freelancersHref, skillName } from './freelancers-asked.ts';
import type { FreelancersFound } from './freelancers-found.ts';
import type { Asked } from './read-tolerantly.ts';

const words = text.directory.search;

/** How the words were read, where they were read otherwise than written, and the way around it. */
export function HowUnderstood({ found }: { found: FreelancersFound }) {
  const { understood, question, categories, currency, wrong } = found;
  const asked = question.text ?? '';
  const as = [
    ...(understood.category === undefined
      ? []
      : [words.understoodCategory(categoryName(categories, understood.category))]),
    ...understood.skills.map((slug) => words.understoodSkill(skillName(categories, slug))),
  ];
  const exact = (
    <a className="lk" href={freelancersHref(exactly(question), currency)} rel="nofollow">
      {words.exact}
    </a>
  );
  const { corrected } = understood;
  return (
    <>
      <LeftOut wrong={wrong} />
      {corrected !== undefined && (
        <Line>
          <Phrase says={words.corrected} values={{ words: <b>{corrected}</b>, asked }} /> {exact}
        </Line>
      )}
      {as.length > 0 && (
        <Line>
          <Phrase says={words.understood} values={{ what: as.join(words.and) }} />{' '}
          {corrected === undefined && exact}
        </Line>
      )}
    </>
  );
}

/** What an address asked that nothing could answer. */
export function LeftOut({ wrong }: { wrong: Asked<unknown>['wrong'] }) {
  return wrong.map(({ name, says }) => (
    <Line key={name}>
      <Note tone="hold" icon="circle-alert">
        {words.left[name as keyof typeof words.left] ?? name}: {says.replace(/\.$/, '')}.{' '}
        {words.leftOut}
      </Note>
    </Line>
  ));
}

/** Words in quotation marks are looked for as they stand. */
function exactly(question: FreelancersFound['question']) {
  const plain = (question.text ?? '').replaceAll('"', '').trim();
  return changed(question, { text: `"${plain}"` });
}

function Line({ children }: { children: ReactNode }) {
  return <div className="mt-3 text-sm max-w-3xl">{children}</div>;
}
