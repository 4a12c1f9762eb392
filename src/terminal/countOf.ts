import { fill } from '../webview/viewModel/wording.ts';
import { formatCount } from './formatCount.ts';
import type { TerminalWording } from './terminalWording.ts';
import type { TerminalWords } from './terminalWords.ts';

type NounIn<Key> = Key extends `${infer Noun}One` ? Noun : never;

/** A count with its noun: `1 row`, `1,200 rows`. @param others for `{1}`, `{2}`, … */
export function countOf(
  noun: NounIn<keyof TerminalWords>,
  count: number,
  { terminal }: Pick<TerminalWording, 'terminal'>,
  ...others: readonly string[]
): string {
  return fill(terminal[`${noun}${count === 1 ? 'One' : 'Other'}`], formatCount(count), ...others);
}
