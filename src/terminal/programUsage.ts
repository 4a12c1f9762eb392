import { COMMANDS } from './commands.ts';
import type { UsagePart } from './usage.ts';

/** What `strata --help` prints. */
export const PROGRAM_USAGE: readonly UsagePart[] = [
  { synopsis: 'strata COMMAND …' },
  { entries: COMMANDS.map(({ name, summary }) => [name, summary]) },
  {
    text: 'strata COMMAND --help says what a command takes, strata --version which version this is; --language ja says all in Japanese.',
  },
  {
    text: 'Exit status: 0 when the work was done, 2 for bad usage or a file that cannot be read, 130 when cancelled.',
  },
];
