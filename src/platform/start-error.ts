/** Something the person who runs Anyshore must mend: `message` is one clear line, shown without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}

export function isStartError(error: unknown): error is StartError {
  return error instanceof Error && error.name === 'StartError';
}
