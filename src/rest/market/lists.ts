import { z } from '@hono/zod-openapi';
import { CURRENCIES, minorUnit } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type Operation, openOperation } from '../operation.ts';
import { PROBLEMS, type ProblemCode, problemDetail, problemRow } from '../problems.ts';
import { list, text } from '../schema.ts';

const currencyView = z.strictObject({ code: z.string(), decimals: z.int() }).openapi('Currency');

const problemView = z
  .strictObject({ code: z.string(), status: z.int(), title: z.string(), detail: z.string() })
  .openapi('ProblemType');

const problemExample = {
  code: 'idempotency_key_required',
  ...pick('idempotency_key_required'),
};

export const listOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/currencies',
    id: 'listCurrencies',
    tag: 'Market',
    summary: 'Every currency with its decimals (ISO 4217)',
    answer: {
      schema: list(currencyView),
      example: { items: [{ code: 'KWD', decimals: 3 }] },
    },
    async handle() {
      const items = CURRENCIES.map((code) => ({ code, decimals: minorUnit(code) }));
      return { body: { items } };
    },
  }),
  openOperation({
    method: 'get',
    path: '/problems',
    id: 'listProblems',
    tag: 'Market',
    summary: 'Every code that a refusal can carry',
    answer: { schema: list(problemView), example: { items: [problemExample] } },
    async handle() {
      const items = (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => ({
        code,
        ...pick(code),
      }));
      return { body: { items } };
    },
  }),
  openOperation({
    method: 'get',
    path: '/problems/{code}',
    id: 'getProblem',
    tag: 'Market',
    summary: 'What one code means and what to do; the type of a problem leads here',
    params: { code: text(60).openapi({ example: 'idempotency_key_required' }) },
    answer: { schema: problemView, example: problemExample },
    async handle({ params }) {
      if (!isCode(params.code)) return refuse('not_found', { thing: 'problem' });
      return { body: { code: params.code, ...pick(params.code) } };
    },
  }),
];

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

function pick(code: ProblemCode) {
  const { status, title } = problemRow(code);
  return { status, title, detail: problemDetail(code, {}) };
}
