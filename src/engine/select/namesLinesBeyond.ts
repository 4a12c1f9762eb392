import type { SelectSettings } from './selection.ts';

/** Whether lines are to be kept or dropped that the file does not have. @param lines of the file */
export function namesLinesBeyond(
  { keep, drop }: Pick<SelectSettings, 'keep' | 'drop'>,
  lines: number,
): boolean {
  return [...keep, ...drop].some(({ fromLine, toLine }) => fromLine >= lines || toLine > lines);
}
