import { checkCommand } from './checkCommand.ts';
import type { Command } from './command.ts';
import { compareCommand } from './compareCommand.ts';
import { explainCommand } from './explainCommand.ts';
import { experimentsCommand } from './experimentsCommand.ts';
import { inspectCommand } from './inspectCommand.ts';
import { mcpCommand } from './mcpCommand.ts';
import { mixCommand } from './mixCommand.ts';
import { selectCommand } from './selectCommand.ts';
import { thinCommand } from './thinCommand.ts';
import { trackCommand } from './trackCommand.ts';

/** Every command of the terminal, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  inspectCommand,
  compareCommand,
  checkCommand,
  selectCommand,
  thinCommand,
  mixCommand,
  trackCommand,
  experimentsCommand,
  explainCommand,
  mcpCommand,
];
