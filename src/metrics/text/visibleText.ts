// Control characters, and the marks that reorder or hide text; tab and newline become a space.
const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text from a data set as it may be shown to a person: well-formed, on one line, and with every character that could
 * control a terminal or reorder what stands around it written as its code, such as `\u202e`.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\r]+/g, ' ')
    .replace(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
