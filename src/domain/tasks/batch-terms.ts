/** What a client writes down about tasks, and what is wrong with it. */
import { isCurrency, MAX_AMOUNT_MINOR } from '#domain/kernel/money.ts';
import { Refusal, type RefusalData } from '#domain/kernel/refusal.ts';
import { chars, oneLine, storable } from '#domain/kernel/text.ts';

/** What a task type says: all that a worker is told before the first task. */
export type TaskTerms = {
  title: string;
  description: string;
  keywords: readonly string[];
  currency: string;
  rewardMinor: bigint;
  timeLimitSeconds: number;
  autoApprovalSeconds: number;
  /** As `parseRequirements` of the qualifications takes them. */
  requirements: readonly unknown[];
  /** As `parseForm` of the forms takes it. */
  form: unknown;
};

/** How tasks of a type are ordered. */
export type OrderTerms = {
  /** For the client's own lists. */
  name: string;
  wantedEach: number;
  lifetimeSeconds: number;
  goldPercent: number;
  workerLimit: number | null;
  groupKey: string | null;
  groupLimit: number | null;
  priority: number;
  reopenRejected: boolean;
  budgetCapMinor: bigint | null;
  /** Pay of an hour below which rewards are topped up, out of the reserve. */
  floorMinor: bigint | null;
  reserveMinor: bigint;
  annotation: string;
};

export type BatchTerms = TaskTerms & OrderTerms;

/** The limits that the field is used to, so that what was written for another market fits here. */
export const TASK_LIMITS = {
  titleChars: 128,
  descriptionChars: 2_000,
  keywords: 20,
  keywordChars: 60,
  leastSeconds: 30,
  mostSeconds: 31_536_000,
  mostAutoApprovalSeconds: 2_592_000,
  wantedEach: 1_000,
  annotationChars: 255,
  groupChars: 80,
} as const;

/** Every rule that the terms of a task type break, in the order of the form. */
export function taskTermsProblems(terms: TaskTerms): Refusal[] {
  const problems: Refusal[] = [];
  const wrong = collect(problems);
  const limits = TASK_LIMITS;
  if (terms.title.trim() === '') wrong('title', { rule: 'required' });
  tooLong(wrong, 'title', terms.title, limits.titleChars);
  tooLong(wrong, 'description', terms.description, limits.descriptionChars);
  if (terms.keywords.length > limits.keywords) {
    wrong('keywords', { rule: 'too_many', limit: limits.keywords });
  }
  for (const keyword of terms.keywords) tooLong(wrong, 'keywords', keyword, limits.keywordChars);
  if (!isCurrency(terms.currency)) {
    problems.push(new Refusal('currency_unknown', { currency: terms.currency }, 'currency'));
  }
  if (terms.rewardMinor < 0n || terms.rewardMinor > MAX_AMOUNT_MINOR) {
    wrong('reward', { rule: 'no_sum' });
  }
  const { leastSeconds: from, mostSeconds: to } = limits;
  within(wrong, 'timeLimit', terms.timeLimitSeconds, { from, to });
  const approval = { from: 0, to: limits.mostAutoApprovalSeconds };
  within(wrong, 'autoApproval', terms.autoApprovalSeconds, approval);
  return problems;
}

/** Every rule that the terms of an order break, in the order of the form. */
export function orderTermsProblems(terms: OrderTerms): Refusal[] {
  const problems: Refusal[] = [];
  const wrong = collect(problems);
  const limits = TASK_LIMITS;
  if (terms.name.trim() === '') wrong('name', { rule: 'required' });
  tooLong(wrong, 'name', terms.name, limits.titleChars);
  within(wrong, 'wantedEach', terms.wantedEach, { from: 1, to: limits.wantedEach });
  const lifetime = { from: limits.leastSeconds, to: limits.mostSeconds };
  within(wrong, 'lifetime', terms.lifetimeSeconds, lifetime);
  within(wrong, 'goldPercent', terms.goldPercent, { from: 0, to: 50 });
  within(wrong, 'priority', terms.priority, { from: -10, to: 10 });
  const count = { from: 1, to: 1_000_000 };
  if (terms.workerLimit !== null) within(wrong, 'workerLimit', terms.workerLimit, count);
  if (terms.groupLimit !== null) within(wrong, 'groupLimit', terms.groupLimit, count);
  if ((terms.groupKey === null) !== (terms.groupLimit === null)) {
    wrong(terms.groupKey === null ? 'groupKey' : 'groupLimit', { rule: 'required' });
  }
  tooLong(wrong, 'groupKey', terms.groupKey ?? '', limits.groupChars);
  tooLong(wrong, 'annotation', terms.annotation, limits.annotationChars);
  for (const [field, amount] of [
    ['budgetCap', terms.budgetCapMinor],
    ['floor', terms.floorMinor],
  ] as const) {
    if (amount !== null && (amount <= 0n || amount > MAX_AMOUNT_MINOR)) {
      wrong(field, { rule: 'no_sum' });
    }
  }
  if (terms.reserveMinor < 0n || terms.reserveMinor > MAX_AMOUNT_MINOR) {
    wrong('reserve', { rule: 'no_sum' });
  }
  if (terms.floorMinor !== null && terms.reserveMinor === 0n)
    wrong('reserve', { rule: 'required' });
  return problems;
}

/** The terms as they are stored: trimmed, keywords once each, the reserve only with a floor. */
export function tidyTaskTerms<Terms extends TaskTerms>(terms: Terms): Terms {
  const keywords = new Map(
    terms.keywords
      .map(oneLine)
      .flatMap((word) => (word === '' ? [] : [[word.toLowerCase(), word]])),
  );
  return {
    ...terms,
    title: oneLine(terms.title),
    description: storable(terms.description),
    keywords: [...keywords.values()],
  };
}

export function tidyOrderTerms<Terms extends OrderTerms>(terms: Terms): Terms {
  const groupKey = oneLine(terms.groupKey ?? '');
  return {
    ...terms,
    name: oneLine(terms.name),
    annotation: oneLine(terms.annotation),
    groupKey: groupKey === '' ? null : groupKey,
    reserveMinor: terms.floorMinor === null ? 0n : terms.reserveMinor,
  };
}

type Wrong = (field: string, data: RefusalData) => void;

function collect(problems: Refusal[]): Wrong {
  return (field, data) => problems.push(new Refusal('input_invalid', data, field));
}

function tooLong(wrong: Wrong, field: string, text: string, limit: number): void {
  if (chars(text) > limit) wrong(field, { rule: 'too_long', limit });
}

function within(
  wrong: Wrong,
  field: string,
  value: number,
  { from, to }: { from: number; to: number },
): void {
  if (!Number.isInteger(value) || value < from || value > to) {
    wrong(field, { rule: 'out_of_range', from, to });
  }
}
