import type { Span } from './span.ts';

/** `{{name}}`, but not the `${{ name }}` of workflow files; `[INSERT NAME]`, `[Your Name]`, `<your name>`, `[Company Name]`. */
const PLACEHOLDER =
  /(?<!\$)\{\{\s*[\p{L}_][\p{L}\p{N}_ .-]{0,40}\}\}|\[(?:insert|your|enter|add|fill in|company|recipient|sender|client|customer) [^\][\n]{1,40}\]|\[(?:name|date|address|company|placeholder)\]|<(?:insert|your|enter) [^<>\n]{1,40}>/giu;
/** `<NAME>`, `<ORDER_ID>`: what stands in capitals in angle brackets is a slot, but tags of HTML and marks of models do too. */
const CAPITALS =
  /<(?:[A-Z]+[ _])?(?:NAME|DATE|ADDRESS|E?MAIL|PHONE|COMPANY|CITY|COUNTRY|PERSON|ORGANIZATION|LOCATION|USERNAME|CUSTOMER|RECIPIENT|SENDER|PRODUCT|AMOUNT|(?<=[ _])(?:ID|NUMBER|CODE))>/g;
/** `{order_id}`: one word in braces, or a letter with an index, is too often mathematics. */
const SNAKE_CASE = /\{(?<![$\\^#%/{@.&]\{)[a-z]{2,}(?:_[a-z0-9]{2,})+\}(?!\}|\s*=|\s*from\b)/g;
const TO_DO = /\bTODO:? (?:fill|insert|replace|complete) [^\n]{1,40}/g;

/** Each form, with what marks it as code beyond what marks all of them. @param line what stands before it in its line */
const FORMS: readonly (readonly [
  RegExp,
  (line: string, text: string, match: string) => boolean,
])[] = [
  [PLACEHOLDER, () => false],
  [CAPITALS, (_line, text, match) => text.includes(`</${match.slice(1)}`)],
  [SNAKE_CASE, (line) => isOdd(line, '"') || /\bf['"]/.test(line)],
  [TO_DO, (line) => /(?:^|\s)(?:#+|\/\/|\/\*|--|<!--)(?:\s|$)/.test(line)],
];

/**
 * The first placeholder that was never filled in. In code, between back quotes or fences or beside the tags of a template
 * language, such brackets are what the text is about; in a comment there is always something to do. O(length).
 */
export function findPlaceholder(text: string): Span | undefined {
  if (!/[[{<]|TODO/.test(text) || text.includes('{%')) return undefined;
  const code = fencedCode(text);
  let found: Span | undefined;
  for (const [pattern, isCode] of FORMS) {
    let next = 0;
    for (const { index, 0: match } of text.matchAll(pattern)) {
      if (found && found.start <= index) break;
      while (next < code.length && code[next]!.end <= index) next++;
      if (next < code.length && code[next]!.start < index) continue;
      const line = lineBefore(text, index);
      if (isOdd(line, '`') || TEMPLATE_CODE.test(line) || isCode(line, text, match)) continue;
      found = { start: index, end: index + match.length };
    }
  }
  return found;
}

const TEMPLATE_CODE = /<\/?[a-z]+[^<>\n]*>[^<>\n]*$|["'=(]$|[\p{L}\p{N}_\])]$/iu;
/** Of a longer line, only its end is looked at. */
const MOST_OF_LINE = 500;

function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MOST_OF_LINE), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function isOdd(line: string, quote: string): boolean {
  return line.split(quote).length % 2 === 0;
}

/** From each opening fence to the one that ends it, or to the end of the text. */
function fencedCode(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf('```'); start >= 0; start = text.indexOf('```', start)) {
    const closing = text.indexOf('```', start + 3);
    const end = closing < 0 ? text.length : closing + 3;
    spans.push({ start, end });
    start = end;
  }
  return spans;
}
