/** Templates beyond questions: drawing on a picture, and HTML of one's own. */
import { formTemplate } from './form-template.ts';

export const boundingBoxes = formTemplate({
  slug: 'bounding-boxes',
  name: 'Draw boxes on a picture',
  purpose: 'Where things are in a picture: a labelled box around each, by pointer or keyboard.',
  title: 'Draw a box around every boat, house and tree',
  description: 'Mark what you see in one picture with boxes.',
  keywords: ['picture', 'boxes', 'annotate', 'label'],
  timeLimitSeconds: 1_200,
  cents: 15n,
  form: {
    kind: 'form',
    instructions:
      'One box for each thing, as **tight** as you can.\n\n- A thing that is partly hidden still gets a box around what is seen.\n- Leave out what is smaller than your fingertip.',
    fields: [
      {
        kind: 'boxes',
        name: 'things',
        label: 'Draw a box around every boat, house and tree',
        url: '${image_url}',
        alt: 'A picture to draw boxes on',
        labels: ['boat', 'house', 'tree'],
        least: 0,
        most: 20,
      },
    ],
  },
  samples: [
    { image_url: '/samples/scene-1.svg' },
    { image_url: '/samples/scene-2.svg' },
    { image_url: '/samples/scene-3.svg' },
  ],
});

const COMPARE_HTML = `<style>
  .pair { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); }
  .pair p { border: 1px solid #8a979e; border-radius: 6px; padding: 12px; }
  label { display: block; padding: 12px 0; }
</style>
<h1>Which text is easier to read?</h1>
<div class="pair">
  <div><h2>First</h2><p>\${first}</p></div>
  <div><h2>Second</h2><p>\${second}</p></div>
</div>
<form>
  <fieldset>
    <legend>Your choice</legend>
    <label><input type="radio" name="easier" value="first" required> The first</label>
    <label><input type="radio" name="easier" value="second" required> The second</label>
    <label><input type="radio" name="easier" value="same" required> Both alike</label>
  </fieldset>
  <p><label for="why">Why, in a few words</label>
  <textarea id="why" name="why" rows="3" cols="40"></textarea></p>
  <button type="submit">Send</button>
</form>`;

export const freeHtml = formTemplate({
  slug: 'free-html',
  name: 'Write your own HTML',
  purpose: 'A page of your own with its own fields. It is shown in a closed frame.',
  title: 'Which text is easier to read?',
  description: 'Compare two short texts.',
  keywords: ['compare', 'text', 'reading'],
  timeLimitSeconds: 600,
  cents: 8n,
  form: { kind: 'html', html: COMPARE_HTML, scripts: false, height: 640 },
  samples: [
    {
      first: 'The parcel comes on Monday between nine and noon.',
      second: 'Delivery of the item is anticipated on Monday during the forenoon.',
    },
    {
      first: 'Utilisation of the lift is not recommended in the event of fire.',
      second: 'Do not use the lift when there is a fire.',
    },
    {
      first: 'You may cancel within 14 days.',
      second: 'Cancellation is possible within a period of 14 days.',
    },
  ],
});
