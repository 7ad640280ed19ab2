import { isRefusal } from '#domain/kernel/refusal.ts';
import { refusalText } from '#web/refusals.ts';

export type Asked<Question> = {
  question: Question;
  /** What the address asked that nothing could answer. */
  wrong: { name: string; says: string }[];
};

/** Reads an address; what nothing could answer is left out and told, so that the rest still works. */
export function readTolerantly<Question>(
  asked: URLSearchParams,
  parse: (params: URLSearchParams) => Question,
): Asked<Question> {
  const params = new URLSearchParams(asked);
  const wrong: Asked<Question>['wrong'] = [];
  for (;;) {
    try {
      return { question: parse(params), wrong };
    } catch (error) {
      if (!isRefusal(error) || error.field === undefined || !params.has(error.field)) throw error;
      wrong.push({ name: error.field, says: refusalText(error.code, error.data).says });
      params.delete(error.field);
    }
  }
}
