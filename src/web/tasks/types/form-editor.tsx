/** How the client says what a task shows and asks: rows, HTML or JSON. One of the three is in sight. */
import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { CheckBox, Select } from '#web/ui/form/choice-fields.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { howField, options } from './type-fields.tsx';

const words = text.tasks.type;

/** Goes into a form of class `group`: the choice of how decides by CSS alone what is in sight. */
export function formEditor(counts: { show: number; fields: number }): ReactNode {
  return (
    <>
      <h2 className="text-lg mt-3">{words.formTitle}</h2>
      {howField()}
      <p className="text-sm text-muted">{words.variables}</p>
      <div className="hidden gap-5 group-has-[[value=rows]:checked]:grid">
        <TextArea
          name="instructions"
          label={words.instructions}
          hint={words.instructionsHint}
          rows={4}
          optional
        />
        <h3 className="font-semibold">{words.showTitle}</h3>
        {Array.from({ length: counts.show }, (_none, at) => blockRow(at))}
        <h3 className="font-semibold">{words.askTitle}</h3>
        {Array.from({ length: counts.fields }, (_none, at) => fieldRow(at))}
      </div>
      <div className="hidden gap-5 group-has-[[value=html]:checked]:grid">
        <TextArea name="html" label={words.html} hint={words.htmlHint} rows={16} />
        <CheckBox name="scripts" label={words.scripts} hint={words.scriptsHint} />
        <NumberField name="height" label={words.height} unit={words.pixels} />
      </div>
      <div className="hidden gap-5 group-has-[[value=json]:checked]:grid">
        <TextArea name="json" label={words.json} rows={20} />
      </div>
    </>
  );
}

function blockRow(at: number): ReactNode {
  const under = `show.${at}`;
  return (
    <fieldset key={under} className="group/row border-t border-base-300 pt-3">
      <legend className="sr-only">{words.show(at + 1)}</legend>
      <input type="hidden" name={`${under}.row`} value={at} />
      <div className="grid gap-x-5 gap-y-3 items-start sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Select
          name={`${under}.kind`}
          label={words.block}
          blank={words.noBlock}
          options={options(words.blocks)}
        />
        <div className={`grid gap-3 ${WHEN_USED}`}>
          <TextArea name={`${under}.words`} label={words.words} hint={words.wordsHint} rows={2} />
          <div className={`hidden ${WHEN_ADDRESS}`}>
            <TextField name={`${under}.url`} label={words.url} wide />
          </div>
        </div>
      </div>
    </fieldset>
  );
}

/** A row without a kind is empty; only what its kind takes is in sight. */
const WHEN_USED = "group-has-[option[value='']:checked]/row:hidden";
const WHEN_ADDRESS =
  'group-has-[[value=image]:checked]/row:block group-has-[[value=audio]:checked]/row:block group-has-[[value=video]:checked]/row:block group-has-[[value=link]:checked]/row:block';
const WHEN_LISTED =
  'group-has-[[value=choice]:checked]/row:block group-has-[[value=choices]:checked]/row:block group-has-[[value=boxes]:checked]/row:block';

function fieldRow(at: number): ReactNode {
  const under = `fields.${at}`;
  return (
    <fieldset key={under} className="group/row border-t border-base-300 pt-3 grid gap-3">
      <legend className="sr-only">{words.field(at + 1)}</legend>
      <input type="hidden" name={`${under}.row`} value={at} />
      <div className="grid gap-x-5 gap-y-3 items-start sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Select
          name={`${under}.kind`}
          label={words.kind}
          blank={words.noField}
          options={options(words.kinds)}
        />
        <div className={`grid gap-3 ${WHEN_USED}`}>
          <TextField name={`${under}.label`} label={words.label} wide />
          <TextField name={`${under}.name`} label={words.name} hint={words.nameHint} />
          <div className={`hidden ${WHEN_LISTED}`}>
            <TextArea
              name={`${under}.options`}
              label={words.options}
              hint={words.optionsHint}
              rows={4}
            />
          </div>
          <details className="text-sm">
            <summary className="sm">{words.more}</summary>
            <div className="mt-3 grid gap-4 text-base">{moreOfField(under)}</div>
          </details>
        </div>
      </div>
    </fieldset>
  );
}

function moreOfField(under: string): ReactNode {
  return (
    <>
      <TextField name={`${under}.hint`} label={words.hint} optional wide />
      <CheckBox name={`${under}.optional`} label={words.optional} hint={words.optionalHint} />
      <p className="text-sm text-muted">{words.leastHint}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <NumberField name={`${under}.least`} label={words.least} optional />
        <NumberField name={`${under}.most`} label={words.most} optional />
        <NumberField name={`${under}.step`} label={words.step} optional />
        <NumberField name={`${under}.lines`} label={words.lines} optional />
      </div>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField name={`${under}.low`} label={words.low} optional />
        <TextField name={`${under}.high`} label={words.high} optional />
        <TextField name={`${under}.regex`} label={words.regex} hint={words.regexHint} optional />
        <TextField name={`${under}.regexSays`} label={words.regexSays} optional />
        <TextField name={`${under}.url`} label={words.url} hint={words.urlHint} optional />
        <TextField name={`${under}.words`} label={words.words} hint={words.wordsHint} optional />
      </div>
    </>
  );
}
