/** Words for what a refusal carries. */
import { decimalAmount } from '#domain/kernel/money.ts';
import type { RefusalData } from '#domain/kernel/refusal.ts';

/** The rules that commands name in `data.rule`, in words. */
export function brokenRule(data: RefusalData): string {
  if (data.missing !== undefined) return `Give ${data.missing}; it may not be empty.`;
  if (data.rule === undefined && data.least !== undefined) return between(data);
  switch (data.rule) {
    case 'required':
      return 'This may not be empty.';
    case 'nul':
      return 'Text may have neither U+0000 nor halves of characters.';
    case 'too_long':
      return `This may have at most ${data.limit} characters.`;
    case 'too_many':
      return `There may be at most ${data.limit}.`;
    case 'too_many_names':
      return `All tasks of a batch together may have at most ${data.limit} names of variables.`;
    case 'name_too_long':
      return `A name of a variable may have at most ${data.limit} characters.`;
    case 'no_field':
      return 'The form has no field with a name, so nobody could answer it.';
    case 'task_gap':
      return `Task ${data.number} lacks what the form asks for: ${data.name}.`;
    case 'gold_key':
      return `The known answer of task ${data.number} to "${data.name}" is none that this form takes.`;
    case 'task_address':
      return `The value of "${data.name}" in task ${data.number} makes no address in this form.`;
    case 'out_of_range':
      return data.from === undefined
        ? 'The value is out of range.'
        : `Give a whole number from ${data.from} to ${data.to}.`;
    case 'between':
      return between(data);
    case 'empty_file':
      return 'The file is empty. Send its bytes as the body.';
    case 'unknown':
    case 'not_listed':
      return 'This is not on the list of what may be chosen.';
    case 'price_too_high':
      return 'Rate times hours comes to more than any contract may cost.';
    case 'rate_too_high':
      return 'No hour costs that much here.';
    case 'alone':
      return 'Send this field alone.';
    case 'slug':
      return 'A slug is small letters, digits and single hyphens between them.';
    case 'web_address':
      return 'Give a whole address that begins with http:// or https://.';
    case 'sums_need_currency':
      return 'A rule that names sums needs a currency.';
    case 'maximum_below_minimum':
      return 'The maximum lies below the minimum.';
    case 'last_tier_open':
      return 'Only the last tier has no end, and it must have none.';
    case 'tiers_rise':
      return 'Each tier must end above the one before.';
    case 'must_be':
      return `This must be "${data.value}".`;
    case 'earlier_end':
      return 'It ends later than this now. To end it sooner, cancel it.';
    case 'extends_nothing':
      return 'This changes nothing. Ask for more answers, a later end or another cap.';
    case 'below_low':
      return 'The upper end lies below the lower one.';
    case 'cursor':
      return 'Send the next_cursor of the page before as it was given, or none.';
    case 'schema':
      return 'The errors name each field and what it must be.';
    default:
      return brokenForm(data) ?? 'Correct the named field; openapi.json says what it takes.';
  }
}

/** Rules of the JSON that describes a task's form. */
function brokenForm(data: RefusalData): string | null {
  switch (data.rule) {
    case 'form_kind':
      return 'Give a form of kind "form" or "html", with blocks and fields of the kinds that it may have.';
    case 'unknown_key':
      return 'A form has no such key.';
    case 'field_name':
      return 'A name is letters, digits, _ and -, a letter first, at most 64.';
    case 'reserved_name':
      return 'This name is used by the frame itself.';
    case 'name_twice':
    case 'option_twice':
      return 'This stands twice.';
    case 'upside_down':
      return 'The upper end lies below the lower one.';
    case 'pattern_invalid':
      return 'This is not a regular expression of RE2.';
    case 'too_short':
      return `Give at least ${data.limit} characters.`;
    case 'too_few':
      return `Give at least ${data.limit}.`;
    case 'below':
      return `Give ${data.limit} or more.`;
    case 'above':
      return `Give ${data.limit} or less.`;
    case 'too_large':
      return `This may have at most ${data.limit} bytes.`;
    case 'must_be_string':
    case 'must_be_number':
    case 'must_be_int':
    case 'must_be_boolean':
    case 'must_be_array':
    case 'must_be_object':
      return `Give JSON of the type ${data.rule.slice('must_be_'.length)}.`;
    default:
      return null;
  }
}

function between({ least, most }: RefusalData): string {
  return `Give a whole number from ${least} to ${most}.`;
}

/** A sum that a refusal carries in minor units, such as `600.00 USD`. */
export function sum(data: RefusalData, name: string): string {
  const amount = data[`${name}Minor`];
  if (typeof data.currency !== 'string' || amount === undefined) return 'another sum';
  return `${decimalAmount(BigInt(String(amount)), data.currency)} ${data.currency}`;
}
