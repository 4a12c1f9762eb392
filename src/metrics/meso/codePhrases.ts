import type { KindOfRow } from './kindOfRow.ts';
import { CODE_STOP_WORDS } from './stopWords.ts';

/** Words of an identifier that are kept: `getUserNameById` is `get user name`. */
const MAX_IDENTIFIER_WORDS = 3;

const IDENTIFIER = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
const CAMEL_HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[_$]+/u;

/** Kinds of a piece of program text: its identifiers, taken apart at capitals and underscores, without language words. */
export function codePhrases(text: string): KindOfRow[] {
  const kinds: KindOfRow[] = [];
  for (const [identifier] of text.matchAll(IDENTIFIER)) {
    const words = identifier
      .split(CAMEL_HUMP)
      .map((word) => word.toLowerCase())
      .filter((word) => word !== '');
    const telling = words.some((word) => word.length > 2 && !CODE_STOP_WORDS.has(word));
    if (!telling) continue;
    kinds.push({ name: words.slice(0, MAX_IDENTIFIER_WORDS).join(' '), source: 'key-phrases' });
  }
  return kinds;
}
