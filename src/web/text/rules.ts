/** What is wrong with one thing that was written, by the rule it breaks. */
import type { RefusalData } from '#domain/kernel/refusal.ts';
import { form } from './form.ts';

const RULES: Readonly<Record<string, string>> = {
  required: form.required,
  not_listed: form.chooseFromList,
  date: form.date,
  no_sum: 'Write a sum above zero',
  below_low: 'Write at least the lower sum',
  price_too_high: 'Rate times hours comes to too much',
  rate_too_high: 'No hour costs that much here',
  slug: 'Small letters, digits and single hyphens, such as “landscape-design”',
  address:
    'Write a whole address that starts with https:// or http://, such as https://example.org/1.jpg',
  web_address: 'Write a whole address, such as https://example.org/work',
  broken_upload: 'The upload broke off. Nothing was sent; go back and send it again',
  empty_file: 'One of the files is empty',
  sign_in: 'This address and this password do not belong together',
  password_wrong: 'This is not your password',
  code_wrong: 'This code is not right, or its time is over. Write the one that your app shows now',
  recovery_wrong: 'This recovery code is not right, or it was used before',
  factor_on: 'The second factor is on already',
  factor_off: 'The second factor is off',
  sums_need_currency: 'Steps and limits are sums, so choose their currency',
  maximum_below_minimum: 'Write at least the minimum',
  tier_count: 'Write one to eight lines',
  tier_form: 'Write a share on each line, such as “10” or “15 to 1000”',
  last_tier_open: 'Only the last line has no end, and it must be there',
  share_range: 'A share is from 0 to 100, with at most two decimals',
  tiers_rise: 'Each step must end above the one before',
  not_whole: 'Write a whole number, such as 80',
  no_worker: 'There is no worker with this id',
  test_or_auto: 'With a test nobody gets it at once',
  no_retry: 'Who could ask again can go on asking again',
  no_variables: 'A test is the same for everybody: take the variables out',
  form_described: 'A test is a form of kind “form”',
  form_kind: 'Write an object with kind “form”',
  only_choices:
    'A key grades choices and scales only: take other questions out, or read the answers yourself',
  nothing_to_decide: 'No answer waits that fits',
  no_right_answer: 'Mark the right answers of one question at least',
  unknown_key: 'This name is not one of a form',
  field_name: 'Letters, digits, _ and - only, a letter first',
  name_twice: 'This name stands twice',
  option_twice: 'This option stands twice',
  upside_down: 'The upper end lies below the lower one',
  overlap: 'These values belong to another range already',
  twice: 'This stands twice',
  too_few: 'There are too few',
  not_right: 'This is missing, or not what a key can be',
  no_country: 'Say your country in your settings first',
  subdivision: 'One to three letters or digits, such as CA',
  pattern_invalid: 'This is not a regular expression, such as [0-9]{4}',
  reserved_name: 'The task’s frame uses this name itself, so take another',
  no_field: 'Name at least one field, as in <input name="colour">. Nobody could answer otherwise',
  earlier_end: 'It ends later than this now. To end it sooner, cancel it',
  extends_nothing: 'This changes nothing. Ask for more answers, a later end or another cap',
  link_dead: 'This link was used before, or it is too old. Ask for a new one',
};

export function ruleWords(data: RefusalData): string {
  const { rule, limit, from, to, at, broke, line, value } = data;
  if (rule === 'in_json')
    return `At ${at}: ${lower(ruleWords({ rule: broke ?? null, limit: limit ?? null }))}`;
  if (rule === 'json') return line ? `This is not JSON. Look at line ${line}` : 'This is not JSON';

  if (rule === 'task_gap' && data.number)
    return `Task ${data.number} lacks what the form asks for: ${data.name}`;
  if (rule === 'too_long' && limit) return `At most ${limit} characters`;
  if (rule === 'too_many' && limit) return `At most ${limit}`;
  if (rule === 'too_short' && limit) return form.minLength(Number(limit));
  if (rule === 'below' && limit) return form.minNumber(Number(limit));
  if (rule === 'above' && limit) return form.maxNumber(Number(limit));
  if (rule === 'too_large' && limit) return `At most ${limit} bytes`;
  if (rule === 'must_be' && value)
    return `With rows this stays ${value}. Take the rows out to change it`;
  if (rule === 'out_of_range' && to) {
    return `Write a ${data.fraction ? 'number' : 'whole number'} from ${from ?? 0} to ${to}`;
  }
  return RULES[String(rule)] ?? KINDS[String(rule)] ?? form.other;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** What a value of a form's description must be. */
const KINDS: Readonly<Record<string, string>> = {
  must_be_string: 'Write a text, in quotes',
  must_be_number: 'Write a number, without quotes',
  must_be_int: form.wholeNumber,
  must_be_boolean: 'Write true or false',
  must_be_array: 'Write a list in square brackets',
  must_be_object: 'Write an object in curly brackets',
};
