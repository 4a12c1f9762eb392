import { endOfCharacter } from './endOfCharacter.ts';

/**
 * Text of a data set, safe to show: well formed, with control characters, bidirectional overrides and invisible
 * characters made visible, so that what is seen is what is there. Zero-width joiners stay: scripts and emoji need them.
 * Cut after `maxLength` UTF-16 units, never inside a character.
 */
export function harmlessText(text: string, maxLength = 240): string {
  const cut = text.length > maxLength;
  const kept = cut ? text.slice(0, endOfCharacter(text, maxLength)) : text;
  const shown = kept
    .toWellFormed()
    .replace(LINE_BREAK, ' ⏎ ')
    .replaceAll('\t', ' ')
    .replace(C0_CONTROL, (control) => String.fromCharCode(SYMBOL_FOR_NUL + control.charCodeAt(0)))
    .replace(INVISIBLE, (character) => `⟨${codePointName(character)}⟩`);
  return cut ? `${shown}…` : shown;
}

/** U+2400 SYMBOL FOR NULL: the symbols for the C0 controls follow in order. */
const SYMBOL_FOR_NUL = 0x2400;
const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/gu;
const C0_CONTROL = /[\u0000-\u001f]/gu;
const INVISIBLE =
  /[\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

function codePointName(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
