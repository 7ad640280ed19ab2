/** Patterns that clients write, matched in linear time whatever they are. */
import { RE2JS } from 're2js';

const compiled = new Map<string, RE2JS>();
const MOST_KEPT = 200;

export function isPattern(regex: string): boolean {
  try {
    RE2JS.compile(regex);
    return true;
  } catch {
    return false;
  }
}

/** Whether the whole text fits; false for a pattern that is none. */
export function fits(regex: string, text: string): boolean {
  const known = compiled.get(regex);
  if (known !== undefined) return known.matches(text);
  if (!isPattern(regex)) return false;
  if (compiled.size >= MOST_KEPT) compiled.clear();
  const fresh = RE2JS.compile(regex);
  compiled.set(regex, fresh);
  return fresh.matches(text);
}
