import { say } from '../data/sentence.ts';
import { columnWidth, padToWidth } from './columnWidth.ts';
import type { Telling, UsageEntry, UsagePart } from './usage.ts';
import { wrapText } from './wrapText.ts';

const COLUMNS = 110;
const INDENT = 2;
/** Where what a word does begins; behind a longer word it begins two columns after it. */
const EXPLANATION_AT = 18;

type Translate = (english: string) => string;

/** The help of a command: its parts with a blank line between them. */
export function renderUsage(parts: readonly UsagePart[], translate: Translate): string {
  return parts.map((part) => `${renderPart(part, translate).join('\n')}\n`).join('\n');
}

function renderPart(part: UsagePart, translate: Translate): readonly string[] {
  if ('synopsis' in part) return [part.synopsis];
  if ('text' in part) return wrapText(tell(part.text, translate), COLUMNS);
  return part.entries.flatMap((entry) => renderEntry(entry, translate));
}

function renderEntry([word, what]: UsageEntry, translate: Translate): readonly string[] {
  const head = padToWidth(`${' '.repeat(INDENT)}${word}  `, EXPLANATION_AT);
  const [first = '', ...rest] = wrapText(
    tell(what, translate),
    COLUMNS - Math.max(EXPLANATION_AT, columnWidth(head)),
  );
  return [head + first, ...rest.map((line) => ' '.repeat(EXPLANATION_AT) + line)];
}

const tell = (what: Telling, translate: Translate): string =>
  typeof what === 'string' ? translate(what) : say(what, translate);
