import { refuse } from '#domain/kernel/refusal.ts';

/** Any other address: an ordinary page request, so that the refusal page has its bar and viewer. */
export function loader(): never {
  return refuse('not_found');
}

export const action = loader;

export default function NotFound(): null {
  return null;
}
