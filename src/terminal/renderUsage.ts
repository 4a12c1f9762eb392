import { say } from '../data/sentence.ts';
import { columnWidth, padToWidth } from './columnWidth.ts';
import type { Telling, UsageEntry, UsagePart } from './usage.ts';
import { wrapText } from './wrapText.ts';

/** Longer lines are hard to read. */
const MOST_COLUMNS = 110;
/** In a narrower terminal lines are as long as this; it breaks them itself. */
const LEAST_COLUMNS = 50;
const INDENT = 2;
/** Where what a word does begins; behind a longer word it begins two columns after it. */
const EXPLANATION_AT = 18;
/** Columns beside a long word that are worth a line of what it does. */
const LEAST_ROOM = 24;

type Translate = (english: string) => string;

/** The help of a command: its parts with a blank line between them. @param terminalColumns absent where it is read elsewhere */
export function renderUsage(
  parts: readonly UsagePart[],
  translate: Translate,
  terminalColumns = MOST_COLUMNS,
): string {
  const columns = Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, terminalColumns));
  return parts.map((part) => `${renderPart(part, translate, columns).join('\n')}\n`).join('\n');
}

function renderPart(part: UsagePart, translate: Translate, columns: number): readonly string[] {
  if ('synopsis' in part) return wrapSynopsis(part.synopsis, columns);
  if ('text' in part) return wrapText(tell(part.text, translate), columns);
  return part.entries.flatMap((entry) => renderEntry(entry, translate, columns));
}

/** Broken before options only, so that each stays with what it takes. */
function wrapSynopsis(synopsis: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of synopsis.split(/ (?=[[(]|--)/u)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= columns) lines[lines.length - 1] = longer;
    else lines.push(lines.length === 0 ? word : `    ${word}`);
  }
  return lines;
}

function renderEntry(
  [word, what]: UsageEntry,
  translate: Translate,
  columns: number,
): readonly string[] {
  const names = wrapText(word, columns - INDENT).map((line) => ' '.repeat(INDENT) + line);
  const head = padToWidth(`${names.pop() ?? ''}  `, EXPLANATION_AT);
  const explanation = tell(what, translate);
  const room = columns - Math.max(EXPLANATION_AT, columnWidth(head));
  const indented = (lines: readonly string[]) =>
    lines.map((line) => ' '.repeat(EXPLANATION_AT) + line);
  if (room < LEAST_ROOM) {
    return [...names, head.trimEnd(), ...indented(wrapText(explanation, columns - EXPLANATION_AT))];
  }
  const [first = ''] = wrapText(explanation, room);
  const rest = explanation.slice(first.length).trimStart();
  return [
    ...names,
    head + first,
    ...(rest === '' ? [] : indented(wrapText(rest, columns - EXPLANATION_AT))),
  ];
}

const tell = (what: Telling, translate: Translate): string =>
  typeof what === 'string' ? translate(what) : say(what, translate);
