/** What became of the demo's contracts. */
import { answerEnding } from '#domain/contracts/commands/answer-ending.ts';
import { lapseOffer } from '#domain/contracts/commands/close-offer.ts';
import { proposeChange } from '#domain/contracts/commands/propose-change.ts';
import { proposeEnding } from '#domain/contracts/commands/propose-ending.ts';
import { refundMilestone } from '#domain/contracts/commands/refund-milestone.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import type { Cast } from './cast.ts';
import { award, type Deal, play, sign } from './contracts.ts';
import { slices } from './projects.ts';
import * as ask from './requirements.ts';
import { act, dayIn, daysAgo, nth, type Stage } from './stage.ts';

export async function tellHistories(stage: Stage, cast: Cast): Promise<void> {
  await riverside(stage, cast);
  await finished(stage, cast);
  await bySilence(stage, cast);
  await split(stage, cast);
  await changing(stage, cast);
  await endingAsked(stage, cast);
  await hourly(stage, cast);
  await offers(stage, cast);
}

/** The one to look at first: two milestones paid, one delivered and waiting, one not funded. */
async function riverside(stage: Stage, cast: Cast): Promise<void> {
  const deal: Deal = {
    client: cast.mara,
    freelancer: cast.ioana,
    project: ask.riverside,
    terms: slices(
      'Nine views in eight weeks. I start with the camera set, so that you can move me early.',
      ['Camera set and massing model', 80_000n, 11],
      ['Exterior views, draft', 140_000n, 24],
      ['Exterior views, final', 160_000n, 38],
      ['Interior views', 100_000n, 57],
    ),
    ago: 42,
  };
  const { milestones } = await sign(stage, deal);
  const { fund, deliver, askChanges, accept } = play(stage, deal);
  const [cameras, drafts, finals] = [0, 1, 2].map((place) => nth(milestones, place));
  if (cameras === undefined || drafts === undefined || finals === undefined) return;
  await fund(cameras, 39);
  await deliver(cameras, 31, 'Nine cameras and the massing model, as agreed on the call.', [
    { name: 'cameras.csv', text: cameraList() },
  ]);
  await accept(cameras, 29);
  await fund(drafts, 28);
  await deliver(drafts, 20, 'Five drafts. The rain plates are not in yet.');
  await askChanges(drafts, 19, 'View 2 looks into the sun; please move it ten metres north.');
  await deliver(drafts, 17, 'View 2 moved, rain plates in.', [
    { name: 'changes.txt', text: 'View 2: camera moved 10 m north.\nAll: rain plates.\n' },
  ]);
  await accept(drafts, 16);
  await fund(finals, 15);
  await deliver(finals, 2, 'Five final views with layers. View 4 has both skies.', [
    { name: 'layers.csv', text: layerList() },
    { name: 'read me.txt', text: README },
  ]);
}

const README = [
  'Five exterior views of Riverside Quarter, 6,000 x 3,400 px, sRGB.',
  'Layers are named after the plan; layers.csv lists all of them with their blend modes.',
  'View 4 has two skies: "noon" is on, "after the rain" is off.',
  'Trees stand as they will in ten years; people and cars are on layers of their own.',
  '',
].join('\n');

function cameraList(): string {
  const rows = Array.from({ length: 9 }, (_, n) => {
    const lens = [24, 35, 50][n % 3];
    return `${n + 1},${lens} mm,1.60 m,${1200 + 37 * n},${800 - 21 * n},${(n * 40) % 360}`;
  });
  return ['view,lens,eye height,easting,northing,direction', ...rows, ''].join('\n');
}

function layerList(): string {
  const kinds = ['facade', 'glass', 'paving', 'water', 'trees', 'people', 'cars', 'sky', 'light'];
  const rows = Array.from({ length: 5 * kinds.length * 3 }, (_, n) => {
    const kind = kinds[Math.floor(n / 3) % kinds.length];
    const mode = ['base', 'shade', 'reflection'][n % 3];
    return `${Math.floor(n / (kinds.length * 3)) + 1},${kind} ${mode},${mode === 'shade' ? 'multiply' : 'normal'}`;
  });
  return ['view,layer,blend mode', ...rows, ''].join('\n');
}

/** Paid, ended, rated by both. */
async function finished(stage: Stage, cast: Cast): Promise<void> {
  const garden: Deal = {
    client: cast.elena,
    freelancer: cast.nuria,
    project: ask.garden,
    terms: slices(
      'I know the soil around Lucca. The list names nurseries.',
      ['Sketch', 40_000n, 7],
      ['Planting plan and list', 80_000n, 21],
    ),
    ago: 57,
  };
  const manual: Deal = {
    client: cast.fahad,
    freelancer: cast.keiko,
    project: ask.manual,
    terms: slices('42 pages, read twice.', ['The manual', 210_000n, 18]),
    ago: 54,
  };
  for (const deal of [garden, manual]) {
    const { contractId, milestones } = await sign(stage, deal);
    const { fund, deliver, accept, end, rate } = play(stage, deal);
    let day = deal.ago - 3;
    for (const milestone of milestones) {
      await fund(milestone, day);
      await deliver(milestone, day - 6, 'Complete, as agreed.');
      await accept(milestone, day - 8);
      day -= 9;
    }
    await end(contractId, day);
    const praise = { stars: 5, comment: 'Clear, on the day, and kind about changes.' };
    await rate(contractId, day - 1, { actor: deal.client, ...praise });
    const answer = {
      stars: deal === garden ? 5 : 4,
      comment: 'Knew what was wanted; paid at once.',
    };
    await rate(contractId, day - 2, { actor: deal.freelancer, ...answer });
  }
}

/** Accepted by the client's silence; one side has rated, the other not yet. */
async function bySilence(stage: Stage, cast: Cast): Promise<void> {
  const deal: Deal = {
    client: cast.harrow,
    freelancer: cast.grace,
    project: { ...ask.panorama, title: 'Model shots for the Mill Lane brochure' },
    terms: slices('Twelve shots of your model, cut out.', ['Twelve shots', 48_000n, 6]),
    ago: 40,
  };
  const { contractId, milestones } = await sign(stage, deal);
  const { fund, deliver, staySilent, end, rate } = play(stage, deal);
  const shots = nth(milestones, 0);
  await fund(shots, 37);
  await deliver(shots, 30, 'All twelve, cut out and named.');
  await staySilent(shots, 15.9);
  await end(contractId, 7, deal.freelancer);
  const actor = deal.freelancer;
  await rate(contractId, 6, { actor, stars: 4, comment: 'Paid, though only by the clock.' });
}

/** Ended by an agreed split; another milestone was given back before. */
async function split(stage: Stage, cast: Cast): Promise<void> {
  const deal: Deal = {
    client: cast.fahad,
    freelancer: cast.rahul,
    project: ask.spareParts,
    terms: slices(
      'Sixty drawings in two parts.',
      ['Parts 1 to 30', 200_000n, 12],
      ['Parts 31 to 60', 180_500n, 24],
    ),
    ago: 38,
  };
  const { contractId, milestones } = await sign(stage, deal);
  const { fund, deliver } = play(stage, deal);
  const [first, second] = [nth(milestones, 0), nth(milestones, 1)];
  await fund(first, 35);
  await fund(second, 35);
  await deliver(first, 26, 'Parts 1 to 22; the files of 23 to 30 do not open.');
  const back = { actor: deal.freelancer, root: second, ago: 24 };
  await act(stage, back, [refundMilestone, { milestoneId: second }]);
  const lines = [{ milestoneId: first, toFreelancerMinor: 146_667n, toClientMinor: 53_333n }];
  const note = '22 of 30 drawings.';
  const asked = { actor: deal.freelancer, root: contractId, ago: 23 };
  const { endingId } = await act(stage, asked, [proposeEnding, { contractId, lines, note }]);
  const answer = { actor: deal.client, root: contractId, ago: 22 };
  await act(stage, answer, [answerEnding, { endingId, answer: 'agree' }]);
}

/** Changes asked, and a further milestone proposed by the freelancer. */
async function changing(stage: Stage, cast: Cast): Promise<void> {
  const deal: Deal = {
    client: cast.harrow,
    freelancer: cast.pocitos,
    project: { ...ask.lighthouse, title: 'Interiors of the Mill Lane library' },
    terms: slices(
      'Four interiors, two weeks.',
      ['Reading room', 90_000n, 8],
      ['Stair and entrance', 70_000n, 15],
    ),
    ago: 18,
  };
  const { contractId, milestones } = await sign(stage, deal);
  const { fund, deliver, askChanges } = play(stage, deal);
  const room = nth(milestones, 0);
  await fund(room, 15);
  await deliver(room, 5, 'Two views of the reading room.');
  await askChanges(room, 3, 'The shelves are oak, not walnut; and more people, please.');
  const title = 'A view of the children’s corner';
  const change = { kind: 'add' as const, title, amountMinor: 32_000n, dueOn: dayIn(stage, 12) };
  const asked = { actor: deal.freelancer, root: contractId, ago: 2 };
  await act(stage, asked, [proposeChange, { contractId, change }]);
}

/** Funded, and the client proposes to end it with a split that waits for an answer. */
async function endingAsked(stage: Stage, cast: Cast): Promise<void> {
  const deal: Deal = {
    client: cast.mara,
    freelancer: cast.tom,
    project: { ...ask.booking, title: 'Read our site aloud: an accessibility report' },
    terms: slices('A report with a list by weight.', ['The report', 60_000n, 10]),
    ago: 21,
  };
  const { contractId, milestones } = await sign(stage, deal);
  const report = nth(milestones, 0);
  await play(stage, deal).fund(report, 18);
  const lines = [{ milestoneId: report, toFreelancerMinor: 20_000n, toClientMinor: 40_000n }];
  const note = 'We are closing the old site; the first third of the report is enough.';
  const asked = { actor: deal.client, root: contractId, ago: 1 };
  await act(stage, asked, [proposeEnding, { contractId, lines, note }]);
}

/** By the hour: signed, one milestone agreed and funded ahead. */
async function hourly(stage: Stage, cast: Cast): Promise<void> {
  const deal: Deal = {
    client: cast.harrow,
    freelancer: cast.diego,
    project: ask.plansUpkeep,
    terms: {
      pricing: 'hourly',
      hourlyRateMinor: 1_800n,
      estimatedHours: 120,
      weeklyLimitHours: 12,
      deliveryDays: 84,
      cover: 'Ten hours a week, every afternoon, your time.',
    },
    ago: 12,
  };
  await sign(stage, deal);
}

/** One waits for the freelancer, one was declined, one lapsed. */
async function offers(stage: Stage, cast: Cast): Promise<void> {
  const terms = slices('One panorama, two rounds of changes.', ['The panorama', 85_000n, 14]);
  const waiting: Deal = {
    client: cast.mara,
    freelancer: cast.ioana,
    project: ask.panorama,
    terms,
    ago: 3,
  };
  await award(stage, waiting);
  const declined: Deal = {
    ...waiting,
    freelancer: cast.grace,
    project: { ...ask.panorama, title: 'A panorama for the harbour office' },
    ago: 14,
  };
  const declinedId = await award(stage, declined);
  await play(stage, declined).decline(declinedId, 11, 'My next free week is in spring.');
  const lapsed: Deal = {
    ...waiting,
    freelancer: cast.pocitos,
    project: { ...ask.panorama, title: 'A panorama for the ferry terminal' },
    ago: 20,
  };
  const contractId = await award(stage, lapsed);
  const options = {
    actor: systemActor('offer clock'),
    root: contractId,
    now: daysAgo(stage, 10.9),
  };
  await stage.run(lapseOffer, { contractId }, options);
}
