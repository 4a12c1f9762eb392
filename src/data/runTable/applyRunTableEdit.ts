import type { RunTableEdit } from './editRunTable.ts';

/** The text of a table after an edit. @param text that the edit was made for; `undefined` where there was no table */
export function applyRunTableEdit(
  text: string | undefined,
  edit: Extract<RunTableEdit, { kind: 'new' | 'replaced' }>,
): string {
  if (edit.kind === 'new' || text === undefined) return edit.text;
  const starts = [
    0,
    ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length),
  ];
  const from = starts[edit.from - 1] ?? text.length;
  const to = starts[edit.to] ?? text.length;
  return text.slice(0, from) + edit.text + text.slice(Math.max(from, to));
}
