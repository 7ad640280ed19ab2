/** Forms, their inputs and what was filled in, as requests and answers carry them. */
import { z } from '@hono/zod-openapi';
import { anyJson } from '../schema.ts';

export const formExample = {
  kind: 'form',
  instructions: '',
  show: [{ kind: 'text', text: 'Which colour is ${thing}?' }],
  fields: [{ kind: 'choice', name: 'colour', label: 'Colour', options: ['red', 'green', 'blue'] }],
};

export const formView = z.record(z.string(), anyJson).openapi('TaskForm', {
  description:
    'What a worker sees and fills in: {kind: "form", instructions, show, fields} or {kind: "html", html, scripts, height}. ${name} stands for a value of the input. GET /task-templates has ready ones.',
  example: formExample,
});

export const inputView = z
  .record(z.string(), z.string())
  .openapi({ description: 'The values of the variables of the form.' });

export const fieldsView = z
  .record(z.string().max(200), anyJson)
  .openapi({ description: 'By field: a text, several texts, or boxes.' });
