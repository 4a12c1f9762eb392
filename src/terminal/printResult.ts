import { print } from './print.ts';
import { createStyle, type Style } from './style.ts';

/**
 * Prints what a command found: as JSON, or as lines for a person.
 * @param render is given the columns of the terminal, Infinity where there is none
 */
export function printResult<Result>(
  result: Result,
  asJson: boolean,
  render: (result: Result, style: Style, columns: number) => string,
): Promise<void> {
  if (asJson) return print(`${JSON.stringify(result, null, 2)}\n`);
  const { isTTY, columns } = process.stdout;
  return print(
    render(result, createStyle(isTTY && !process.env['NO_COLOR']), isTTY ? columns : Infinity),
  );
}
