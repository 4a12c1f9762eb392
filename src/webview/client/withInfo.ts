import { element } from './element.ts';

/** Characters that stay with the (i) where a language writes without spaces. */
const KEPT_CHARACTERS = 4;
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** A text and the (i) that explains it, which never begins a line by itself: the last word goes with it. */
export function withInfo(text: string, info: HTMLElement): (string | HTMLElement)[] {
  const word = text.slice(text.lastIndexOf(' ') + 1);
  const end = WITHOUT_SPACES.test(word) ? Array.from(word).slice(-KEPT_CHARACTERS).join('') : word;
  const start = text.slice(0, text.length - end.length);
  return [start, element('span', { class: 'with-info' }, end, ' ', info)];
}
