import { harmlessText } from '../metrics/text/harmlessText.ts';

/** More names would hide what is said. */
const MOST_NAMES = 12;
const NAME_LENGTH = 60;

/** The first of some names of fields or files, for a note that lists them; `…` stands for the others. */
export function namesToShow(names: readonly string[]): string[] {
  const shown = names.slice(0, MOST_NAMES).map((name) => harmlessText(name, NAME_LENGTH));
  return names.length > MOST_NAMES ? [...shown, '…'] : shown;
}
