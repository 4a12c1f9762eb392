import { print } from './print.ts';
import { columnsOf, styleOf, type Style } from './style.ts';
import type { TerminalContext } from './terminalContext.ts';

/**
 * Prints what a command found: as JSON, or as lines for a person.
 * @param render is given the columns of the terminal, Infinity where there is none
 */
export function printResult<Result>(
  result: Result,
  asJson: boolean,
  render: (result: Result, style: Style, columns: number) => string,
  context: TerminalContext,
): Promise<void> {
  const { stdout } = context;
  return print(
    asJson
      ? `${JSON.stringify(result, null, 2)}\n`
      : render(result, styleOf(stdout), columnsOf(stdout)),
    context,
  );
}
