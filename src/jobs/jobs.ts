/** Every job by its name. A name is a promise: jobs of an older version may still be waiting. */

import { endedSessions, forgetSessions } from '#domain/accounts/commands/forget-sessions.ts';
import { acceptBySilence } from '#domain/contracts/commands/accept-milestone.ts';
import { lapseOffer } from '#domain/contracts/commands/close-offer.ts';
import { warnOfAcceptance } from '#domain/contracts/commands/warn-of-acceptance.ts';
import { dueAcceptances, dueOffers, dueWarnings } from '#domain/contracts/queries/due.ts';
import { countWords } from '#domain/directory/commands/count-words.ts';
import { dropPicture } from '#domain/directory/commands/loose-picture.ts';
import { tellSavedSearch } from '#domain/directory/commands/tell-saved-search.ts';
import { loosePictures } from '#domain/directory/queries/loose-pictures.ts';
import { dueSavedSearches } from '#domain/directory/queries/saved-searches.ts';
import { dropFile } from '#domain/files/commands/drop-file.ts';
import { forgottenFiles } from '#domain/files/queries/waiting-files.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { dueEarnings, sweepEarning } from '#domain/ledger/commands/sweep-earning.ts';
import { expireProject } from '#domain/projects/commands/expire-project.ts';
import { dueProjects } from '#domain/projects/queries/due-projects.ts';
import { revealFeedback } from '#domain/reputation/commands/reveal-feedback.ts';
import { scoreParty } from '#domain/reputation/commands/score-party.ts';
import { dueScores } from '#domain/reputation/queries/due-scores.ts';
import { dueRevelations } from '#domain/reputation/queries/feedback.ts';
import { forgetKeys, homesOfOldKeys, KEYS_AT_ONCE } from '#platform/forget-keys.ts';
import { removePicture } from '#platform/picture.ts';
import { checkLedgerNow } from './check-ledger.ts';
import { decideListOf, resumeLists } from './decide-list.ts';
import { importTasksOf, resumeImports } from './import-tasks.ts';
import type { Job } from './job.ts';
import { matchProjectOf, tellMembersOf } from './react.ts';
import { refreshUsesOf } from './refresh-uses.ts';
import { noteResponseOf, scorePartiesOf } from './score.ts';
import { sweep } from './sweep.ts';
import {
  endBatches,
  endTasks,
  finishPages,
  refreshBatches,
  turnPagesOf,
  watchAssignments,
} from './task-clocks.ts';

export const JOBS = {
  'deliver-mail': async ({ mailer, now }) => mailer?.deliverDue(now()),

  'accept-silence': sweep('acceptance-clock', dueAcceptances, (act, milestoneId) =>
    act(acceptBySilence, { milestoneId }, milestoneId),
  ),
  'warn-of-acceptance': sweep('acceptance-clock', dueWarnings, (act, milestoneId) =>
    act(warnOfAcceptance, { milestoneId }, milestoneId),
  ),
  'lapse-offers': sweep('offer-clock', dueOffers, (act, contractId) =>
    act(lapseOffer, { contractId }, contractId),
  ),
  'expire-projects': sweep('project-clock', dueProjects, (act, { id }) =>
    act(expireProject, { projectId: id }, id),
  ),
  'release-earnings': sweep('earnings-clock', dueEarnings, (act, { id, contractId }) =>
    act(sweepEarning, { earningId: id }, contractId),
  ),
  'reveal-feedback': sweep('feedback-clock', dueRevelations, (act, contractId) =>
    act(revealFeedback, { contractId }, contractId),
  ),
  'drop-files': sweep('file-clock', forgottenFiles, async (act, { id }, { files }) => {
    const { dropped } = await act(dropFile, { fileId: id }, id);
    if (dropped) await files.remove(id);
  }),
  'tell-saved-searches': sweep('search-clock', dueSavedSearches, (act, { id }) =>
    act(tellSavedSearch, { searchId: id }, id),
  ),
  // The bytes first: should the server end between the two, the next sweep finds the note again.
  'drop-pictures': sweep('file-clock', loosePictures, async (act, { id, shown }, { files }) => {
    if (!shown) await removePicture(files, id);
    await act(dropPicture, { pictureId: id }, id);
  }),
  'forget-keys': sweep('key-clock', homesOfOldKeys, async (act, { id }) => {
    while ((await act(forgetKeys, null, id)).forgotten === KEYS_AT_ONCE);
  }),
  'forget-sessions': sweep('session-clock', endedSessions, (act, { id }) =>
    act(forgetSessions, null, id),
  ),

  'score-again': sweep('reputation', dueScores, (act, { partyId, side }) =>
    act(scoreParty, { partyId, side }, partyId),
  ),

  'score-parties': scorePartiesOf,
  'note-response': noteResponseOf,
  'count-words': async ({ run, now }) => {
    await run(countWords, null, { actor: systemActor('word-clock'), root: 'new', now: now() });
  },

  'watch-assignments': watchAssignments,
  'end-batches': endBatches,
  'end-tasks': endTasks,
  'finish-pages': finishPages,
  'turn-pages': turnPagesOf,
  'refresh-batches': refreshBatches,
  'import-tasks': importTasksOf,
  'resume-imports': resumeImports,
  'decide-list': decideListOf,
  'resume-lists': resumeLists,

  'tell-members': tellMembersOf,
  'refresh-uses': refreshUsesOf,
  'match-project': matchProjectOf,
  'check-ledger': checkLedgerNow,
} satisfies Record<string, Job>;

export type JobName = keyof typeof JOBS;
