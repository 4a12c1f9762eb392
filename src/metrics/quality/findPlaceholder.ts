import type { Span } from './span.ts';

/** `{{name}}`, but not the `${{ name }}` of workflow files; `[INSERT NAME]`, `[Your Name]`, `<your name>`, `[Company Name]`. */
const PLACEHOLDER =
  /(?<!\$)\{\{\s*[\p{L}_][\p{L}\p{N}_ .-]{0,40}\}\}|\[(?:insert|your|enter|add|fill in|company|recipient|sender|client|customer) [^\][\n]{1,40}\]|\[(?:name|date|address|company|placeholder)\]|<(?:insert|your|enter) [^<>\n]{1,40}>/giu;

/**
 * The first placeholder that was never filled in. In code, between back quotes or fences or beside the tags of a template
 * language, such brackets are what the text is about. O(length).
 */
export function findPlaceholder(text: string): Span | undefined {
  if (!/[[{<]/.test(text)) return undefined;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (isInCode(text, match.index)) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const TEMPLATE_CODE = /\{%|<\/?[a-z]+[^<>\n]*>[^<>\n]*$|["'=(]$|[\p{L}\p{N}_\])]$/iu;

function isInCode(text: string, at: number): boolean {
  let fences = 0;
  for (
    let from = text.indexOf('```');
    from >= 0 && from < at;
    from = text.indexOf('```', from + 3)
  ) {
    fences++;
  }
  if (fences % 2 === 1) return true;
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  const quotes = line.split('`').length - 1;
  return quotes % 2 === 1 || TEMPLATE_CODE.test(line) || text.includes('{%');
}
